import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Publishing whole examples takes longer than a unit test; a machine under load longer still.
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
})

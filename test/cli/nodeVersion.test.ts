import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { checkNodeVersion } from '../../src/cli/nodeVersion.ts'

describe('an older Node.js', () => {
  test.each(['20.19.5', '22.18.9', '18.0.0'])('%s is too old, and both languages say so', version => {
    const message = checkNodeVersion(version) ?? ''
    expect(message).toContain(`annuaire needs Node.js 22.19 or newer; this is ${version}.`)
    expect(message).toContain(`annuaire demande Node.js 22.19 ou plus récent\u00a0; voici ${version}.`)
  })

  test.each(['22.19.0', '22.20.1', '23.0.0', '24.1.0'])('%s is not', version => {
    expect(checkNodeVersion(version)).toBeUndefined()
  })

  test('the version is the one that the package asks for', async () => {
    const { engines } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))
    const [, version] = /^>=(\d+\.\d+)$/.exec(engines.node)!
    expect(checkNodeVersion(version!)).toBeUndefined()
    const [major, minor] = version!.split('.').map(Number)
    expect(checkNodeVersion(`${major}.${minor! - 1}.0`)).toBeDefined()
  })
})

import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { ACTOR_TYPE, generateActor } from './generateActor.ts'

test('the type of the record is what its JSON Schema gives', async () => {
  expect(await readFile(ACTOR_TYPE, 'utf8')).toBe(await generateActor())
})

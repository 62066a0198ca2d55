import { expect, test } from 'vitest'
import { readJsonLdContext } from '../../src/vocabulary/jsonldContext.ts'
import { PREFIXES } from '../../src/vocabulary/namespaces.ts'

test('the context declares the prefixes that the project knows, and no others', async () => {
  const context = await readJsonLdContext()
  const prefixes = Object.entries(context).filter(
    ([term, definition]) =>
      !term.startsWith('@') && typeof definition === 'string' && /[#/]$/.test(definition),
  )
  expect(Object.fromEntries(prefixes)).toEqual(PREFIXES)
})

test('no two terms name the same property', async () => {
  const ids = Object.values(await readJsonLdContext()).map(definition =>
    typeof definition === 'object' ? definition['@id'] : definition,
  )
  expect(new Set(ids).size).toBe(ids.length)
})

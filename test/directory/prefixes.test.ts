import { expect, test } from 'vitest'
import { directoryPrefixes } from '../../src/directory/prefixes.ts'
import { PREFIXES, readConfiguration } from '../../src/index.ts'
import { CONFIGURATION, directoryOf, GOOD } from './writeDirectory.ts'

test('own properties and own concepts have prefixes', async () => {
  const { directory } = await directoryOf(GOOD)
  const answer = await directory.query(
    'SELECT * { ?actor own:members ?members ; own:size tailles:petite ; rov:orgType natures:asso ; foaf:name ?name }',
  )
  if (answer.type !== 'bindings') throw new Error('no bindings')
  expect(answer.variables).toEqual(['actor', 'members', 'name'])
  const rows = await Array.fromAsync(answer.bindings)
  expect(rows.map(({ members, name }) => [members?.value, name?.value])).toEqual([['12', 'Le Lien']])
})

test('a scheme takes no prefix that has a meaning', async () => {
  const yaml = CONFIGURATION.replaceAll('tailles', 'org')
  const prefixes = directoryPrefixes(await readConfiguration(yaml, 'annuaire.yaml'))
  expect(prefixes.org).toBe(PREFIXES.org)
  expect(prefixes.natures).toBe('https://annuaire.example.org/def/natures/')
})

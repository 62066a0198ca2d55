import { expect, test } from 'vitest'
import type { Actor } from '../../src/actor/actor.ts'
import type { Configuration } from '../../src/configuration/configuration.ts'
import { directoryQuads } from '../../src/directory/directoryQuads.ts'
import type { Lexicon } from '../../src/directory/lexicon.ts'
import { geographicCodeEdition } from '../../src/vocabulary/geographicCode.ts'
import { iri } from '../../src/vocabulary/namespaces.ts'
import { territoryIri } from '../../src/vocabulary/territories.ts'
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts'

test('the communes of seats, of other sites and of coverage are described', async () => {
  const [seat, site, covered] = ['35238', '2B096', '97412'].map(code => territoryIri('commune', code))
  const actor: Actor = {
    id: 'https://annuaire.example.org/id/acteur/a#it',
    source: 'acteurs',
    key: '1',
    name: 'A',
    address: { commune: seat! },
    sites: [{ key: 'a' }, { key: 'b', address: { commune: site! } }],
    coverage: [covered!],
  }
  const configuration = { base: 'https://annuaire.example.org', language: 'fr', fields: [], sources: [] }
  const lexicon = { classesOf: () => [], shipped: await loadVocabulary() }
  const quads = Array.from(
    await directoryQuads([actor], configuration as unknown as Configuration, lexicon as unknown as Lexicon),
  )
  expect(quads.map(({ subject }) => subject.value)).toContain(geographicCodeEdition().iri)
  const units = quads
    .filter(
      ({ predicate, object }) => predicate.value === iri('rdf:type') && object.value === iri('cv:AdminUnit'),
    )
    .map(({ subject }) => subject.value)
  expect(new Set(units)).toEqual(new Set([seat, site, covered]))
})

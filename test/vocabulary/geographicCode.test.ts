import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { editionQuads, geographicCodeEdition } from '../../src/vocabulary/geographicCode.ts'
import { iri } from '../../src/vocabulary/namespaces.ts'

test('the year is the one that the package gives for its version', () => {
  const { year, version } = geographicCodeEdition()
  const folder = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/package.json')
  const readme = readFileSync(folder.replace('package.json', 'README.md'), 'utf8')
  expect(readme).toMatch(new RegExp(`^\\| ${year} +\\| ${version.split('.')[0]}\\.`, 'm'))
})

test('one node says it', () => {
  const edition = { iri: 'https://w3id.org/annuaire-lod/id/cog/2026', year: '2026', version: '6.0.0' }
  const quads = editionQuads(edition)
  expect(new Set(quads.map(({ subject }) => subject.value))).toEqual(new Set([edition.iri]))
  expect(quads.find(({ predicate }) => predicate.value === iri('owl:versionInfo'))?.object.value).toBe('2026')
})

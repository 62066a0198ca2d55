import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { Parser } from 'n3'
import { beforeAll, expect, test } from 'vitest'
import { normaliseLabel } from '../../src/vocabulary/label.ts'
import { iri, PREFIXES } from '../../src/vocabulary/namespaces.ts'
import { loadVocabulary, readVocabularyFile, type Vocabulary } from '../../src/vocabulary/vocabulary.ts'
import { describeWith, shared } from './shared.ts'

const COG = 'data/codes-cog/2024-departements.csv'
const NUTS = 'data/codes-nuts/nuts.csv'
const CJ = 'data/codes-insee-cj-naf/categories_juridiques.csv'
const CPOV = 'data/rdf-cpov-popolo/cpov/cpov-SHACL.ttl'

const rowsOf = (file: string): Record<string, string>[] =>
  parse(readFileSync(shared(file), 'utf8'), { columns: true, bom: true })

let vocabulary: Vocabulary
beforeAll(async () => {
  vocabulary = await loadVocabulary()
})

describeWith(COG, 'départements', () => {
  test('are those of the official geographic code, in its regions', () => {
    const regions = vocabulary.schemes.get('regions-2016')!
    const departments = vocabulary.schemes.get('departements')!.concepts.map(concept => ({
      code: concept.notation,
      name: concept.prefLabel.fr,
      region: concept.parents.flatMap(parent => regions.get(parent)?.notation ?? []).join(),
    }))
    const expected = rowsOf(COG).map(({ DEP, LIBELLE, REG }) => ({ code: DEP, name: LIBELLE, region: REG }))
    expect(departments).toEqual(expected)
  })
})

describeWith(NUTS, 'regions of 2010', () => {
  test('are the level 2 of NUTS, whose parts of level 3 are their départements', () => {
    const names = new Map(rowsOf(NUTS).map(row => [row['NUTS-Code']!, normaliseLabel(row.Description!)]))
    const codesOf = (territory: string) =>
      vocabulary.quads
        .filter(
          ({ subject, predicate }) =>
            subject.value === territory && predicate.value === iri('skos:closeMatch'),
        )
        .map(({ object }) => object.value.replace('http://data.europa.eu/nuts/code/', ''))
        .filter(code => names.has(code))
    const regions = vocabulary.schemes.get('regions-2010')!
    const covered = new Set<string>()
    for (const { prefLabel, parents, notation } of vocabulary.schemes.get('departements')!.concepts) {
      const [code = ''] = codesOf(vocabulary.schemes.get('departements')!.byNotation(notation)!.iri)
      expect(names.get(code), notation).toBe(normaliseLabel(prefLabel.fr!))
      const region = parents.find(parent => regions.get(parent))
      if (notation === '976') expect(region).toBeUndefined()
      else expect(codesOf(region!), notation).toEqual([code.slice(0, 4)])
      if (region) covered.add(region)
    }
    expect(covered.size).toBe(26)
    for (const { iri: region, prefLabel, hiddenLabels } of regions.concepts) {
      const [code = ''] = codesOf(region)
      expect([prefLabel.fr!, ...hiddenLabels].map(normaliseLabel)).toContain(names.get(code))
    }
  })
})

describeWith(CJ, 'catégories juridiques', () => {
  test('have the labels of Insee', () => {
    const labels = new Map(rowsOf(CJ).map(({ code, libelle }) => [code!, libelle!.replaceAll("'", '’')]))
    const categories = vocabulary.schemes.get('cj')!.concepts.filter(({ notation }) => notation.length === 4)
    expect(categories.length).toBeGreaterThan(30)
    for (const { notation, prefLabel } of categories) expect(prefLabel.fr).toBe(labels.get(notation))
  })
})

describeWith(CPOV, 'terms of the Core Public Organisation Vocabulary', () => {
  test('are in its shapes', async () => {
    const iris = (text: string) =>
      new Set(
        new Parser()
          .parse(text)
          .flatMap(({ subject, predicate, object }) => [subject, predicate, object])
          .map(({ value }) => value)
          .filter(value => value.startsWith(PREFIXES.cv)),
      )
    const known = iris(readFileSync(shared(CPOV), 'utf8'))
    const used = iris(await readVocabularyFile('shapes.ttl'))
    expect(used.size).toBeGreaterThan(4)
    expect([...used].filter(term => !known.has(term))).toEqual([])
  })
})

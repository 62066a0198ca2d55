import { describe, expect, test } from 'vitest'
import type { Actor } from '../../../src/actor/actor.ts'
import { createComparison, findDuplicates } from '../../../src/actor/duplicates/findDuplicates.ts'
import { pairKey } from '../../../src/actor/duplicates/reference.ts'
import { territoryIri } from '../../../src/vocabulary/territories.ts'
import { plantDuplicates } from '../../bench/duplicateActors.ts'
import { fc } from '../../fastCheck.ts'
import { typographyFaults } from '../../frenchTypography.ts'
import { record } from './actors.ts'

const ANGERS = { locality: 'Angers', postcode: '49000', commune: territoryIri('commune', '49007') }
const ALLONNES = { locality: 'Allonnes', postcode: '49650', commune: territoryIri('commune', '49002') }
const at = (street: string, place = ANGERS) => ({ address: { ...place, street } })

/** The verdict on two records, and the codes of its reasons. */
function compare(a: Partial<Actor>, b: Partial<Actor>, sources: readonly [string, string] = ['s', 't']) {
  const records = [record(`${sources[0]}/1`, a), record(`${sources[1]}/2`, b)]
  const { verdict, score, reasons } = createComparison(records)(0, 1)
  const { pairs } = findDuplicates(records)
  // What is shown is what the search finds, and the other way round.
  expect(pairs.map(pair => pair.verdict)).toEqual(verdict === 'distinct' ? [] : [verdict])
  return { verdict, score, codes: reasons.map(({ code }) => code) }
}

const AMIA = 'Association Micro-informatique Allonnaise (AMIA)'

test.each<[string, Partial<Actor>, Partial<Actor>]>([
  [
    'one name, spelt in two ways, at one address',
    { name: AMIA, ...at('20 rue Armand Quénard') },
    { name: 'ASSOCIATION MICROINFORMATIQUE ALLONNAISE - AMIA', ...at('20, r. Armand Quenard') },
  ],
  [
    'words swapped and mistyped, one telephone number',
    { name: AMIA, address: ALLONNES, telephone: '02 41 43 28 13' },
    {
      name: 'AMIA, asociation micro-informatique allonnaise',
      address: ALLONNES,
      telephone: '+33 (0)2.41.43.28.13',
    },
  ],
  [
    'a rare name in one commune',
    { name: AMIA, address: ALLONNES },
    { name: AMIA, address: { locality: 'Allonnes' } },
  ],
  [
    'an acronym that is the name elsewhere',
    { name: 'Association de quartier', acronym: 'ARQA', ...at('3 rue A B') },
    { name: 'ARQA', ...at('3 rue A B') },
  ],
  [
    'another name',
    { name: 'Le Quart’Ney', alternateNames: ['Maison de quartier du Grand-Pigeon'], address: ANGERS },
    { name: 'Maison de quartier du Grand Pigeon', address: ANGERS },
  ],
  [
    'one SIRET and one name, in two communes',
    { name: AMIA, siret: '73282932000074', address: ALLONNES },
    { name: AMIA, siret: '73282932000074', address: ANGERS },
  ],
  [
    'moved within the commune, with its mailbox',
    { name: AMIA, ...at('1 rue Haute'), email: 'amia@example.org' },
    { name: AMIA, ...at('9 quai du Port'), email: 'AMIA@example.org' },
  ],
])('duplicate: %s', (_, a, b) => {
  expect(compare(a, b)).toMatchObject({ verdict: 'duplicate' })
})

test.each<[string, Partial<Actor>, Partial<Actor>, string]>([
  ['nothing but the name', { name: AMIA }, { name: AMIA }, 'name-alone'],
  [
    'a SIRET, and names that differ',
    { name: 'Mairie d’Allonnes', siret: '73282932000074' },
    { name: 'Bibliothèque Prévert', siret: '73282932000074' },
    'same-siret',
  ],
  [
    'one number in the register of associations, and names that differ',
    { name: AMIA, rna: 'W491000123' },
    { name: 'Les Souris du Saumurois', rna: 'W491000123' },
    'same-rna',
  ],
  [
    'two SIRENs',
    { name: AMIA, ...at('3 rue A B'), siren: '732829320', telephone: '0241432813' },
    { name: AMIA, ...at('3 rue A B'), siren: '356000000', telephone: '0241432813' },
    'different-siren',
  ],
  [
    'two establishments of one unit',
    { name: 'La Poste', ...at('3 rue A B'), siret: '35600000000048' },
    { name: 'La Poste', ...at('9 rue C D'), siret: '35600000042099' },
    'different-siret',
  ],
  [
    'one name and mailbox in two communes',
    { name: AMIA, address: ALLONNES, email: 'a@example.org', telephone: '0241432813' },
    { name: AMIA, address: ANGERS, email: 'a@example.org', telephone: '0241432813' },
    'different-place',
  ],
  [
    'different names behind one door, with one telephone',
    { name: 'Mairie', ...at('1 place Haute'), telephone: '0241432813', email: 'a@example.org' },
    { name: 'Bibliothèque Prévert', ...at('1 place Haute'), telephone: '0241432813', email: 'a@example.org' },
    'different-name',
  ],
  [
    'a word of its own in each name',
    { name: 'Médiathèque de Thyez-le-Haut', ...at('1 rue A B'), telephone: '0241432813' },
    { name: 'Mairie de Thyez-le-Haut', ...at('1 rue A B'), telephone: '0241432813' },
    'other-words',
  ],
  [
    'a number in one name',
    { name: `${AMIA} 2`, ...at('1 rue A B') },
    { name: AMIA, ...at('1 rue A B') },
    'other-words',
  ],
])('uncertain: %s', (_, a, b, code) => {
  const found = compare(a, b)
  expect(found).toMatchObject({ verdict: 'uncertain' })
  expect(found.codes).toContain(code)
})

test.each<[string, Partial<Actor>, Partial<Actor>]>([
  [
    'a generic name in two communes',
    { name: 'Médiathèque municipale', address: ANGERS },
    { name: 'Médiathèque municipale', address: ALLONNES },
  ],
  [
    'different names at one address',
    { name: 'Association l’Âge d’Or', ...at('53 rue Abbé Grégoire') },
    { name: 'Le Pangolin des Mauges', ...at('53 rue Abbé Grégoire') },
  ],
  ['no coordinates, and no other ones', { name: 'Un lieu' }, { name: 'Une autre maison' }],
  ['names without a word', { name: '—' }, { name: '…' }],
  ['no names', { name: '', address: ANGERS }, { name: ' ', address: ANGERS }],
  [
    'placeholders',
    {
      name: 'Ici',
      siret: '00000000000000',
      telephone: '06 00 00 00 00',
      location: { latitude: 0, longitude: 0 },
    },
    {
      name: 'Ailleurs',
      siret: '00000000000000',
      telephone: '0600000000',
      location: { latitude: 0, longitude: 0 },
    },
  ],
  [
    'identifiers whose check digit is wrong',
    { name: 'Ici', siren: '732829321' },
    { name: 'Ailleurs', siren: '732829321' },
  ],
])('distinct: %s', (_, a, b) => {
  expect(compare(a, b)).toMatchObject({ verdict: 'distinct' })
})

test('what one record lacks is no evidence', () => {
  const full = {
    name: AMIA,
    ...at('20 rue Armand Quénard'),
    telephone: '0241432813',
    siren: '732829320',
    location: { latitude: 47.29, longitude: 0.02 },
  }
  const { codes } = compare(full, { name: AMIA, address: ANGERS })
  expect(codes.toSorted()).toEqual(['same-name', 'same-place'])
})

test('within one source, a word more is one thing more', () => {
  const [fixed, bus] = [
    {
      name: 'France services Pimms Médiation Sevran',
      ...at('4 allée de la Pérouse'),
      telephone: '0241432813',
    },
    {
      name: 'Bus France services Pimms Médiation Sevran',
      ...at('4 allée de la Pérouse'),
      telephone: '0241432813',
    },
  ]
  expect(compare(fixed!, bus!, ['s', 't']).verdict).toBe('duplicate')
  expect(compare(fixed!, bus!, ['s', 's']).verdict).toBe('uncertain')
})

test('of two rivals, the better match is the duplicate', () => {
  const common = { ...at('4 allée de la Pérouse'), telephone: '0241432813' }
  const { pairs } = findDuplicates([
    record('s/1', { name: 'Pimms Médiation Sevran', email: 'a@example.org', ...common }),
    record('t/1', { name: 'Pimms Médiation de Sevran', email: 'a@example.org', ...common }),
    record('t/2', { name: 'Bus Pimms Médiation Sevran', ...common }),
  ])
  const verdicts = pairs.map(({ a, b, verdict }) => `${a.source}/${a.key} ${b.source}/${b.key} ${verdict}`)
  expect(verdicts).toContain('s/1 t/1 duplicate')
  expect(verdicts).toContain('s/1 t/2 uncertain')
  expect(pairs.find(({ b }) => b.key === '2')!.reasons.map(({ code }) => code)).toContain('better-match')
})

test('a web address that many records have tells nothing', () => {
  const sites = Array.from({ length: 40 }, (_, index) =>
    record(`s/${index}`, {
      name: `Lieu ${'abcdefghij'[index % 10]}${index}`,
      homepage: 'https://www.angers.fr/',
    }),
  )
  expect(findDuplicates(sites).pairs).toEqual([])
})

describe('all pairs', () => {
  const { actors, duplicates, nearMisses } = plantDuplicates(2_000, 7)
  const search = findDuplicates(actors)
  const keyOf = ([a, b]: readonly [number, number]) => pairKey(actors[a]!, actors[b]!)
  const found = new Map(search.pairs.map(pair => [pairKey(pair.a, pair.b), pair.verdict]))

  test('planted duplicates are found, near-misses are never called duplicates', () => {
    expect(duplicates.length).toBeGreaterThan(150)
    expect(nearMisses.length).toBeGreaterThan(150)
    expect(duplicates.filter(pair => !found.has(keyOf(pair)))).toEqual([])
    const certain = duplicates.filter(pair => found.get(keyOf(pair)) === 'duplicate')
    expect(certain.length / duplicates.length).toBeGreaterThan(0.9)
    expect(nearMisses.filter(pair => found.get(keyOf(pair)) === 'duplicate')).toEqual([])
    expect([...found.values()].filter(verdict => verdict === 'duplicate').length).toBe(certain.length)
  })

  test('the order of the actors does not matter', () => {
    expect(findDuplicates(actors.toReversed())).toEqual(search)
    expect(findDuplicates(actors.toSorted((a, b) => (a.name < b.name ? -1 : 1)))).toEqual(search)
  })

  test('the effort is not that of all pairs', () => {
    expect(search.comparisons).toBeLessThan(actors.length * 10)
  })

  test('every reason is said in both languages, in good French', () => {
    const reasons = search.pairs.flatMap(pair => pair.reasons)
    expect(new Set(reasons.map(({ code }) => code)).size).toBeGreaterThan(10)
    for (const { message } of reasons) {
      expect(message.en).toMatch(/\.$/)
      expect(typographyFaults(message.fr)).toEqual([])
    }
  })
})

test('what too many records have in common is not compared, and told', () => {
  const crowd = Array.from({ length: 300 }, (_, index) => record(`s/${index}`, { name: 'Mairie' }))
  const { pairs, comparisons, skippedBlocks } = findDuplicates(crowd)
  expect({ pairs, comparisons }).toEqual({ pairs: [], comparisons: 0 })
  expect(skippedBlocks).toContainEqual({ kind: 'name', value: 'mairie', size: 300, comparisons: 44_850 })
})

test('a crowd in several communes is compared within each', () => {
  const crowd = Array.from({ length: 300 }, (_, index) =>
    record(`s/${index}`, {
      name: 'Mairie',
      address: { locality: `Ville ${'abcdefghij'[index % 10]}${Math.floor(index / 20)}` },
    }),
  )
  const { pairs, skippedBlocks } = findDuplicates(crowd)
  expect(skippedBlocks).toEqual([])
  expect(pairs.length).toBe(150)
})

test('two records with one key are not paired with themselves', () => {
  expect(
    findDuplicates([
      record('1', { name: AMIA, address: ANGERS }),
      record('1', { name: AMIA, address: ANGERS }),
    ]).pairs,
  ).toEqual([])
})

test('a search can be stopped', () => {
  const records = [record('1', { name: AMIA }), record('2', { name: AMIA })]
  expect(() => findDuplicates(records, { signal: AbortSignal.abort() })).toThrow(/abort/i)
})

test('hostile records give verdicts, not crashes', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '',
      ' ',
      '__proto__',
      'constructor',
      '\ud800',
      'a'.repeat(20_000),
      'a b '.repeat(5_000),
      '///',
      'https://[',
      'http://%',
    ),
  )
  const hostile = fc.record(
    {
      name: text,
      acronym: text,
      alternateNames: fc.array(text, { maxLength: 4 }),
      siren: text,
      siret: text,
      rna: text,
      email: text,
      telephone: text,
      homepage: text,
      address: fc.record(
        { street: text, fullAddress: text, postcode: text, locality: text, commune: text, department: text },
        { requiredKeys: [] },
      ),
      location: fc.record({ latitude: fc.double(), longitude: fc.double() }),
    },
    { requiredKeys: ['name'] },
  )
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 2, maxLength: 8 }), contents => {
      const records = contents.map((content, index) => record(`s/${index}`, content as Partial<Actor>))
      for (const { score } of findDuplicates(records).pairs) expect(score).toBeGreaterThanOrEqual(0.5)
      expect(createComparison(records)(0, 1).score).toBeLessThanOrEqual(1)
    }),
    { numRuns: 100 },
  )
})

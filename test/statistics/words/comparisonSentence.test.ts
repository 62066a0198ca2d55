import { describe, expect, test } from 'vitest'
import { compareTables } from '../../../src/statistics/comparison/compareTables.ts'
import type { Observation } from '../../../src/statistics/statistic.ts'
import { toComparisonParts, toComparisonSentence } from '../../../src/statistics/words/comparisonSentence.ts'
import { typographyFaults } from '../../frenchTypography.ts'
import { ASSOCIATION, AUTHORITY, MISSING, observation, table, WATCH } from './tables.ts'

const LABELS = {
  own: { fr: 'des onze régions', en: 'of the eleven regions' },
  other: { fr: 'de la dernière publication', en: 'of the last release' },
}

function compare(own: Observation, other: Observation, samples?: 'both') {
  const dimensions = own.values.length === 2 ? ['legalForm', 'mission'] : ['legalForm']
  return compareTables(
    table(dimensions, { observations: [own] }),
    table(dimensions, { observations: [other] }),
    { id: 'test', title: { fr: 'Essai', en: 'Test' }, labels: LABELS, ...(samples ? { samples } : {}) },
  )
}

describe('a comparison in a sentence', () => {
  test.each<[string, Observation, Observation, string, string]>([
    [
      'more',
      observation([ASSOCIATION], 128, 225),
      observation([ASSOCIATION], 190, 393),
      '56,9 % des acteurs des onze régions dont la forme juridique est connue sont des associations (128 sur 225), contre 48,3 % de ceux de la dernière publication (190 sur 393) : 8,5 points de plus (1,18 fois autant)',
      '56.9% of the actors of the eleven regions whose legal form is known are associations (128 of 225), against 48.3% of those of the last release (190 of 393): 8.5 percentage points more (1.18 times as much)',
    ],
    [
      'less, in the feminine',
      observation([AUTHORITY, WATCH], 19, 100),
      observation([AUTHORITY, WATCH], 20, 100),
      '19,0 % des collectivités territoriales des onze régions qui ont renseigné leurs missions mènent de la veille technologique (19 sur 100), contre 20,0 % de celles de la dernière publication (20 sur 100) : 1,0 point de moins (0,95 fois autant)',
      '19.0% of the local authorities of the eleven regions that stated their missions carry out technology watch (19 of 100), against 20.0% of those of the last release (20 of 100): 1.0 percentage point less (0.95 times as much)',
    ],
    [
      'hardly more',
      observation([ASSOCIATION], 10_001, 20_000),
      observation([ASSOCIATION], 1, 2),
      '50,0 % des acteurs des onze régions dont la forme juridique est connue sont des associations (10 001 sur 20 000), contre 50,0 % de ceux de la dernière publication (1 sur 2) : moins de 0,1 point de plus',
      '50.0% of the actors of the eleven regions whose legal form is known are associations (10,001 of 20,000), against 50.0% of those of the last release (1 of 2): less than 0.1 percentage points more',
    ],
    [
      'the same',
      observation([ASSOCIATION], 1, 2),
      observation([ASSOCIATION], 2, 4),
      '50,0 % des acteurs des onze régions dont la forme juridique est connue sont des associations (1 sur 2), contre 50,0 % de ceux de la dernière publication (2 sur 4) : pas de différence',
      '50.0% of the actors of the eleven regions whose legal form is known are associations (1 of 2), against 50.0% of those of the last release (2 of 4): no difference',
    ],
    [
      'kept back on the other side',
      observation([ASSOCIATION], 128, 225),
      observation([ASSOCIATION], null, null, { isSuppressed: true }),
      '56,9 % des acteurs des onze régions dont la forme juridique est connue sont des associations (128 sur 225) ; la part de ceux de la dernière publication n’est pas connue',
      '56.9% of the actors of the eleven regions whose legal form is known are associations (128 of 225); the share of those of the last release is not known',
    ],
    [
      'kept back on this side',
      observation([ASSOCIATION], null, null, { isSuppressed: true }),
      observation([ASSOCIATION], 128, 225),
      'La part des acteurs des onze régions dont la forme juridique est connue qui sont des associations n’est pas connue ; celle de ceux de la dernière publication est de 56,9 % (128 sur 225)',
      'The share of the actors of the eleven regions whose legal form is known that are associations is not known; that of those of the last release is 56.9% (128 of 225)',
    ],
    [
      'kept back on both',
      observation([ASSOCIATION], null, null, { isSuppressed: true }),
      observation([ASSOCIATION], null, null, { isSuppressed: true }),
      'La part des acteurs des onze régions dont la forme juridique est connue qui sont des associations n’est pas connue, ni celle de ceux de la dernière publication',
      'The share of the actors of the eleven regions whose legal form is known that are associations is not known, nor is that of those of the last release',
    ],
  ])('%s', (_, own, other, french, english) => {
    const comparison = compare(own, other)
    const [cell] = comparison.observations
    const said = (['fr', 'en'] as const).map(language =>
      toComparisonSentence(comparison, cell!, { language }),
    )
    expect(typographyFaults(said[0]!)).toEqual([])
    expect(said.map(text => text.replace(/[\u00A0\u202F]/g, ' '))).toEqual([french, english])
  })

  test.each<[string, Observation, Observation, string, string]>([
    [
      'who did not answer',
      { values: [MISSING], n: 1, base: 9, missing: 1, share: null },
      { values: [MISSING], n: 7, base: 9, missing: 7, share: null },
      '1 acteur des onze régions est sans forme juridique connue, contre 7 de la dernière publication',
      '1 actor of the eleven regions is without a known legal form, against 7 of the last release',
    ],
    [
      'how many there are in all',
      observation([], 20, 30),
      observation([], 30, 30),
      'Part des acteurs des onze régions : 66,7 % (20 sur 30) ; part de ceux de la dernière publication : 100 % (30 sur 30) ; 33,3 points de moins (0,67 fois autant)',
      'Share of the actors of the eleven regions: 66.7% (20 of 30); share of those of the last release: 100% (30 of 30); 33.3 percentage points less (0.67 times as much)',
    ],
    [
      'how many there are in all, kept back on one side',
      observation([], null, null, { isSuppressed: true }),
      observation([], 30, 30),
      'Part des acteurs des onze régions : inconnue ; part de ceux de la dernière publication : 100 % (30 sur 30)',
      'Share of the actors of the eleven regions: not known; share of those of the last release: 100% (30 of 30)',
    ],
  ])('tells %s', (_, own, other, french, english) => {
    const dimensions = own.values.length === 0 ? [] : ['legalForm']
    const comparison = compareTables(
      table(dimensions, { observations: [own] }),
      table(dimensions, { observations: [other] }),
      { id: 'test', title: { fr: 'Essai', en: 'Test' }, labels: LABELS },
    )
    const said = (['fr', 'en'] as const).map(language =>
      toComparisonSentence(comparison, comparison.observations[0]!, { language }),
    )
    expect(typographyFaults(said[0]!)).toEqual([])
    expect(said.map(text => text.replace(/[\u00A0\u202F]/g, ' '))).toEqual([french, english])
  })

  test('has the interval of samples', () => {
    const comparison = compare(observation([ASSOCIATION], 56, 70), observation([ASSOCIATION], 48, 80), 'both')
    const [cell] = comparison.observations
    const said = (['fr', 'en'] as const).map(language =>
      toComparisonSentence(comparison, cell!, { language }),
    )
    expect(said[0]).toMatch(/intervalle de confiance à 95\u00A0%\u00A0: de 5,2 à 33,4 points\)$/)
    expect(said[1]).toMatch(/, 95% confidence interval: 5\.2 to 33\.4 percentage points\)$/)
  })

  test('has its figures as parts', () => {
    const comparison = compare(observation([ASSOCIATION], 128, 225), observation([ASSOCIATION], 190, 393))
    const parts = toComparisonParts(comparison, comparison.observations[0]!)
    expect(parts.flatMap(({ text, figure }) => (figure ? [[figure, text.replace(/\s/g, ' ')]] : []))).toEqual(
      [
        ['share', '56,9 %'],
        ['n', '128'],
        ['base', '225'],
        ['otherShare', '48,3 %'],
        ['difference', '8,5'],
        ['ratio', '1,18'],
      ],
    )
  })
})

test('after another one, it does not say again whom the shares are of', () => {
  const comparison = compare(observation([ASSOCIATION], 128, 225), observation([ASSOCIATION], 190, 393))
  const [cell] = comparison.observations
  const say = (language: 'fr' | 'en') =>
    toComparisonSentence(comparison, cell!, { language, isBrief: true }).replaceAll('\u00a0', ' ')
  expect(say('fr')).toBe(
    '56,9 % sont des associations (128 sur 225), contre 48,3 % (190 sur 393) : 8,5 points de plus (1,18 fois autant)',
  )
  expect(say('en')).toBe(
    '56.9% are associations (128 of 225), against 48.3% (190 of 393): 8.5 percentage points more (1.18 times as much)',
  )
})

test('a side that an adjective names has its noun again', () => {
  const given = table(['legalForm', 'mission'], { observations: [observation([AUTHORITY, WATCH], 1, 2)] })
  const other = table(['legalForm', 'mission'], { observations: [observation([AUTHORITY, WATCH], 1, 4)] })
  const saying = (fr: string, en: string) => {
    const labels = { own: LABELS.own, other: { fr, en } }
    const compared = compareTables(given, other, { id: 'test', title: { fr: 'Essai', en: 'Test' }, labels })
    const [one] = compared.observations
    return [
      toComparisonSentence(compared, one!).replace(/\u00A0/g, ' '),
      toComparisonSentence(compared, one!, { language: 'en' }),
    ]
  }
  const [french, english] = saying('rurales', 'situated in the countryside')
  expect(french).toContain('contre 25,0 % des collectivités territoriales rurales (1 sur 4)')
  expect(english).toContain('against 25.0% of the local authorities situated in the countryside (1 of 4)')
  const [inFrance, inEnglish] = saying('d’Île-de-France', 'outside Paris')
  expect(inFrance).toContain('contre 25,0 % de celles d’Île-de-France (1 sur 4)')
  expect(inEnglish).toContain('against 25.0% of those outside Paris (1 of 4)')
})

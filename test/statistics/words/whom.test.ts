import { expect, test } from 'vitest'
import type { Observation, Table } from '../../../src/statistics/statistic.ts'
import { toSentence } from '../../../src/statistics/words/sentence.ts'
import { typographyFaults } from '../../frenchTypography.ts'
import { ASSOCIATION, literal, MISSING, observation, table } from './tables.ts'

const dimensions = {
  members: { label: { fr: 'Adhérents', en: 'Members' } },
  tools: { label: { fr: 'Outils', en: 'Tools' } },
}

/** Ordinary spaces, to be read and written. */
function inBoth(given: Table, one: Observation): string[] {
  const french = toSentence(given, one, { dimensions, language: 'fr' })
  expect(typographyFaults(french)).toEqual([])
  const english = toSentence(given, one, { dimensions, language: 'en' })
  return [french, english].map(text => text.replace(/[\u00A0\u202F]/g, ' '))
}

const weighted = table(['legalForm'], { weight: 'members' })
const asked = {
  counted: 'responses',
  populationLabel: { fr: 'à qui la question a été posée', en: 'who were asked the question' },
} as const
const TREE = literal('tree', 'Arbre')

test.each<[string, Table, Observation, string, string]>([
  [
    'a weight without an answer is no number of actors',
    weighted,
    observation([MISSING], 1764, 7249, { share: null }),
    'Parmi les acteurs, ceux qui sont sans forme juridique connue pèsent 1 764 sur 9 013 (pondération par « Adhérents »)',
    'Among the actors, those that are without a known legal form weigh 1,764 of 9,013 (weighted by “Members”)',
  ],
  [
    'nor is one whose base is not known',
    weighted,
    observation([ASSOCIATION], 12.5, null),
    'Parmi les acteurs dont la forme juridique est connue, ceux qui sont des associations pèsent 12,5 (pondération par « Adhérents »)',
    'Among the actors whose legal form is known, those that are associations weigh 12.5 (weighted by “Members”)',
  ],
  [
    'nor the base of one that is not known',
    weighted,
    observation([ASSOCIATION], null, 33),
    'Parmi les acteurs dont la forme juridique est connue (base : 33), le nombre de ceux qui sont des associations n’est pas connu',
    'Of the actors whose legal form is known (base: 33), how many are associations is not known',
  ],
  [
    'nor no weight at all',
    weighted,
    observation([ASSOCIATION], 0, 0),
    'Le poids des acteurs dont la forme juridique est connue est nul : la part de ceux qui sont des associations ne se calcule pas (0 sur 0, pondération par « Adhérents »)',
    'The weight of the actors whose legal form is known is nil: the share of those that are associations cannot be computed (0 of 0, weighted by “Members”)',
  ],
  [
    'nor is a whole weight',
    table([], { weight: 'members' }),
    observation([], 33, 33, { missing: 0 }),
    'Les acteurs pèsent 33, sur 33 (100 %, pondération par « Adhérents »)',
    'The actors weigh 33, of 33 (100%, weighted by “Members”)',
  ],
  [
    'those who were asked and answered',
    table(['tools'], asked),
    observation([TREE], 6, 12),
    '50,0 % des répondants à qui la question a été posée et qui ont répondu à « Outils » ont répondu « Arbre » (6 sur 12)',
    '50.0% of the respondents who were asked the question and who answered “Tools” have answered “Arbre” (6 of 12)',
  ],
  [
    'those who were asked, have a value and answered',
    table(['size', 'tools'], asked),
    observation([literal('big', 'Grande'), TREE], 6, 12),
    '50,0 % des répondants à qui la question a été posée, qui ont répondu « Grande » à « size » et qui ont répondu à « Outils » ont répondu « Arbre » (6 sur 12)',
    '50.0% of the respondents who were asked the question, who have answered “Grande” to “size” and who answered “Tools” have answered “Arbre” (6 of 12)',
  ],
  [
    'the only one, who answered',
    table(['legalForm']),
    observation([MISSING], 0, 1, { missing: 0, share: null }),
    'Parmi les acteurs, aucune réponse ne manque pour « Forme juridique » (0 sur 1)',
    'Among the actors, no answer is missing for “Legal form” (0 of 1)',
  ],
  [
    'a directory of nobody',
    table([]),
    observation([], 0, 0, { missing: 0, share: null }),
    'L’annuaire ne compte aucun acteur',
    'The directory has no actor',
  ],
  [
    'a population of a directory of nobody',
    table([], { populationLabel: { fr: 'de Bretagne', en: 'of Brittany' } }),
    observation([], 0, 0, { missing: 0, share: null }),
    'L’annuaire ne compte aucun acteur de Bretagne',
    'The directory has no actor of Brittany',
  ],
])('%s', (_, given, one, french, english) => {
  expect(inBoth(given, one)).toEqual([french, english])
})

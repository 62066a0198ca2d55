import { expect, test } from 'vitest'
import { compareTables } from '../../../src/statistics/comparison/compareTables.ts'
import type { Observation, Table } from '../../../src/statistics/statistic.ts'
import { toComparisonSentence } from '../../../src/statistics/words/comparisonSentence.ts'
import { toTableNote } from '../../../src/statistics/words/note.ts'
import { toSentence } from '../../../src/statistics/words/sentence.ts'
import { toSummary } from '../../../src/statistics/words/summary.ts'
import { mergeWording } from '../../../src/statistics/words/wording.ts'
import { typographyFaults } from '../../frenchTypography.ts'
import { ASSOCIATION, literal, MISSING, observation, table, WATCH } from './tables.ts'

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
const crossed = table(['legalForm', 'tools'], { counted: 'responses' })
const NOBODY_MISSING = { missing: 0 }

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
    'Les acteurs pèsent 33 (pondération par « Adhérents »)',
    'The actors weigh 33 (weighted by “Members”)',
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
    'all of a form who answered are not all of that form',
    crossed,
    observation([ASSOCIATION, TREE], 3, 3, NOBODY_MISSING),
    'Toutes les associations qui ont répondu à l’enquête ont répondu « Arbre » à « Outils » (3 sur 3, soit 100 %)',
    'All the associations who answered the survey have answered “Arbre” to “Tools” (3 of 3, 100%)',
  ],
  [
    'nor are none of them',
    crossed,
    observation([ASSOCIATION, TREE], 0, 3, NOBODY_MISSING),
    'Aucune des 3 associations qui ont répondu à l’enquête n’a répondu « Arbre » à « Outils » (0 %)',
    'None of the 3 associations who answered the survey has answered “Arbre” to “Tools” (0%)',
  ],
  [
    'nor is the only one',
    crossed,
    observation([ASSOCIATION, TREE], 1, 1, NOBODY_MISSING),
    'L’unique association qui a répondu à l’enquête a répondu « Arbre » à « Outils » (1 sur 1, soit 100 %)',
    'The only association who answered the survey has answered “Arbre” to “Tools” (1 of 1, 100%)',
  ],
  [
    'nor those of them who left a question out',
    crossed,
    observation([ASSOCIATION, MISSING], 1, 2, { missing: 1, share: null }),
    'Une seule des 3 associations qui ont répondu à l’enquête est sans réponse à « Outils »',
    'Only one of the 3 associations who answered the survey is without an answer to “Tools”',
  ],
  [
    'nor are they by weight',
    { ...crossed, weight: 'members' },
    observation([ASSOCIATION, TREE], 1.5, 3, NOBODY_MISSING),
    '50,0 % des associations qui ont répondu à l’enquête ont répondu « Arbre » à « Outils » (1,5 sur 3, pondération par « Adhérents »)',
    '50.0% of the associations who answered the survey have answered “Arbre” to “Tools” (1.5 of 3, weighted by “Members”)',
  ],
  [
    'nor of all who were asked, answered or not',
    { ...crossed, ...asked, base: 'population' },
    observation([ASSOCIATION, TREE], 2, 4, { missing: 1 }),
    '50,0 % des associations à qui la question a été posée et qui ont répondu à l’enquête ont répondu « Arbre » à « Outils » (2 sur 4, dont 1 sans réponse)',
    '50.0% of the associations who were asked the question and who answered the survey have answered “Arbre” to “Tools” (2 of 4, 1 without an answer)',
  ],
  [
    'nor by what the directory knows of them',
    table(['legalForm', 'mission'], { counted: 'responses' }),
    observation([ASSOCIATION, WATCH], 2, 4),
    '50,0 % des associations qui ont renseigné leurs missions et qui ont répondu à l’enquête mènent de la veille technologique (2 sur 4)',
    '50.0% of the associations that stated their missions and who answered the survey carry out technology watch (2 of 4)',
  ],
  [
    'respondents did answer',
    table(['tools'], { counted: 'responses' }),
    observation([TREE], 3, 3, NOBODY_MISSING),
    'Tous les répondants ont répondu « Arbre » à « Outils » (3 sur 3, soit 100 %)',
    'All the respondents have answered “Arbre” to “Tools” (3 of 3, 100%)',
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

test('those of a form who answered are told so in summaries, notes and comparisons, whatever they are called', () => {
  const given = {
    ...crossed,
    base: 'population' as const,
    observations: [observation([ASSOCIATION, TREE], 3, 3, NOBODY_MISSING)],
  }
  const options = { dimensions, language: 'en' as const }
  const whom = 'associations who answered the survey'
  expect(toSummary(given, options)).toContain(`All the ${whom} have answered`)
  expect(toTableNote(given, options)).toContain(`Base: 3 ${whom}. Shares are of all the ${whom}, whether`)
  const labels = {
    own: { fr: 'de l’Ouest', en: 'of the West' },
    other: { fr: 'de l’Est', en: 'of the East' },
  }
  const compared = compareTables(given, given, { id: 'c', title: { fr: 'C', en: 'C' }, labels })
  expect(toComparisonSentence(compared, compared.observations[0]!, options)).toMatch(
    /^100% of the associations of the West who answered the survey have answered “Arbre” to “Tools”/,
  )
  const responses = { noun: { one: 'member', many: 'members' } }
  const wording = mergeWording({ en: { responses } })
  const uncrossed = table(['tools'], { counted: 'responses' })
  expect(toSentence(uncrossed, observation([TREE], 3, 3, NOBODY_MISSING), { ...options, wording })).toBe(
    'All the members who answered the survey have answered “Arbre” to “Tools” (3 of 3, 100%)',
  )
  expect(
    toSentence(table([], { counted: 'responses' }), observation([], 3, 3), { ...options, wording }),
  ).toBe('The survey has 3 members')
})

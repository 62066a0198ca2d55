import { describe, expect, test } from 'vitest'
import type { Table } from '../../../src/statistics/statistic.ts'
import { toTableNote } from '../../../src/statistics/words/note.ts'
import { toSummary, toSummaryParts } from '../../../src/statistics/words/summary.ts'
import { typographyFaults } from '../../frenchTypography.ts'
import {
  ASSOCIATION,
  AUTHORITY,
  literal,
  MISSING,
  OTHER,
  observation,
  shipped,
  table,
  WATCH,
} from './tables.ts'

const TRAINING = shipped('missions', 'formation', 'Formation TIC')

/** Ordinary spaces, to be read and written. */
function inBoth(write: typeof toSummary | typeof toTableNote, given: Table, options = {}): string[] {
  const french = write(given, { ...options, language: 'fr' })
  expect(typographyFaults(french)).toEqual([])
  return [french, write(given, { ...options, language: 'en' })].map(text =>
    text.replace(/[\u00A0\u202F]/g, ' '),
  )
}

const forms = table(['legalForm'], {
  observations: [
    observation([AUTHORITY], 32, 225),
    observation([ASSOCIATION], 128, 225),
    observation([shipped('legal-forms', 'gip')], 1, 225),
    observation([shipped('legal-forms', 'sem')], 0, 225),
    observation([OTHER], 160, 225),
    observation([MISSING], 3, 225, { share: null }),
  ],
})

const crossed = table(['legalForm', 'mission'], {
  isMultiValued: true,
  observations: [
    observation([ASSOCIATION, WATCH], 20, 30),
    observation([ASSOCIATION, TRAINING], 12, 30),
    observation([AUTHORITY, WATCH], 0, 60),
    observation([AUTHORITY, TRAINING], 60, 60, { missing: 0 }),
  ],
})

const emails = table(['use'], {
  unit: { fr: 'e-mails envoyés', en: 'e-mails sent' },
  notes: [{ fr: 'Un e-mail a plusieurs usages.', en: 'An e-mail has several uses.' }],
  isMultiValued: true,
  observations: [
    { ...observation([literal('events', 'Événements')], null, null), share: 70, isApproximate: true },
    { ...observation([literal('press', 'Presse')], null, null), share: 56 },
  ],
})

describe('a summary', () => {
  test.each<[string, Table, string, string]>([
    [
      'tells the greatest value, the next ones, and who did not answer, whatever the order of the table',
      forms,
      '56,9 % des acteurs dont la forme juridique est connue sont des associations (128 sur 225). 14,2 % sont des collectivités territoriales (32) et 0,4 % sont des groupements d’intérêt public (1). 3 des 228 acteurs sont sans forme juridique connue.',
      '56.9% of the actors whose legal form is known are associations (128 of 225). 14.2% are local authorities (32) and 0.4% are public interest groupings (1). 3 of the 228 actors are without a known legal form.',
    ],
    [
      'tells the greatest value of each base, the greatest base first, and that several answers are possible',
      crossed,
      'Toutes les collectivités territoriales proposent des formations TIC (60 sur 60, soit 100 %). 66,7 % des associations qui ont renseigné leurs missions mènent de la veille technologique (20 sur 30). Plusieurs réponses possibles : les parts sont celles des répondants et leur somme dépasse 100 %.',
      'All the local authorities offer ICT training (60 of 60, 100%). 66.7% of the associations that stated their missions carry out technology watch (20 of 30). Several answers possible: shares are of the respondents, and their sum exceeds 100%.',
    ],
    [
      'tells what is kept back',
      {
        ...forms,
        observations: [
          observation([ASSOCIATION], 128, 225, { missing: 0 }),
          observation([AUTHORITY], null, 225, { isSuppressed: true }),
        ],
      },
      '56,9 % des acteurs sont des associations (128 sur 225). Un effectif n’est pas publié (secret statistique).',
      '56.9% of the actors are associations (128 of 225). One count is not published (statistical confidentiality).',
    ],
    [
      'tells shares without counts',
      emails,
      '« Événements » : environ 70 % des e-mails envoyés. « Presse » : 56 %. Plusieurs réponses possibles : les parts sont celles des e-mails envoyés et leur somme dépasse 100 %.',
      '“Événements”: about 70% of the e-mails sent. “Presse”: 56%. Several answers possible: shares are of the e-mails sent, and their sum exceeds 100%.',
    ],
    [
      'of a size is the size',
      table([], { observations: [observation([], 400, 400, { missing: 0 })] }),
      'L’annuaire compte 400 acteurs.',
      'The directory has 400 actors.',
    ],
    [
      'tells that several answers are possible where nobody gave them',
      table(['use'], {
        isMultiValued: true,
        base: 'population',
        observations: [observation([literal('x')], 6, 12)],
      }),
      '50,0 % des acteurs ont « x » pour « use » (6 sur 12, dont 3 sans réponse). 25,0 % des acteurs sont sans valeur connue de « use » (3 sur 12). Plusieurs réponses possibles : les parts sont celles des acteurs et leur somme peut dépasser 100 %.',
      '50.0% of the actors have “x” for “use” (6 of 12, 3 without an answer). 25.0% of the actors are without a known “use” (3 of 12). Several answers possible: shares are of the actors, and their sum may exceed 100%.',
    ],
    ['of nothing is empty', table(['legalForm']), '', ''],
  ])('%s', (_, given, french, english) => {
    expect(inBoth(toSummary, given)).toEqual([french, english])
  })

  test('names as many values as it may', () => {
    expect(toSummaryParts(forms, { limit: 1 })).toHaveLength(2)
    expect(toSummaryParts(crossed, { limit: 1 })).toHaveLength(2)
  })

  test('says of which observation each figure is', () => {
    const [, next, unanswered] = toSummaryParts(forms, { limit: 2 })
    expect(next!.map(({ text, observation }) => [text, observation?.values[0]?.code])).toEqual([
      ['14,2\u00A0%', 'collectivite-territoriale'],
      [' sont des collectivités territoriales (', undefined],
      ['32', 'collectivite-territoriale'],
      [')', undefined],
      ['.', undefined],
    ])
    expect(unanswered![0]).toMatchObject({ text: '3', figure: 'n', observation: { n: 3, base: 225 } })
    expect(unanswered![0]!.observation!.values[0]!.role).toBe('missing')
  })
})

describe('a note', () => {
  test.each<[string, Table, string, string]>([
    [
      'tells the base and who did not answer',
      forms,
      'Base : 225 acteurs dont la forme juridique est connue. Sans réponse : 3.',
      'Base: 225 actors whose legal form is known. No answer: 3.',
    ],
    [
      'of one is in the singular',
      table(['legalForm'], { observations: [observation([ASSOCIATION], 1, 1)] }),
      'Base : 1 acteur dont la forme juridique est connue. Sans réponse : 3.',
      'Base: 1 actor whose legal form is known. No answer: 3.',
    ],
    [
      'tells that bases are many, and several answers',
      crossed,
      'Base : pour chaque « Forme juridique », les acteurs qui ont renseigné leurs missions. Plusieurs réponses possibles : les parts sont celles des répondants et leur somme dépasse 100 %.',
      'Base: for each “Legal form”, the actors that stated their missions. Several answers possible: shares are of the respondents, and their sum exceeds 100%.',
    ],
    [
      'tells that shares are of all, weights, and what is kept back',
      {
        ...forms,
        base: 'population',
        weight: 'members',
        observations: [
          observation([ASSOCIATION], 128, 228),
          observation([AUTHORITY], null, 228, { isSuppressed: true }),
        ],
      },
      'Base : 228 (poids : « members »), pour les acteurs. Les parts sont celles de tous les acteurs, réponse connue ou non. Sans réponse : 3 (poids). Effectifs pondérés par « members ». Les effectifs trop petits, et ceux qui les feraient deviner, ne sont pas publiés (secret statistique).',
      'Base: 228 (weight: “members”), for the actors. Shares are of all the actors, whether their answer is known or not. No answer: 3 (weight). Counts are weighted by “members”. Counts that are too small, and those that would give them away, are not published (statistical confidentiality).',
    ],
    [
      'tells shares without counts, and what the table says itself',
      emails,
      'Seules les parts sont connues, sans effectifs : parts des e-mails envoyés. Plusieurs réponses possibles : les parts sont celles des e-mails envoyés et leur somme dépasse 100 %. Certaines parts ne sont connues qu’à peu près. Un e-mail a plusieurs usages.',
      'Only shares are known, without counts: shares of the e-mails sent. Several answers possible: shares are of the e-mails sent, and their sum exceeds 100%. Some shares are known only approximately. An e-mail has several uses.',
    ],
    [
      'tells of two dimensions that shares are of all',
      { ...crossed, base: 'population', isMultiValued: false },
      'Base : pour chaque « Forme juridique », les acteurs. Les parts sont celles de tous les acteurs, réponse connue ou non.',
      'Base: for each “Legal form”, the actors. Shares are of all the actors, whether their answer is known or not.',
    ],
    [
      'tells what measures of a number are of',
      table(['legalForm'], {
        of: 'members',
        measures: ['n', 'base', 'missing', 'share', 'valid', 'mean', 'q90'],
        observations: [observation([ASSOCIATION], 1, 1, { missing: 0 })],
      }),
      'Base : 1 acteur. Mesures de « members » : moyenne, quantile à 90 %.',
      'Base: 1 actor. Measures of “members”: mean, 90% quantile.',
    ],
    ['of a size is empty', table([], { observations: [observation([], 4, 4)] }), '', ''],
  ])('%s', (_, given, french, english) => {
    expect(inBoth(toTableNote, given)).toEqual([french, english])
  })

  test('of a table without rows say no more than that', () => {
    const given = table(['mission'], { isMultiValued: true, weight: 'members', of: 'members' })
    const measured: Table = { ...given, measures: [...given.measures, 'valid', 'mean'] }
    expect(inBoth(toTableNote, measured)).toEqual([
      'Le tableau n’a aucune ligne : aucune valeur n’est connue.',
      'The table has no rows: no value is known.',
    ])
    expect(toSummary(measured)).toBe('')
  })
})

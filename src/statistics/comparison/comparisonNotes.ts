import type { Language } from '../../errors.ts'
import { knownLanguage } from '../language.ts'
import type { Table } from '../statistic.ts'
import { toTableNotes } from '../words/note.ts'
import { subjectOf } from '../words/subject.ts'
import { type SentenceOptions, voiceOf } from '../words/voice.ts'
import type { ComparisonTable } from './comparison.ts'
import { sharedTerms } from './sharedTerms.ts'

/** What is said of comparisons, and of no table. */
interface Words {
  readonly sides: (own: string, other: string) => string
  readonly together: string
  readonly intervals: string
  readonly withoutIntervals: Readonly<Record<NonNullable<ComparisonTable['withoutIntervals']>, string>>
}

const WORDS: Readonly<Record<Language, Words>> = {
  fr: {
    sides: (own, other) =>
      `Premier côté\u00a0: ${own}\u00a0; second côté\u00a0: ${other}. L’écart est la part du premier moins celle du second, en points de pourcentage\u00a0; le rapport, la part du premier divisée par celle du second.`,
    together:
      'Une valeur qui est réunie à d’autres sur une ligne n’y a pas de part à elle\u00a0: ni écart ni rapport.',
    intervals:
      'Intervalles de confiance à 95\u00a0%\u00a0: des parts selon Wilson, des écarts selon Newcombe, les deux côtés étant pris pour indépendants.',
    withoutIntervals: {
      weighted: 'Les écarts n’ont pas d’intervalle\u00a0: les effectifs sont pondérés.',
      'no-counts': 'Les écarts n’ont pas d’intervalle\u00a0: les effectifs ne sont pas connus.',
      overlapping:
        'Les écarts n’ont pas d’intervalle\u00a0: les mêmes sont comptés des deux côtés, qui ne sont donc pas indépendants.',
    },
  },
  en: {
    sides: (own, other) =>
      `First side: ${own}; second side: ${other}. The difference is the share of the first less that of the second, in percentage points; the ratio, the share of the first divided by that of the second.`,
    together:
      'A value that is told together with others in one row has no share of its own there: neither a difference nor a ratio.',
    intervals:
      'Confidence intervals at 95%: of shares after Wilson, of differences after Newcombe, both sides taken for independent.',
    withoutIntervals: {
      weighted: 'Differences have no interval: counts are weighted.',
      'no-counts': 'Differences have no interval: counts are not known.',
      overlapping:
        'Differences have no interval: the same are counted on both sides, which so are not independent.',
    },
  },
}

/**
 * What has to be known to read a comparison rightly, in whole sentences: what its sides and their bases are, what is
 * together or kept back, whether there are intervals, and what is to be known of tables like these.
 *
 * @throws {StatisticsError} where the language is neither French nor English
 */
export function comparisonNotes(
  comparison: ComparisonTable,
  options: SentenceOptions = {},
): readonly string[] {
  const words = WORDS[knownLanguage(options.language ?? 'fr')]
  const { observations, samples, withoutIntervals } = comparison
  const tables = { own: sideTable(comparison, 'own'), other: sideTable(comparison, 'other') }
  const those = (side: Table) => subjectOf(voiceOf(side, options), undefined, false).many
  const hasTogether = observations.some(({ own, other }) =>
    [own, other].some(({ status }) => status === 'together'),
  )
  return [
    words.sides(those(tables.own), those(tables.other)),
    ...new Set([...toTableNotes(tables.own, options), ...toTableNotes(tables.other, options)]),
    ...(hasTogether ? [words.together] : []),
    ...(samples === undefined
      ? []
      : [withoutIntervals === undefined ? words.intervals : words.withoutIntervals[withoutIntervals]]),
  ]
}

/** A side of a comparison as a table, as far as the comparison has it. */
export function sideTable(comparison: ComparisonTable, side: 'own' | 'other'): Table {
  return {
    id: comparison.statistic,
    title: comparison.title,
    ...sharedTerms(comparison),
    populationLabel: comparison.labels[side],
    measures: ['n', 'base', 'share'],
    observations: comparison.observations.map(observation => {
      const { status, n, base, share } = observation[side]
      const isSuppressed = status === 'suppressed'
      return {
        values: observation.values,
        n,
        base,
        missing: null,
        share,
        ...(isSuppressed ? { isSuppressed } : {}),
      }
    }),
    query: comparison.queries[side],
  }
}

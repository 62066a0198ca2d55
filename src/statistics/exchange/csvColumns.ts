import type { DimensionValue, Measure, Observation, Table } from '../statistic.ts'
import { hasRoles } from './cells.ts'
import { figureOf, writeFigure } from './measures.ts'

/** A column of a table’s CSV: what is in it, and how it is written. */
export type CsvColumn = {
  /** As the header has it. */
  readonly header: string
  /** The field of an observation; empty where there is nothing to say. */
  readonly write: (observation: Observation) => string
} & (
  | { readonly kind: 'code' | 'label' | 'iri' | 'role'; readonly dimension: number }
  | { readonly kind: 'measure'; readonly measure: Measure }
  | { readonly kind: 'status' }
)

/** What the column `status` says of an observation whose figures are kept back, or only known as about so much. */
export const STATUSES = { suppressed: 'suppressed', approximate: 'approximate' } as const

/**
 * The columns of a table’s CSV. Of a dimension that has a row for those who did not answer, or for the values beyond
 * the first ones, a column says which rows these are; where something is kept back or approximate, a last column says so.
 */
export function csvColumns({ dimensions, measures, observations }: Table): readonly CsvColumn[] {
  const ofDimensions = dimensions.flatMap((name, dimension): CsvColumn[] => {
    const of = (
      kind: 'code' | 'label' | 'iri' | 'role',
      suffix: string,
      write: (value: DimensionValue) => string,
    ): CsvColumn => ({
      kind,
      dimension,
      header: name + suffix,
      write: ({ values }) => write(values[dimension]!),
    })
    return [
      of('code', '', ({ code }) => code),
      of('label', 'Label', ({ label }) => label),
      of('iri', 'Iri', ({ iri }) => iri ?? ''),
      ...(hasRoles(observations, dimension) ? [of('role', 'Role', ({ role }) => role ?? '')] : []),
    ]
  })
  const ofMeasures = measures.map(
    (measure): CsvColumn => ({
      kind: 'measure',
      measure,
      header: measure,
      write: observation => {
        const figure = figureOf(observation, measure)
        if (figure === null) return ''
        return measure === 'share' ? figure.toFixed(4) : writeFigure(figure)
      },
    }),
  )
  const status: CsvColumn = {
    kind: 'status',
    header: 'status',
    write: ({ isSuppressed, isApproximate }) =>
      isSuppressed ? STATUSES.suppressed : isApproximate ? STATUSES.approximate : '',
  }
  const hasStatus = observations.some(({ isSuppressed, isApproximate }) => isSuppressed || isApproximate)
  return [...ofDimensions, ...ofMeasures, ...(hasStatus ? [status] : [])]
}

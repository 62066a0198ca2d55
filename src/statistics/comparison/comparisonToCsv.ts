import { toCsvLine } from '../../query/csvLine.ts'
import { hasRoles } from '../exchange/cells.ts'
import { writeFigure } from '../exchange/measures.ts'
import type { ComparedFigures, ComparisonObservation, ComparisonTable } from './comparison.ts'

type Column = readonly [header: string, write: (observation: ComparisonObservation) => string]

/**
 * A comparison as CSV (RFC 4180, lines end with CRLF): per dimension its code, label and IRI, and where it has rows for no
 * answer or for other values together their role; of each side, `own` and `other`, its status ({@link SideStatus}), n,
 * base and share, and where it is a sample the bounds of its interval; then the difference in percentage points, its
 * bounds where there are samples, and the ratio. What is not known, or is kept back, is empty.
 */
export function comparisonToCsv({ dimensions, observations, samples }: ComparisonTable): string {
  const columns: readonly Column[] = [
    ...dimensions.flatMap((name, index) => columnsOfDimension(name, index, observations)),
    ...columnsOfSide('own', samples === 'this' || samples === 'both'),
    ...columnsOfSide('other', samples === 'other' || samples === 'both'),
    ['difference', ({ difference }) => percentage(difference)],
    ...(samples === undefined
      ? []
      : ([
          ['differenceLower', ({ interval }) => percentage(interval?.lower)],
          ['differenceUpper', ({ interval }) => percentage(interval?.upper)],
        ] satisfies Column[])),
    ['ratio', ({ ratio }) => percentage(ratio)],
  ]
  const rows = observations.map(observation => columns.map(([, write]) => write(observation)))
  return [columns.map(([header]) => header), ...rows].map(toCsvLine).join('')
}

function columnsOfDimension(
  name: string,
  index: number,
  observations: readonly ComparisonObservation[],
): readonly Column[] {
  return [
    [name, ({ values }) => values[index]!.code],
    [`${name}Label`, ({ values }) => values[index]!.label],
    [`${name}Iri`, ({ values }) => values[index]!.iri ?? ''],
    ...(hasRoles(observations, index)
      ? ([[`${name}Role`, ({ values }) => values[index]!.role ?? '']] satisfies Column[])
      : []),
  ]
}

function columnsOfSide(side: 'own' | 'other', isSample: boolean): readonly Column[] {
  const of = (name: string, write: (figures: ComparedFigures) => string): Column => [
    side + name,
    observation => write(observation[side]),
  ]
  return [
    of('Status', ({ status }) => status),
    of('N', ({ n }) => count(n)),
    of('Base', ({ base }) => count(base)),
    of('Share', ({ share }) => percentage(share)),
    ...(isSample
      ? [
          of('Lower', ({ interval }) => percentage(interval?.lower)),
          of('Upper', ({ interval }) => percentage(interval?.upper)),
        ]
      : []),
  ]
}

function count(figure: number | null): string {
  return figure === null ? '' : writeFigure(figure)
}

function percentage(figure: number | null | undefined): string {
  return figure === null || figure === undefined ? '' : figure.toFixed(4)
}

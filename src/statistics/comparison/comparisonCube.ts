import { PREFIXES } from '../../vocabulary/namespaces.ts'
import { PERCENT } from '../cube/structure.ts'
import type { ComparedFigures, ComparisonObservation } from './comparison.ts'
import type { ComparisonMeasure } from './comparisonMeasures.ts'

const UNITS: Readonly<Record<ComparisonMeasure['kind'], string | undefined>> = {
  count: undefined,
  percentage: PERCENT,
  points: `${PREFIXES.annuaire}percentagePoint`,
  ratio: undefined,
}

/** The property of a measure, of the shipped ontology. */
export function comparisonMeasureIri({ name }: Pick<ComparisonMeasure, 'name'>): string {
  return PREFIXES.annuaire + name
}

/** IRI of what a measure is measured in; `undefined` of counts and quotients. */
export function comparisonUnit({ kind }: ComparisonMeasure): string | undefined {
  return UNITS[kind]
}

/**
 * Whether a cell is an observation of the cube: what is kept back on a side, is told together with others, or is not
 * known there, is not.
 */
export function isInCube({ own, other }: ComparisonObservation): boolean {
  return [own, other].every(isTold)
}

function isTold({ status, n, share }: ComparedFigures): boolean {
  return status === 'told' || (status === 'absent' && (n !== null || share !== null))
}

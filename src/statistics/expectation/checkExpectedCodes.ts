import { DataFactory } from 'n3'
import { StatisticsError } from '../../errors.ts'
import type { Graph } from '../../graph/graph.ts'
import { iri } from '../../vocabulary/namespaces.ts'
import type { Definition } from '../definition.ts'
import type { Dimension } from '../dimensionPatterns.ts'
import type { Statistic } from '../statistic.ts'

const { namedNode } = DataFactory

/**
 * Makes sure that the codes under `at` of what a statistic expects are there: one that is misspelt would be of nobody, now
 * as in the last release, and the guard would say nothing. Codes of dimensions without a list are whatever somebody has.
 *
 * @throws {StatisticsError} naming the first code that is none, and those that there are
 */
export function checkExpectedCodes(statistic: Statistic, { dimensions }: Definition, graph: Graph): void {
  const { id, expect = [], levels = {} } = statistic
  const known = new Map<string, ReadonlySet<string>>()
  for (const { at = {} } of expect) {
    for (const dimension of dimensions) {
      const { name, scheme } = dimension
      const code = Object.hasOwn(at, name) ? at[name] : undefined
      if (code === undefined || scheme === undefined) continue
      if (!known.has(name)) known.set(name, codesOf(scheme, levels[name], graph))
      const codes = known.get(name)!
      const rows = rolesOf(dimension, statistic)
      if (codes.has(code) || rows.includes(code)) continue
      throw new StatisticsError(
        `"expect" of the statistic "${id}" names the ${name} "${code}", which it has not; ` +
          `it has ${[...[...codes].sort(), ...rows].join(', ') || 'none'}${adviceOf(code, rows)}`,
      )
    }
  }
}

/** The notations of a scheme: of one of its levels, where that is counted. */
function codesOf(scheme: string, level: number | undefined, graph: Graph): ReadonlySet<string> {
  const codes = new Set<string>()
  for (const { subject } of graph.match(null, namedNode(iri('skos:inScheme')), namedNode(scheme))) {
    if (level !== undefined && !isAtLevel(subject, level, graph)) continue
    for (const { object } of graph.match(subject, namedNode(iri('skos:notation')))) codes.add(object.value)
  }
  return codes
}

type Subject = Parameters<Graph['match']>[0]

/** Whether a concept has so many others above it, less one, by one way up at least. */
function isAtLevel(concept: Subject, level: number, graph: Graph): boolean {
  const broader = [...graph.match(concept, namedNode(iri('skos:broader')))].map(({ object }) => object)
  if (level === 1) return broader.length === 0
  return broader.some(one => isAtLevel(one as Subject, level - 1, graph))
}

/** The codes of the rows that stand for no value, as far as the statistic asks for them. */
function rolesOf({ name }: Dimension, { within, showMissing = false, top }: Statistic): readonly string[] {
  if (name === within) return []
  return [...(showMissing ? ['missing'] : []), ...(top === undefined ? [] : ['other'])]
}

function adviceOf(code: string, rows: readonly string[]): string {
  return code === 'missing' && !rows.includes(code)
    ? '; those who did not answer have a row with "showMissing", and a figure with "measure: missing"'
    : ''
}

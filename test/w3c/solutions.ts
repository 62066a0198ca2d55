import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'

/** A solution: a term for each variable that is bound. */
export type Solution = Readonly<Record<string, RDF.Term>>

/** A term as text, exact: `"1"^^<…#integer>`; blank nodes as `name` says. */
export function toText(term: RDF.Term, name: (blankNode: string) => string = label => `_:${label}`): string {
  switch (term.termType) {
    case 'NamedNode':
      return `<${term.value}>`
    case 'BlankNode':
      return name(term.value)
    case 'Literal':
      return `${JSON.stringify(term.value)}${
        term.language === '' ? `^^<${term.datatype.value}>` : `@${term.language.toLowerCase()}`
      }`
    default:
      throw new Error(`a ${term.termType} is no term of a solution`)
  }
}

/** A solution as text, its variables in alphabetical order. */
export function rowText(solution: Solution, name?: (blankNode: string) => string): string {
  return Object.keys(solution)
    .sort()
    .map(variable => `?${variable}=${toText(solution[variable]!, name)}`)
    .join(' ')
}

const XSD = 'http://www.w3.org/2001/XMLSchema#'

/**
 * Solutions whose numbers are written in one way. Where they are computed, the suites leave open how: the manifests of
 * aggregates expect `2.0E-1` here and `1050` there for doubles, and `1.0e6` of a file that has `1.0E6`.
 */
export function withNormalNumbers(rows: readonly Solution[]): Solution[] {
  return rows.map(row =>
    Object.fromEntries(Object.entries(row).map(([variable, term]) => [variable, withNormalNumber(term)])),
  )
}

function withNormalNumber(term: RDF.Term): RDF.Term {
  if (term.termType !== 'Literal') return term
  const type = term.datatype.value.replace(XSD, '')
  if (!['integer', 'decimal', 'double', 'float'].includes(type) || Number.isNaN(Number(term.value)))
    return term
  return DataFactory.literal(`${Number(term.value)}`, term.datatype as never)
}

/**
 * Whether solutions are the same up to the labels of blank nodes: as multisets, or in order.
 *
 * @throws where so many blank nodes are alike that it would take too long
 */
export function sameSolutions(
  left: readonly Solution[],
  right: readonly Solution[],
  isOrdered = false,
): boolean {
  if (left.length !== right.length) return false
  const arrange = (rows: string[]) => (isOrdered ? rows : rows.sort()).join('\n')
  if (arrange(left.map(row => rowText(row))) === arrange(right.map(row => rowText(row)))) return true
  const text = (rows: readonly Solution[], colours: Colours) =>
    arrange(rows.map(row => rowText(row, label => `_:${colours.get(label)}`)))
  let attempts = 0

  /** Refines both sides alike; where blank nodes stay alike, tries to pair one with each. */
  function match(leftColours: Colours, rightColours: Colours): boolean {
    if (attempts++ > 10_000) throw new Error('too many blank nodes are alike')
    const refinedLeft = refine(left, leftColours, isOrdered)
    const refinedRight = refine(right, rightColours, isOrdered)
    if (text(left, refinedLeft) !== text(right, refinedRight)) return false
    const alike = firstShared(refinedLeft)
    if (alike === undefined) return true
    const [one] = labelsOf(refinedLeft, alike)
    return labelsOf(refinedRight, alike).some(other =>
      match(new Map(refinedLeft).set(one!, `${alike}!`), new Map(refinedRight).set(other, `${alike}!`)),
    )
  }
  return match(blankNodesOf(left), blankNodesOf(right))
}

type Colours = ReadonlyMap<string, string>

function blankNodesOf(rows: readonly Solution[]): Colours {
  const terms = rows.flatMap(row => Object.values(row))
  return new Map(terms.flatMap(({ termType, value }) => (termType === 'BlankNode' ? [[value, '']] : [])))
}

/** Tells blank nodes apart by the rows that they stand in, and by the blank nodes that they meet there. */
function refine(rows: readonly Solution[], start: Colours, isOrdered: boolean): Colours {
  let colours = start
  for (;;) {
    const places = new Map<string, string[]>()
    for (const [index, row] of rows.entries()) {
      const labels = new Set(Object.values(row).flatMap(t => (t.termType === 'BlankNode' ? [t.value] : [])))
      for (const label of labels) {
        const seen = rowText(row, other => (other === label ? '_:me' : `_:${colours.get(other)}`))
        const list = places.get(label) ?? []
        list.push(isOrdered ? `${index} ${seen}` : seen)
        places.set(label, list)
      }
    }
    const described = new Map(
      [...places].map(([label, list]) => [label, `${colours.get(label)}|${list.sort().join('|')}`]),
    )
    const ranks = new Map([...new Set(described.values())].sort().map((key, rank) => [key, rank]))
    const next = new Map([...described].map(([label, key]) => [label, `${ranks.get(key)}`]))
    if (new Set(next.values()).size === new Set(colours.values()).size) return next
    colours = next
  }
}

function firstShared(colours: Colours): string | undefined {
  const seen = new Set<string>()
  for (const colour of [...colours.values()].sort()) {
    if (seen.has(colour)) return colour
    seen.add(colour)
  }
  return undefined
}

function labelsOf(colours: Colours, colour: string): string[] {
  return [...colours].flatMap(([label, own]) => (own === colour ? [label] : []))
}

import type * as RDF from '@rdfjs/types'
import type { BindingsResult } from './answer.ts'

/**
 * A table for a terminal: IRIs shortened, literals plain, numbers to the right. It needs all solutions at once, for
 * the widths of its columns.
 */
export async function* writeTable(
  { variables, bindings }: BindingsResult,
  prefixes: Readonly<Record<string, string>>,
): AsyncGenerator<string> {
  const solutions = await Array.fromAsync(bindings)
  const columns = variables.map(variable => {
    const terms = solutions.map(solution => solution[variable])
    const cells = terms.map(term => toCell(term, prefixes))
    const width = cells.reduce((widest, cell) => Math.max(widest, lengthOf(cell)), lengthOf(variable))
    const isNumeric = solutions.length > 0 && terms.every(term => !term || isNumber(term))
    return { header: variable, cells, width, isNumeric }
  })
  const toLine = (cells: readonly string[]) =>
    `${cells
      .map((cell, index) => align(cell, columns[index]!))
      .join('  ')
      .trimEnd()}\n`
  yield toLine(columns.map(({ header }) => header))
  yield toLine(columns.map(({ width }) => '─'.repeat(width)))
  for (const row of solutions.keys()) yield toLine(columns.map(({ cells }) => cells[row]!))
}

function toCell(term: RDF.Term | undefined, prefixes: Readonly<Record<string, string>>): string {
  if (term === undefined) return ''
  if (term.termType === 'NamedNode') return shorten(term.value, prefixes)
  if (term.termType === 'BlankNode') return `_:${term.value}`
  return withoutControls(term.value)
}

/** The prefixed name of an IRI where it has one that can be written without escapes; the IRI itself otherwise. */
function shorten(iri: string, prefixes: Readonly<Record<string, string>>): string {
  const fitting = Object.entries(prefixes).filter(([, namespace]) => iri.startsWith(namespace))
  const [longest] = fitting.sort(([, a], [, b]) => b.length - a.length)
  if (!longest) return withoutControls(iri)
  const name = iri.slice(longest[1].length)
  return /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_-])?$/u.test(name)
    ? `${longest[0]}:${name}`
    : withoutControls(iri)
}

/** A line break would tear the table, an escape sequence could command the terminal, or turn the direction of the text. */
function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
}

const NUMERIC = /#(?:integer|decimal|double|float|nonNegativeInteger|positiveInteger|long|int|short|byte)$/

function isNumber(term: RDF.Term): boolean {
  return term.termType === 'Literal' && NUMERIC.test(term.datatype.value)
}

function align(cell: string, { width, isNumeric }: { width: number; isNumeric: boolean }): string {
  const space = ' '.repeat(width - lengthOf(cell))
  return isNumeric ? space + cell : cell + space
}

function lengthOf(text: string): number {
  return Array.from(text).length
}

import { TOKEN } from '../tokens.ts'

interface Clause {
  /** Variables that are selected as they are, by their place. */
  readonly selected: { readonly name: string; readonly offset: number }[]
  readonly grouped: Set<string>
  readonly depth: number
  aggregates: boolean
  part: 'head' | 'body' | 'group' | 'end'
}

const AGGREGATES = new Set(['COUNT', 'SUM', 'MIN', 'MAX', 'AVG', 'SAMPLE', 'GROUP_CONCAT'])

/**
 * The first variable that a query, or a subquery, selects as it is, though it groups or aggregates and does not group by it
 * (SPARQL 1.1 §11.4).
 */
export function ungroupedVariable(
  text: string,
): { readonly name: string; readonly offset: number } | undefined {
  const clauses: Clause[] = []
  const open: Clause[] = []
  let braces = 0
  let brackets = 0
  for (const { 0: token, groups, index } of text.matchAll(TOKEN)) {
    if (groups!.blank !== undefined) continue
    const word = token.toUpperCase()
    const clause = open.at(-1)
    if (word === '(') brackets++
    else if (word === ')') brackets--
    else if (word === '{') {
      braces++
      if (clause?.part === 'head') clause.part = 'body'
    } else if (word === '}') {
      braces--
      while (open.length > 0 && open.at(-1)!.depth > braces) open.pop()
    } else if (word === 'SELECT') {
      const begun: Clause = {
        selected: [],
        grouped: new Set(),
        depth: braces,
        aggregates: false,
        part: 'head',
      }
      clauses.push(begun)
      open.push(begun)
    } else if (clause) take(clause, word, groups!.variable, index, braces, brackets)
  }
  return clauses
    .filter(({ aggregates, grouped }) => aggregates || grouped.size > 0)
    .flatMap(({ selected, grouped }) => selected.filter(({ name }) => !grouped.has(name)))[0]
}

function take(
  clause: Clause,
  word: string,
  variable: string | undefined,
  offset: number,
  braces: number,
  brackets: number,
): void {
  if (clause.part === 'head') {
    if (AGGREGATES.has(word)) clause.aggregates = true
    if (variable !== undefined && brackets === 0) clause.selected.push({ name: variable, offset })
    return
  }
  if (braces !== clause.depth) return
  if (word === 'GROUP') clause.part = 'group'
  else if (/^(?:HAVING|ORDER|LIMIT|OFFSET|VALUES)$/.test(word)) clause.part = 'end'
  else if (clause.part === 'group' && variable !== undefined) clause.grouped.add(variable)
}

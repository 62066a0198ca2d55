import type * as RDF from '@rdfjs/types'

/** How something is written that may be the same as something else but for the names of its variables. */
export interface CanonicalText {
  readonly text: string
  /** Its variables, in the order in which they are first named. */
  readonly variables: readonly string[]
}

/** How many nodes may be written in all: to look at what stands within each other again and again takes its time. */
export class WritingBudget {
  left: number

  constructor(nodes: number) {
    this.left = nodes
  }
}

/**
 * A piece of algebra as a text that another piece has if and only if it is the same with its variables renamed, each into
 * another one. `undefined` where that would go beyond the budget.
 */
export function canonicalText(value: object, budget: WritingBudget): CanonicalText | undefined {
  const writer = new Writer(budget)
  const text = writer.write(value)
  return budget.left < 0 ? undefined : { text, variables: [...writer.variables.keys()] }
}

class Writer {
  readonly variables = new Map<string, number>()
  readonly #budget: WritingBudget

  constructor(budget: WritingBudget) {
    this.#budget = budget
  }

  write(value: unknown): string {
    if (--this.#budget.left < 0) return ''
    if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? ''
    if (Array.isArray(value)) return `[${value.map(one => this.write(one)).join(' ')}]`
    if ('termType' in value) return this.#writeTerm(value as RDF.Term)
    if ('bindings' in value && 'variables' in value) return this.#writeValues(value as never)
    const entries = Object.entries(value).filter(([, part]) => part !== undefined)
    entries.sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([name, part]) => `${name}:${this.write(part)}`).join(' ')}}`
  }

  #writeTerm(term: RDF.Term): string {
    switch (term.termType) {
      case 'Variable': {
        const number = this.variables.get(term.value) ?? this.variables.size
        this.variables.set(term.value, number)
        return `?${number}`
      }
      case 'Literal': {
        const { value, language, datatype, direction } = term
        return JSON.stringify([value, datatype.value, language, direction || ''])
      }
      case 'Quad':
        return `(${[term.subject, term.predicate, term.object, term.graph].map(one => this.write(one)).join(' ')})`
      default:
        return `${term.termType}${JSON.stringify(term.value)}`
    }
  }

  /** Its bindings are by the names of the variables. */
  #writeValues({ variables, bindings }: { variables: RDF.Variable[]; bindings: Record<string, RDF.Term>[] }) {
    const rows = bindings.map(binding =>
      variables.map(({ value }) => (binding[value] ? this.write(binding[value]) : 'UNDEF')).join(' '),
    )
    return `VALUES ${this.write(variables)} ${rows.join(',')}`
  }
}

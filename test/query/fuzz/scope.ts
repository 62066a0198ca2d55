/** Variables that patterns share. */
export const VARIABLES = ['?a', '?b', '?c', '?d']

/** What a piece of a query is written by: arbitraries give writers, which see what is in scope where they stand. */
export type Writer = (scope: Scope) => string

/** The variables of a group of patterns, as they come into scope. */
export class Scope {
  readonly visible: string[] = []
  /** The names of the named graphs, where GRAPH is written out for each of them. */
  readonly graphs: readonly string[] | undefined
  readonly #numbers: { next: number }

  constructor(graphs?: readonly string[], numbers = { next: 0 }) {
    this.graphs = graphs
    this.#numbers = numbers
  }

  /** Of a group within this one. */
  inner(): Scope {
    return new Scope(this.graphs, this.#numbers)
  }

  /** A variable that is nowhere else. */
  fresh(): string {
    return `?n${this.#numbers.next++}`
  }

  add(...variables: readonly string[]): void {
    for (const variable of variables) if (!this.visible.includes(variable)) this.visible.push(variable)
  }

  /** A variable for a pattern, which comes into scope. */
  bind(choice: number): string {
    const all = [...VARIABLES, ...this.visible.filter(variable => !VARIABLES.includes(variable))]
    const variable = all[choice % all.length]!
    this.add(variable)
    return variable
  }

  /**
   * A variable for an expression: mostly one in scope. Where there is none, one that is never bound: Comunica gives
   * expressions what is bound later.
   */
  use(choice: number): string {
    if (choice % 32 === 31) return VARIABLES[choice % VARIABLES.length]!
    if (this.visible.length === 0) return '?unbound'
    return this.visible[choice % this.visible.length]!
  }

  /** A variable to project: one in scope, if there is any. */
  project(choice: number): string {
    return this.visible[choice % Math.max(1, this.visible.length)] ?? VARIABLES[choice % VARIABLES.length]!
  }
}

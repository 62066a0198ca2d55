/** Gives variables their slots. */
export class SlotNames {
  /** The variable of each slot. */
  readonly names: string[] = []

  add(name: string): number {
    return this.names.push(name) - 1
  }
}

/** The variables that are the same wherever they are named: those of a query, or of a subquery within it. */
export class Scope {
  readonly #slots = new Map<string, number>()
  readonly #names: SlotNames

  constructor(names: SlotNames) {
    this.#names = names
  }

  /** The slot of a variable, its own from the first time that it is asked for. */
  slotOf(variable: string): number {
    let slot = this.#slots.get(variable)
    if (slot === undefined) {
      slot = this.#names.add(variable)
      this.#slots.set(variable, slot)
    }
    return slot
  }

  slotsOf(variables: Iterable<string>): Set<number> {
    const slots = new Set<number>()
    for (const variable of variables) slots.add(this.slotOf(variable))
    return slots
  }

  /** The scope of a subquery, which shares the variables that it projects (SPARQL 1.1 §12). */
  subquery(projected: Iterable<string>): Scope {
    const scope = new Scope(this.#names)
    for (const variable of projected) scope.#slots.set(variable, this.slotOf(variable))
    return scope
  }

  /** A slot that no variable of the query has. */
  hidden(name: string): number {
    return this.#names.add(name)
  }
}

import type { Node, Property } from './cube.ts'

/**
 * The values that nodes have of component properties, in lists that share three arrays: a hundred thousand observations
 * with arrays of their own would keep the garbage collector busy for longer than the check takes.
 */
export class Entries {
  readonly #properties: Property[] = []
  readonly #values: number[] = []
  readonly #next: number[] = []

  /** @param value place in {@link Cube.values}, or −1 for a value that nobody compares */
  add(node: Node, property: Property, value: number): void {
    const entry = this.#properties.push(property) - 1
    this.#values.push(value)
    this.#next.push(NONE)
    if (node.lastEntry === NONE) node.firstEntry = entry
    else this.#next[node.lastEntry] = entry
    node.lastEntry = entry
  }

  /** Visits what the node has now, in the order in which it was added. */
  visit(node: Node, visitor: (property: Property, value: number) => void): void {
    const last = node.lastEntry
    for (let entry = node.firstEntry; entry !== NONE; entry = this.#next[entry]!) {
      visitor(this.#properties[entry]!, this.#values[entry]!)
      if (entry === last) break
    }
  }
}

/** No entry. */
export const NONE = -1

import type { Field } from './fields.ts'
import type { Value } from './readText.ts'

/** A record, or a part of one, while it is filled. */
export type Tree = { [name: string]: Value | Value[] | Tree | Tree[] }

/** Where a value was read. */
export interface Origin {
  readonly column: string | undefined
  readonly line: number
}

/** Gathers the values of a record, and remembers where each was read. */
export class RecordBuilder {
  readonly #tree: Tree = {}
  readonly #origins: { readonly field: string; readonly origin: Origin }[] = []

  /**
   * Puts a value into a field. A value that a set holds already is not put twice.
   *
   * @returns the value that the field keeps instead, where it holds one and has another
   */
  put(field: Field, value: Value, origin: Origin): Value | undefined {
    const { path } = field
    const name = path.at(-1)!
    let node = this.#tree
    for (let step = 0; step + 1 < path.length; step += 1) {
      node[path[step]!] ??= {}
      node = node[path[step]!] as Tree
    }
    const held = node[name] as Value | Value[] | undefined
    if (field.multiple) {
      if (held === undefined) node[name] = [value]
      else if (!(held as Value[]).some(member => same(member, value))) (held as Value[]).push(value)
    } else if (held !== undefined && !same(held as Value, value)) {
      return held as Value
    } else {
      node[name] = value
    }
    this.#origins.push({ field: path.join('.'), origin })
    return undefined
  }

  /** The value of a field, or of a group of fields, as it is now. */
  get(...path: string[]): unknown {
    let node: unknown = this.#tree
    for (const step of path) node = (node as Tree | undefined)?.[step]
    return node
  }

  /** Puts a finished part into a set of parts. */
  addPart(name: string, part: Tree): void {
    this.#tree[name] ??= []
    ;(this.#tree[name] as Tree[]).push(part)
  }

  /** Where a field, or one within it or around it, was read. */
  originOf(path: string): Origin | undefined {
    return this.#origins.find(
      ({ field }) => field === path || path.startsWith(`${field}.`) || field.startsWith(`${path}.`),
    )?.origin
  }

  get isEmpty(): boolean {
    return this.#origins.length === 0
  }

  build(): Tree {
    return this.#tree
  }
}

function same(a: Value, b: Value): boolean {
  return (
    a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))
  )
}

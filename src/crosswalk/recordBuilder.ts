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
  /** Field, column and line of each value, one after the other: most are never asked for. */
  readonly #origins: (string | number | undefined)[] = []

  /**
   * Puts a value into a field. A value that a set holds already is not put twice.
   *
   * @returns the value that the field keeps instead, where it holds one and has another
   */
  put(field: Field, value: Value, { column, line }: Origin): Value | undefined {
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
    this.#origins.push(field.pathText, column, line)
    return undefined
  }

  /** The value of a field, or of a group of fields, as it is now. */
  get(...path: string[]): unknown {
    let node: unknown = this.#tree
    for (const step of path) node = (node as Tree | undefined)?.[step]
    return node
  }

  /** Puts a finished part into a set of parts. */
  addPart(name: string, part: Tree | string): void {
    this.#tree[name] ??= []
    ;(this.#tree[name] as (Tree | string)[]).push(part)
  }

  /** Where a field, or one within it or around it, was first read. */
  originOf(path: string): Origin | undefined {
    for (const origin of this.originsOf(path)) return origin
    return undefined
  }

  /** Everywhere that it was read: an array has a value from each. */
  *originsOf(path: string): Generator<Origin> {
    for (let index = 0; index < this.#origins.length; index += 3) {
      const field = this.#origins[index] as string
      if (field === path || path.startsWith(`${field}.`) || field.startsWith(`${path}.`)) {
        yield {
          column: this.#origins[index + 1] as string | undefined,
          line: this.#origins[index + 2] as number,
        }
      }
    }
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

import type { Field } from './fields.ts'

type Value = string | number | boolean
type Tree = { [name: string]: Value | Value[] | Tree }

/** Gathers the values of a record, and remembers which column each came from. */
export class RecordBuilder {
  readonly #tree: Tree = {}
  readonly #columns = new Map<string, string>()

  /**
   * Puts a value into a field. A value that a set holds already is not put twice.
   *
   * @returns the value that the field keeps instead, where it holds one and has another
   */
  put(field: Field, value: Value, column: string): Value | undefined {
    const name = field.path.at(-1)!
    let node = this.#tree
    for (const step of field.path.slice(0, -1)) {
      node[step] ??= {}
      node = node[step] as Tree
    }
    const held = node[name] as Value | Value[] | undefined
    if (field.multiple) {
      const set = (held ?? []) as Value[]
      if (!set.includes(value)) set.push(value)
      node[name] = set
    } else if (held !== undefined && held !== value) {
      return held as Value
    } else {
      node[name] = value
    }
    this.#columns.set(field.path.join('.'), column)
    return undefined
  }

  /** The column that a field, or one within it or around it, was read from. */
  columnOf(path: string): string | undefined {
    for (const [field, column] of this.#columns) {
      if (field === path || path.startsWith(`${field}.`) || field.startsWith(`${path}.`)) return column
    }
    return undefined
  }

  build(): Tree {
    return this.#tree
  }
}

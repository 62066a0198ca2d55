import type { ShapeCheck } from './check.ts'
import type { ValueTest } from './valueTests.ts'

/** A value that conforms to so many of some shapes (SHACL §4.6). */
export class ShapeCountTest implements ValueTest {
  readonly #shapes: readonly ShapeCheck[]
  readonly #least: number
  readonly #most: number

  constructor(shapes: readonly ShapeCheck[], least: number, most: number) {
    this.#shapes = shapes
    this.#least = least
    this.#most = most
  }

  accepts(node: number): boolean {
    let count = 0
    for (const shape of this.#shapes) if (shape.conforms(node)) count += 1
    return count >= this.#least && count <= this.#most
  }
}

/** A value that conforms to a shape, and to none of its siblings (SHACL §4.7.3). */
export class QualifiedTest implements ValueTest {
  readonly #shape: ShapeCheck
  readonly #siblings: readonly ShapeCheck[]

  constructor(shape: ShapeCheck, siblings: readonly ShapeCheck[]) {
    this.#shape = shape
    this.#siblings = siblings
  }

  accepts(node: number): boolean {
    return this.#shape.conforms(node) && !this.#siblings.some(sibling => sibling.conforms(node))
  }
}

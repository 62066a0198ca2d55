import type * as RDF from '@rdfjs/types'
import { StatisticsError } from '../../../errors.ts'
import type { Entries } from './entries.ts'

/** A property that is a component of some structure, and what is found of it while an observation is looked at. */
export interface Property {
  readonly iri: string
  isDimension: boolean
  isMeasure: boolean
  isAttribute: boolean
  /** The last observation that has it. */
  seenOn: Node | undefined
  /** Its value there, the first one of several. */
  value: number
  hasSeveral: boolean
}

/** An observation, a data set or a slice. */
export interface Node {
  readonly key: string
  isObservation: boolean
  dataSets: string[]
  /** Its list in {@link Cube.entries}. */
  firstEntry: number
  lastEntry: number
}

/** A value that a node has of a property, and the range of this that it is not in. */
export interface Misfit {
  readonly node: Node
  readonly property: Property
  readonly term: RDF.Term
  readonly range: string
}

/** Which nodes are related to which, each pair once. */
export class Relation {
  readonly #objects = new Map<string, Set<string>>()

  add(subject: string, object: string): void {
    const objects = this.#objects.get(subject)
    if (objects) objects.add(object)
    else this.#objects.set(subject, new Set([object]))
  }

  of(subject: string): ReadonlySet<string> {
    return this.#objects.get(subject) ?? NOTHING
  }

  has(subject: string, object: string): boolean {
    return this.of(subject).has(object)
  }

  get subjects(): Iterable<string> {
    return this.#objects.keys()
  }
}

const NOTHING: ReadonlySet<string> = new Set()

/** What a cube says, each relation after the property that it is (Data Cube, Vocabulary Reference). */
export interface Cube {
  readonly nodes: ReadonlyMap<string, Node>
  readonly properties: ReadonlyMap<string, Property>
  /** The values that nodes have of components. */
  readonly entries: Entries
  /** Keys of the values of dimensions and of qb:measureType, by their places. */
  readonly values: readonly string[]
  readonly misfits: readonly Misfit[]
  /** Nodes that are said to be of a class, by its local name. */
  readonly classes: Readonly<Record<ClassName, ReadonlySet<string>>>
  readonly relations: Readonly<Record<RelationName, Relation>>
  /** The pairs of the properties that hierarchies are made of, from subject to object and back. */
  readonly hierarchies: ReadonlyMap<string, { readonly down: Relation; readonly up: Relation }>
  readonly budget: Budget
}

/** Classes that the constraints speak of, by their names here. */
export type ClassName =
  | 'DataSet'
  | 'DataStructureDefinition'
  | 'Slice'
  | 'SliceKey'
  | 'HierarchicalCodeList'
  | 'Concept'
  | 'ConceptScheme'
  | 'Collection'

/** Properties that relate parts of a cube’s definition, by their local names. */
export type RelationName =
  | 'structure'
  | 'component'
  | 'componentProperty'
  | 'componentRequired'
  | 'componentAttachment'
  | 'slice'
  | 'sliceKey'
  | 'sliceStructure'
  | 'observation'
  | 'codeList'
  | 'hierarchyRoot'
  | 'parentChildProperty'
  | 'range'
  | 'inScheme'
  | 'member'
  | 'inverseOf'

/** Steps that a check may take. Definitions that multiply, like many data sets that share many components, use it up. */
export class Budget {
  #left: number

  /** @param quads number of quads of the cube */
  constructor(quads: number) {
    this.#left = 10_000_000 + 20 * quads
  }

  /** @throws {StatisticsError} where there are no steps left */
  spend(steps: number): void {
    this.#left -= steps
    if (this.#left >= 0) return
    throw new StatisticsError(
      'the cube cannot be checked: its data sets, structures and slices multiply to far more than it has quads',
    )
  }
}

/** Each once. Most often there is but one. */
export function distinct(keys: readonly string[]): readonly string[] {
  return keys.length < 2 ? keys : [...new Set(keys)]
}

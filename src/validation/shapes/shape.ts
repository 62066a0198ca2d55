import type * as RDF from '@rdfjs/types'
import type { LocalizedText } from '../../errors.ts'
import type { Severity } from '../report.ts'
import type { Path } from './path.ts'

/** A node shape, or, with a path, a property shape (SHACL §2). */
export interface Shape {
  readonly node: RDF.Term
  readonly path?: Path
  readonly severity: Severity
  readonly isDeactivated: boolean
  /** In the order in which the shape states them. */
  readonly constraints: readonly Constraint[]
}

/** Where the focus nodes of a shape are found (SHACL §2.1.3); implicit class targets are of the type `class`. */
export interface Target {
  readonly type: 'class' | 'node' | 'subjectsOf' | 'objectsOf'
  readonly term: RDF.Term
}

/** A shape that chooses its own focus nodes. */
export interface TargetedShape {
  readonly shape: Shape
  readonly targets: readonly Target[]
}

/** What a shape asks of its value nodes, and what to say where that is not so. */
export type Constraint = Requirement & {
  /** Local name of the component (SHACL §4): `MinCountConstraintComponent`. */
  readonly component: string
  readonly message: LocalizedText
}

/**
 * The parameters of the core constraint components (SHACL §4), read. Components that ask the same kind of question share
 * a type.
 */
export type Requirement = ValueRequirement | SetRequirement

/** What is asked of each value node for itself. */
export type ValueRequirement =
  | { readonly type: 'class'; readonly class: RDF.Term }
  | { readonly type: 'datatype'; readonly datatype: RDF.NamedNode }
  | { readonly type: 'nodeKind'; readonly kinds: readonly RDF.Term['termType'][] }
  | { readonly type: 'length'; readonly least: number; readonly most: number }
  | { readonly type: 'range'; readonly relation: Relation; readonly bound: RDF.Term }
  | { readonly type: 'pattern'; readonly expression: RegExp }
  | { readonly type: 'languageIn'; readonly ranges: readonly string[] }
  | { readonly type: 'in'; readonly values: readonly RDF.Term[] }
  | { readonly type: 'and' | 'or' | 'xone'; readonly shapes: readonly Shape[] }
  | { readonly type: 'not' | 'node'; readonly shape: Shape }

/** What is asked of a focus node and all of its value nodes. */
export type SetRequirement =
  | { readonly type: 'count'; readonly least: number; readonly most: number }
  | { readonly type: 'uniqueLang' }
  | { readonly type: 'hasValue'; readonly value: RDF.Term }
  | { readonly type: 'equals' | 'disjoint'; readonly property: RDF.NamedNode }
  | { readonly type: 'lessThan'; readonly relation: Relation; readonly property: RDF.NamedNode }
  | { readonly type: 'property'; readonly shape: Shape }
  | QualifiedCount
  | { readonly type: 'closed'; readonly allowed: readonly RDF.Term[] }

/** How many values may and must conform to a shape, and to none of its siblings (SHACL §4.7.3). */
export interface QualifiedCount {
  readonly type: 'qualified'
  readonly shape: Shape
  readonly siblings: readonly Shape[]
  readonly least: number
  readonly most: number
}

/** How a value must stand to another one. */
export type Relation = '<' | '<=' | '>' | '>='

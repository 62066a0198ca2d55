import type * as RDF from '@rdfjs/types'
import { GraphError } from '../errors.ts'
import { iri } from '../vocabulary/namespaces.ts'
import type { TermName } from './describe.ts'

/** The values of all properties by subject, for reading descriptions: found by hash, where a dataset would search. */
export class SubjectIndex {
  /** Subject → property → its distinct values, in the order of their quads. */
  readonly #values: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>

  private constructor(values: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>) {
    this.#values = values
  }

  /**
   * Gathers quads in one pass; in which graphs they are makes no difference.
   *
   * @throws {unknown} whatever iterating over `quads` throws
   */
  static async of(quads: Iterable<RDF.Quad> | AsyncIterable<RDF.Quad>): Promise<SubjectIndex> {
    const values = new Map<string, Map<string, Set<string>>>()
    for await (const { subject, predicate, object } of quads) {
      const properties = values.get(subject.value) ?? new Map<string, Set<string>>()
      values.set(subject.value, properties)
      const held = properties.get(predicate.value)
      if (held) held.add(object.value)
      else properties.set(predicate.value, new Set([object.value]))
    }
    return new SubjectIndex(values)
  }

  /** The subjects of a class, in the order of their first quads. */
  *ofClass(type: TermName): Generator<string> {
    for (const [subject, properties] of this.#values) {
      if (properties.get(iri('rdf:type'))?.has(iri(type))) yield subject
    }
  }

  /** The values of a property. */
  all(subject: string, predicate: TermName): string[] {
    return this.allOf(subject, iri(predicate))
  }

  /** The values of a property, by its IRI. */
  allOf(subject: string, property: string): string[] {
    return [...(this.#values.get(subject)?.get(property) ?? [])]
  }

  /** The first value of a property. */
  one(subject: string, predicate: TermName): string | undefined {
    return this.all(subject, predicate)[0]
  }

  /**
   * The value of a property that must be there.
   *
   * @throws {GraphError} where it is not
   */
  the(subject: string, predicate: TermName): string {
    const value = this.one(subject, predicate)
    if (value === undefined) {
      throw new GraphError(`<${subject}> has no ${predicate}; it does not describe an actor as records do`)
    }
    return value
  }
}

/** A set of values for a record, whose schema knows no empty ones: what has no value is absent. */
export function setOf<T>(values: T[]): T[] | undefined {
  return values.length > 0 ? values : undefined
}

/** A record as a reader fills it: what has no value is `undefined`. */
export type Draft<T> = { [Field in keyof T]?: T[Field] | undefined }

/** The record without the fields that have no value. */
export function withoutGaps<T extends object>(record: Draft<T>): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T
}

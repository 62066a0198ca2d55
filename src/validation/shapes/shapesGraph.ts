import type * as RDF from '@rdfjs/types'
import { VocabularyError } from '../../errors.ts'
import { iri } from '../../vocabulary/namespaces.ts'

const NIL = iri('rdf:nil')

/** The quads of a shapes graph, in the order in which they were given. */
export class ShapesGraph {
  readonly #bySubject = new Map<string, RDF.Quad[]>()
  readonly #byPredicate = new Map<string, RDF.Quad[]>()

  constructor(quads: Iterable<RDF.Quad>) {
    for (const quad of quads) {
      group(this.#bySubject, keyOf(quad.subject), quad)
      group(this.#byPredicate, quad.predicate.value, quad)
    }
  }

  /** All nodes that something is said of. */
  *subjects(): Iterable<RDF.Term> {
    for (const [first] of this.#bySubject.values()) yield first!.subject
  }

  about(subject: RDF.Term): readonly RDF.Quad[] {
    return this.#bySubject.get(keyOf(subject)) ?? []
  }

  withPredicate(predicate: string): readonly RDF.Quad[] {
    return this.#byPredicate.get(predicate) ?? []
  }

  objects(subject: RDF.Term, predicate: string): RDF.Term[] {
    return this.about(subject).flatMap(quad => (quad.predicate.value === predicate ? [quad.object] : []))
  }

  subjectsOf(predicate: string, object: RDF.Term): RDF.Term[] {
    return this.withPredicate(predicate).flatMap(quad => (quad.object.equals(object) ? [quad.subject] : []))
  }

  /**
   * The members of an RDF list.
   *
   * @throws {VocabularyError} where the list is not well-formed (RDF Schema §5.2)
   */
  list(head: RDF.Term): RDF.Term[] {
    const members: RDF.Term[] = []
    const cells = new Set<string>()
    for (let cell = head; cell.value !== NIL; ) {
      const [member, ...others] = this.objects(cell, iri('rdf:first'))
      const [rest, ...branches] = this.objects(cell, iri('rdf:rest'))
      if (!member || !rest || others.length + branches.length > 0 || cells.has(keyOf(cell)))
        throw new VocabularyError(`the shapes have an RDF list that is not well-formed, at ${cell.value}`)
      cells.add(keyOf(cell))
      members.push(member)
      cell = rest
    }
    return members
  }
}

/** Tells IRIs and blank nodes apart. */
export function keyOf(term: RDF.Term): string {
  return term.termType === 'BlankNode' ? `_:${term.value}` : term.value
}

function group(groups: Map<string, RDF.Quad[]>, key: string, quad: RDF.Quad): void {
  const members = groups.get(key)
  if (members) members.push(quad)
  else groups.set(key, [quad])
}

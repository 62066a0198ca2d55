import type * as RDF from '@rdfjs/types'
import type { Algebra } from '@traqula/algebra-transformations-1-2'
import { TERM_KIND, type TermId, type TermTable } from '../graph/columns/columnar.ts'
import { BlankTerm, DEFAULT_GRAPH_TERM, QuadTerm } from '../graph/columns/terms.ts'
import type { Batch } from './evaluator/batch.ts'
import type { Evaluation } from './evaluator/evaluate.ts'
import type { TripleSet } from './tripleSet.ts'

/** Where a term of a template comes from: the slot of a variable, the query itself, or a blank node per solution. */
type Part =
  | { readonly type: 'slot'; readonly slot: number }
  | { readonly type: 'constant'; readonly id: TermId }
  | { readonly type: 'fresh'; readonly label: string }

type Terms = Evaluation['terms']

/**
 * What a template gives for solutions (SPARQL 1.1 §16.2): its blank nodes are others for each solution, and triples that
 * lack a term or are none are left out.
 */
export class Template {
  readonly #triples: readonly (readonly [Part, Part, Part])[]
  readonly #terms: Terms
  readonly #freshNodes: FreshNodes

  constructor(
    template: readonly Algebra.Pattern[],
    { variables, slots, terms }: Evaluation,
    freshNodes: FreshNodes,
  ) {
    const slotOf = new Map(variables.map((variable, index) => [variable, slots[index]!]))
    const toPart = (term: RDF.Term): Part => {
      if (term.termType === 'BlankNode') return { type: 'fresh', label: term.value }
      if (term.termType !== 'Variable') return { type: 'constant', id: terms.idOf(term) }
      const slot = slotOf.get(term.value)
      return slot === undefined ? { type: 'constant', id: 0 } : { type: 'slot', slot }
    }
    this.#triples = template.map(({ subject, predicate, object }) => [
      toPart(subject),
      toPart(predicate),
      toPart(object),
    ])
    this.#terms = terms
    this.#freshNodes = freshNodes
  }

  /** The quads for the rows of a batch, without those that `known` has; it gets them. */
  *instantiate(batch: Batch, known: TripleSet): Generator<RDF.Quad> {
    for (let row = 0; row < batch.length; row++) {
      const fresh = new Map<string, TermId>()
      for (const [subject, predicate, object] of this.#triples) {
        const s = this.#idOf(subject, batch, row, fresh)
        const p = this.#idOf(predicate, batch, row, fresh)
        const o = this.#idOf(object, batch, row, fresh)
        if (!this.#isTriple(s, p, o) || !known.add(s, p, o)) continue
        yield new QuadTerm(
          this.#terms.termOf(s) as RDF.Quad_Subject,
          this.#terms.termOf(p) as RDF.Quad_Predicate,
          this.#terms.termOf(o) as RDF.Quad_Object,
          DEFAULT_GRAPH_TERM,
        )
      }
    }
  }

  #idOf(part: Part, batch: Batch, row: number, fresh: Map<string, TermId>): TermId {
    if (part.type === 'constant') return part.id
    if (part.type === 'slot') return batch.columns[part.slot]?.[row] ?? 0
    let id = fresh.get(part.label)
    if (id === undefined) {
      id = this.#terms.idOf(new BlankTerm(this.#freshNodes.next()))
      fresh.set(part.label, id)
    }
    return id
  }

  #isTriple(subject: TermId, predicate: TermId, object: TermId): boolean {
    if (subject === 0 || predicate === 0 || object === 0) return false
    return (
      this.#terms.kindOf(subject) <= TERM_KIND.blankNode && this.#terms.kindOf(predicate) === TERM_KIND.iri
    )
  }
}

/** Labels of blank nodes that the graph does not have. */
export class FreshNodes {
  readonly #graph: TermTable
  #last = 0

  constructor(graph: TermTable) {
    this.#graph = graph
  }

  next(): string {
    let label: string
    do label = `c${++this.#last}`
    while (this.#graph.find(TERM_KIND.blankNode, label) !== 0)
    return label
  }
}

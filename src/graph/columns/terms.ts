import type * as RDF from '@rdfjs/types'

/** The terms and quads that a graph hands out: as RDF/JS has them, and nothing else. */

export class IriTerm implements RDF.NamedNode {
  readonly value: string

  constructor(value: string) {
    this.value = value
  }

  get termType(): 'NamedNode' {
    return 'NamedNode'
  }

  equals(other: RDF.Term | null | undefined): boolean {
    return other?.termType === 'NamedNode' && other.value === this.value
  }
}

export class BlankTerm implements RDF.BlankNode {
  readonly value: string

  constructor(value: string) {
    this.value = value
  }

  get termType(): 'BlankNode' {
    return 'BlankNode'
  }

  equals(other: RDF.Term | null | undefined): boolean {
    return other?.termType === 'BlankNode' && other.value === this.value
  }
}

export class LiteralTerm implements RDF.Literal {
  readonly value: string
  readonly language: string
  readonly datatype: RDF.NamedNode

  constructor(value: string, language: string, datatype: RDF.NamedNode) {
    this.value = value
    this.language = language
    this.datatype = datatype
  }

  get termType(): 'Literal' {
    return 'Literal'
  }

  get direction(): null {
    return null
  }

  equals(other: RDF.Term | null | undefined): boolean {
    return (
      other?.termType === 'Literal' &&
      other.value === this.value &&
      other.language === this.language &&
      other.datatype.value === this.datatype.value &&
      !other.direction
    )
  }
}

class DefaultGraphTerm implements RDF.DefaultGraph {
  get termType(): 'DefaultGraph' {
    return 'DefaultGraph'
  }

  get value(): '' {
    return ''
  }

  equals(other: RDF.Term | null | undefined): boolean {
    return other?.termType === 'DefaultGraph'
  }
}

export const DEFAULT_GRAPH_TERM: RDF.DefaultGraph = new DefaultGraphTerm()

export class QuadTerm implements RDF.Quad {
  readonly subject: RDF.Quad_Subject
  readonly predicate: RDF.Quad_Predicate
  readonly object: RDF.Quad_Object
  readonly graph: RDF.Quad_Graph

  constructor(
    subject: RDF.Quad_Subject,
    predicate: RDF.Quad_Predicate,
    object: RDF.Quad_Object,
    graph: RDF.Quad_Graph,
  ) {
    this.subject = subject
    this.predicate = predicate
    this.object = object
    this.graph = graph
  }

  get termType(): 'Quad' {
    return 'Quad'
  }

  get value(): '' {
    return ''
  }

  equals(other: RDF.Term | null | undefined): boolean {
    return (
      other?.termType === 'Quad' &&
      this.subject.equals(other.subject) &&
      this.predicate.equals(other.predicate) &&
      this.object.equals(other.object) &&
      this.graph.equals(other.graph)
    )
  }
}

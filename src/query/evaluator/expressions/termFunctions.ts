import { FALSE, TRUE } from '../expression.ts'
import type { EvaluationTerms } from '../terms/evaluationTerms.ts'
import { isNumeric, RDF_LANG_STRING, VALUE } from '../terms/valueTypes.ts'
import { FunctionNode, Node } from './node.ts'
import { resolveIri } from './resolveIri.ts'

export type TermTest = 'isiri' | 'isblank' | 'isliteral' | 'isnumeric'

/** `isIRI`, `isBlank`, `isLiteral` and `isNumeric`. */
export class TermTestNode extends FunctionNode {
  readonly #name: TermTest

  constructor(terms: EvaluationTerms, args: readonly Node[], name: TermTest) {
    super(terms, args)
    this.#name = name
  }

  compute(row: number): number {
    const type = this.args[0]!.compute(row)
    if (type === VALUE.error) return this.setError()
    return this.setBoolean(this.#test(type) ? TRUE : FALSE)
  }

  #test(type: number): boolean {
    if (this.#name === 'isiri') return type === VALUE.iri
    if (this.#name === 'isblank') return type === VALUE.blankNode
    return this.#name === 'isliteral' ? type > VALUE.blankNode : isNumeric(type)
  }
}

/** `STR` (SPARQL 1.1 §17.4.2.5). */
export class StrNode extends FunctionNode {
  compute(row: number): number {
    const arg = this.args[0]!
    const type = arg.compute(row)
    if (type === VALUE.error || type === VALUE.blankNode) return this.setError()
    return this.setString(arg.text())
  }
}

/** `LANG`. */
export class LanguageNode extends FunctionNode {
  compute(row: number): number {
    const arg = this.args[0]!
    const type = arg.compute(row)
    if (type <= VALUE.blankNode) return this.setError()
    return this.setString(type === VALUE.languageString ? arg.tag() : '')
  }
}

/** `DATATYPE`. */
export class DatatypeNode extends FunctionNode {
  compute(row: number): number {
    const arg = this.args[0]!
    const type = arg.compute(row)
    if (type <= VALUE.blankNode) return this.setError()
    return this.setIri(arg.datatype())
  }
}

/** `IRI`, `URI` (SPARQL 1.1 §17.4.2.8): of a string or an IRI, resolved against the base of the query. */
export class IriNode extends FunctionNode {
  compute(row: number): number {
    const arg = this.args[0]!
    const type = arg.compute(row)
    if (type === VALUE.iri) return this.setFrom(arg)
    if (type !== VALUE.string) return this.setError()
    const iri = resolveIri(arg.text(), this.terms.baseIri)
    return iri === undefined ? this.setError() : this.setIri(iri)
  }
}

/** `BNODE()`: a new one for each row. */
export class BlankNodeNode extends Node {
  bind(): void {}

  compute(): number {
    return this.setTerm(this.terms.blankNode())
  }
}

/** `STRDT` (SPARQL 1.1 §17.4.2.10). */
export class TypedLiteralNode extends FunctionNode {
  compute(row: number): number {
    const [text, datatype] = this.args as [Node, Node]
    if (text.compute(row) !== VALUE.string || datatype.compute(row) !== VALUE.iri) return this.setError()
    // a language string has to have its tag
    if (datatype.text() === RDF_LANG_STRING) return this.setError()
    return this.setTerm(this.terms.literal(text.text(), datatype.text()))
  }
}

const tagForm = /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/

/** `STRLANG` (SPARQL 1.1 §17.4.2.11); what is no language tag (BCP 47) is an error. */
export class LanguageStringNode extends FunctionNode {
  compute(row: number): number {
    const [text, tag] = this.args as [Node, Node]
    if (text.compute(row) !== VALUE.string || tag.compute(row) !== VALUE.string) return this.setError()
    if (!tagForm.test(tag.text())) return this.setError()
    return this.setLanguageString(text.text(), tag.text().toLowerCase())
  }
}

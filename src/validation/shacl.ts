import type * as RDF from '@rdfjs/types'
import { DataFactory, Store } from 'n3'
import type { Language, LocalizedText } from '../errors.ts'
import { iri, PREFIXES } from '../vocabulary/namespaces.ts'
import { excerpt } from './excerpt.ts'
import { reportOf, type Severity, type ValidationReport, type ValidationResult } from './report.ts'
import { describeConstraint } from './shaclMessages.ts'

/** Checks a graph. The signal is asked before and after: the validation itself does not stop half-way. */
export type GraphGate = (
  data: Iterable<RDF.Quad>,
  options?: { signal?: AbortSignal },
) => Promise<ValidationReport>

/**
 * Makes the gate that graphs pass before they are published: SHACL Core, without inference other than
 * `rdfs:subClassOf` (SHACL §1.5). What the shapes look at must be in the data, types included.
 *
 * @param shapes a message in French and one in English (`sh:message`) are given as they are
 */
export async function createGraphGate(shapes: Iterable<RDF.Quad>): Promise<GraphGate> {
  const { default: Validator } = await import('rdf-validate-shacl')
  const shapesGraph = datasetOf(shapes)
  const validator = new Validator(shapesGraph)
  return async (data, { signal } = {}) => {
    signal?.throwIfAborted()
    const report = await validator.validate(datasetOf(data))
    signal?.throwIfAborted()
    return reportOf(report.results.map(result => toResult(result, shapesGraph)))
  }
}

/** A graph that can be searched is taken as it is. */
function datasetOf(quads: Iterable<RDF.Quad>): RDF.DatasetCore {
  return 'match' in quads ? (quads as RDF.DatasetCore) : (new Store([...quads]) as RDF.DatasetCore)
}

/** The parts of a validation result (SHACL §3.6.2) that a report keeps. */
interface ShaclResult {
  readonly message: readonly RDF.Term[]
  readonly path: RDF.Term | null
  readonly focusNode: RDF.Term | null
  readonly value: RDF.Term | null
  readonly severity: RDF.Term | null
  readonly sourceConstraintComponent: RDF.Term | null
  readonly sourceShape: RDF.Term | null
}

function toResult(result: ShaclResult, shapes: RDF.DatasetCore): ValidationResult {
  const { path, focusNode, value, severity, sourceConstraintComponent } = result
  const component = sourceConstraintComponent?.value.slice(PREFIXES.sh.length) ?? 'ConstraintComponent'
  return {
    severity: SEVERITIES.get(severity?.value ?? '') ?? 'violation',
    code: `shacl:${component}`,
    ...(focusNode ? { focusNode: focusNode.value } : {}),
    ...(path?.termType === 'NamedNode' ? { path: path.value } : {}),
    ...(value ? { value: excerpt(value.value) } : {}),
    message: messageOf(result, component, shapes),
  }
}

const SEVERITIES: ReadonlyMap<string, Severity> = new Map([
  [iri('sh:Violation'), 'violation'],
  [iri('sh:Warning'), 'warning'],
  [iri('sh:Info'), 'info'],
])

/** What the shape says (SHACL §2.1.5), which this validator leaves aside for some components; else what is composed. */
function messageOf(
  { message, path, sourceShape }: ShaclResult,
  component: string,
  shapes: RDF.DatasetCore,
): LocalizedText {
  const stated = (name: string) =>
    [...shapes.match(sourceShape, DataFactory.namedNode(PREFIXES.sh + name))].map(({ object }) => object)
  const texts = [...message, ...stated('message')]
  const text = (language: Language) =>
    texts.find(term => term.termType === 'Literal' && term.language === language)?.value
  const [fr, en] = [text('fr'), text('en')]
  if (fr !== undefined && en !== undefined) return { fr, en }
  // A component is named after its parameter: sh:MinCountConstraintComponent, sh:minCount.
  const parameter = component.charAt(0).toLowerCase() + component.slice(1).replace('ConstraintComponent', '')
  return describeConstraint(component, stated(parameter)[0]?.value ?? '', path?.value ?? '')
}

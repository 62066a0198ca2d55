import type * as RDF from '@rdfjs/types'
import { DataFactory, Store } from 'n3'
import Validator from 'rdf-validate-shacl'
import type { Language, LocalizedText } from '../../../src/errors.ts'
import { excerpt } from '../../../src/validation/excerpt.ts'
import type { Severity, ValidationResult } from '../../../src/validation/report.ts'
import { describeConstraint } from '../../../src/validation/shaclMessages.ts'
import { PREFIXES } from '../../../src/vocabulary/namespaces.ts'

/** The same results by another's means: rdf-validate-shacl, which asks each node as often as it has to be asked. */
export async function referenceResults(
  shapes: readonly RDF.Quad[],
  data: readonly RDF.Quad[],
): Promise<ValidationResult[]> {
  const graph = new Store([...shapes]) as unknown as RDF.DatasetCore
  const validator = new Validator(graph, { maxNodeChecks: 0 } as never)
  const report = await validator.validate(new Store([...data]) as never)
  return report.results.map(result => toResult(result as unknown as ShaclResult, graph))
}

/** Results in an order that does not depend on who found them, without their messages: these stand in the shapes. */
export function linesOf(results: readonly ValidationResult[]): string[] {
  return results.map(({ message: _, ...result }) => JSON.stringify(Object.entries(result).sort())).sort()
}

interface ShaclResult {
  readonly path: RDF.Term | null
  readonly focusNode: RDF.Term
  readonly value: RDF.Term | null
  readonly severity: RDF.Term
  readonly sourceConstraintComponent: RDF.Term
  readonly sourceShape: RDF.Term
}

function toResult(result: ShaclResult, shapes: RDF.DatasetCore): ValidationResult {
  const { path, focusNode, value, severity, sourceConstraintComponent } = result
  const component = sourceConstraintComponent.value.slice(PREFIXES.sh.length)
  return {
    severity: severity.value.slice(PREFIXES.sh.length).toLowerCase() as Severity,
    code: `shacl:${component}`,
    focusNode: focusNode.value,
    ...(path?.termType === 'NamedNode' ? { path: path.value } : {}),
    ...(value ? { value: excerpt(value.value) } : {}),
    message: messageOf(result, component, shapes),
  }
}

function messageOf(
  { path, sourceShape }: ShaclResult,
  component: string,
  shapes: RDF.DatasetCore,
): LocalizedText {
  const stated = (name: string) =>
    [...shapes.match(sourceShape, DataFactory.namedNode(PREFIXES.sh + name))].map(({ object }) => object)
  const text = (language: Language) =>
    stated('message').find(term => term.termType === 'Literal' && term.language === language)?.value
  const [fr, en] = [text('fr'), text('en')]
  if (fr !== undefined && en !== undefined) return { fr, en }
  const parameter = component.charAt(0).toLowerCase() + component.slice(1).replace('ConstraintComponent', '')
  return describeConstraint(
    component,
    stated(parameter)[0]?.value ?? '',
    path ? `<${path.value}>` : undefined,
  )
}

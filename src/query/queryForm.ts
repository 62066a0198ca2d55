import type * as RDF from '@rdfjs/types'
import type { Algebra, Types } from '@traqula/algebra-transformations-1-2'

/** What a query wants of the solutions of its patterns (SPARQL 1.1 §16). */
export type QueryForm =
  | { readonly type: 'select'; readonly operation: Algebra.Operation }
  | { readonly type: 'ask'; readonly operation: Algebra.Operation }
  | { readonly type: 'construct'; readonly parts: readonly ConstructPart[] }

/** A template, and the operation whose solutions are put into it. */
export interface ConstructPart {
  readonly operation: Algebra.Operation
  readonly template: readonly Algebra.Pattern[]
}

/** The form of a query; `undefined` where it says which graphs are queried (FROM), or is an update. */
export function formOf(operation: Algebra.Operation): QueryForm | undefined {
  switch (operation.type) {
    case 'ask':
      // One solution is enough, and its values do not matter.
      return { type: 'ask', operation: first(project(operation.input, [])) }
    case 'construct':
      return { type: 'construct', parts: [toPart(operation)] }
    case 'union':
      return { type: 'construct', parts: operation.input.filter(isConstruct).map(toPart) }
    case 'project':
    case 'distinct':
    case 'reduced':
    case 'slice':
      return { type: 'select', operation }
    default:
      return undefined
  }
}

/** The operations that a form has to have evaluated. */
export function operationsOf(form: QueryForm): readonly Algebra.Operation[] {
  return form.type === 'construct' ? form.parts.map(({ operation }) => operation) : [form.operation]
}

/** The variables of a template, each once. */
function variablesOf(template: readonly Algebra.Pattern[]): RDF.Variable[] {
  const variables = template
    .flatMap(({ subject, predicate, object }) => [subject, predicate, object])
    .filter(term => term.termType === 'Variable')
  return [...new Map(variables.map(variable => [variable.value, variable])).values()]
}

function isConstruct(operation: Algebra.Operation): operation is Algebra.Construct {
  return operation.type === 'construct'
}

function toPart({ input, template }: Algebra.Construct): ConstructPart {
  return { operation: project(input, variablesOf(template)), template }
}

function project(input: Algebra.Operation, variables: RDF.Variable[]): Algebra.Project {
  return { type: 'project' as Types.PROJECT, input, variables }
}

function first(input: Algebra.Operation): Algebra.Slice {
  return { type: 'slice' as Types.SLICE, input, start: 0, length: 1 }
}

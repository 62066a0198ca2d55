import type * as RDF from '@rdfjs/types'
import type { Algebra, AlgebraFactory } from '@traqula/algebra-transformations-1-2'

/**
 * A DESCRIBE as the CONSTRUCTs of which it is the union: of each resource the triples whose subject it is. SPARQL 1.1
 * §16.4 leaves open what describes a resource.
 */
export function describeToConstructs(
  { terms, input }: Algebra.Describe,
  factory: AlgebraFactory,
): Algebra.Operation {
  const constructs = terms.map((term, index) => {
    const pattern = aboutSubject(term, index, factory)
    const about = factory.createBgp([pattern])
    if (term.termType === 'NamedNode') return factory.createConstruct(about, [pattern])
    const resources = factory.createDistinct(factory.createProject(input, [term]))
    return factory.createConstruct(factory.createJoin([resources, about], false), [pattern])
  })
  return constructs.length === 1 ? constructs[0]! : factory.createUnion(constructs, false)
}

/** The names of the variables hold a space: no query can have the same. */
function aboutSubject(term: RDF.NamedNode | RDF.Variable, index: number, factory: AlgebraFactory) {
  const { dataFactory } = factory
  const variable = (role: string) => dataFactory!.variable!(`${role} ${index}`)
  return factory.createPattern(term, variable('predicate'), variable('object'))
}

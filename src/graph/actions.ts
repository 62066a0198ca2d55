import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { Actor } from '../actor/actor.ts'
import { opaqueName } from '../actor/iri.ts'
import { describe } from './describe.ts'
import { typedLiteral } from './literals.ts'
import { type SubjectIndex, withoutGaps } from './subjectIndex.ts'

const { literal } = DataFactory

type Action = NonNullable<Actor['actions']>[number]
type DetailedAction = Exclude<Action, string>

/**
 * The actions of an actor. Each is named after its name, so that what else is said of it may change; where several
 * of the actor's have that name, after all that is said of them.
 */
export function* describeActions(
  { id, actions = [] }: Actor,
  part: (name: string) => string,
  language: string,
): Generator<RDF.Quad> {
  const text = (value: string) => literal(value, language)
  const detailed = actions.map(action => (typeof action === 'string' ? { name: action } : action))
  const times = Map.groupBy(detailed, ({ name }) => name)
  for (const action of detailed as DetailedAction[]) {
    const { name, description, homepage, date } = action
    const details = [description, homepage, date].map(value => value ?? '')
    const isKnownByName = times.get(name)!.length === 1 || details.every(value => value === '')
    const described = describe(part(`action-${opaqueName(name, ...(isKnownByName ? [] : details))}`))
    yield described.a('annuaire:Action')
    yield described.has('skos:prefLabel', text(name))
    yield described.links('prov:wasAssociatedWith', id)
    if (description) yield described.has('dcterms:description', text(description))
    if (homepage) {
      yield described.links('foaf:page', homepage)
      yield describe(homepage).a('foaf:Document')
    }
    if (date) yield described.has('dcterms:date', dateLiteral(date))
  }
}

/** The actions of all actors, by the IRI of the actor, as {@link describeActions} wrote them. */
export function readActions(index: SubjectIndex): Map<string, Action[]> {
  const actions = new Map<string, Action[]>()
  for (const node of index.ofClass('annuaire:Action')) {
    const action = readAction(node, index)
    for (const actor of index.all(node, 'prov:wasAssociatedWith')) {
      const held = actions.get(actor)
      if (held) held.push(action)
      else actions.set(actor, [action])
    }
  }
  return actions
}

/** One of which only the name is known is a text. */
function readAction(node: string, index: SubjectIndex): Action {
  const name = index.the(node, 'skos:prefLabel')
  const details = withoutGaps<Omit<DetailedAction, 'name'>>({
    description: index.one(node, 'dcterms:description'),
    homepage: index.one(node, 'foaf:page'),
    date: index.one(node, 'dcterms:date'),
  })
  return Object.keys(details).length > 0 ? { name, ...details } : name
}

/** A day, or a year where only the year is known. */
export function dateLiteral(value: string): RDF.Literal {
  return typedLiteral(value, value.length === 4 ? 'gYear' : 'date')
}

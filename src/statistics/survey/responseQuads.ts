import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import { opaqueName } from '../../actor/iri.ts'
import { typedLiteral } from '../../graph/literals.ts'
import { iri, PREFIXES } from '../../vocabulary/namespaces.ts'
import type { Response, Survey } from './survey.ts'

const { namedNode, literal, quad } = DataFactory

/** Property of the weight of a response, where no question is. */
export const WEIGHT_PROPERTY = `${PREFIXES.annuaire}weight`

/** The IRI of a response: `{base}/id/reponse/{opaque}#it`, opaque being what it is for actors. */
export function responseIri(base: string, source: string, key: string): string {
  return `${base}/id/reponse/${opaqueName(source, key)}#it`
}

/**
 * The quads of the responses to a survey, each labelled with its key. They are nobody's but the directory's: no release
 * has them.
 */
export function* responsesToQuads(
  { iri: survey, questions }: Survey,
  responses: Iterable<Response>,
): Generator<RDF.Quad> {
  const properties = questions.map(({ name, property, type }) => ({
    name,
    type,
    predicate: namedNode(property),
  }))
  const type = namedNode(iri('rdf:type'))
  const responseClass = namedNode(iri('annuaire:Response'))
  const label = namedNode(iri('skos:prefLabel'))
  const inSurvey = namedNode(iri('annuaire:inSurvey'))
  const respondent = namedNode(iri('annuaire:respondent'))
  const weight = namedNode(WEIGHT_PROPERTY)
  const itself = namedNode(survey)
  for (const response of responses) {
    const subject = namedNode(response.id)
    const say = (predicate: RDF.Quad_Predicate, object: RDF.Quad_Object) =>
      quad(subject, predicate as never, object as never) as RDF.Quad
    yield say(type, responseClass)
    yield say(label, literal(response.key))
    yield say(inSurvey, itself)
    if (response.respondent !== undefined) yield say(respondent, namedNode(response.respondent))
    if (response.weight !== undefined) yield say(weight, typedLiteral(response.weight, 'decimal'))
    for (const { name, type, predicate } of properties) {
      for (const answer of [response.answers[name] ?? []].flat()) {
        yield say(
          predicate,
          typeof answer === 'number'
            ? typedLiteral(answer, 'decimal')
            : type === 'text'
              ? literal(answer)
              : namedNode(answer),
        )
      }
    }
  }
}

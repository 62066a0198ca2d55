import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { Configuration } from '../configuration/configuration.ts'
import { knowsParticipation } from '../configuration/surveyConfiguration.ts'
import { describe, localized, typed } from '../release/describe.ts'
import { participationField } from '../statistics/sample/participation.ts'
import type { Question, Survey } from '../statistics/survey/survey.ts'
import { iri } from '../vocabulary/namespaces.ts'

/** DDI-RDF Discovery Vocabulary of the DDI Alliance: studies and their questionnaires. */
const DISCO = 'http://rdf-vocabulary.ddialliance.org/discovery#'

const { namedNode, quad } = DataFactory

/** What is published of surveys beside their figures: what was asked, of whom, and with which options. No response. */
export function* describeSurveys({ surveys, base }: Configuration): Generator<RDF.Quad> {
  for (const survey of surveys) {
    const { iri: study, title, description, date, questions } = survey
    const questionnaire = study.replace(/#it$/, '#questionnaire')
    yield* describe(study, [], {
      'dcterms:title': localized(title),
      'dcterms:description': localized(description ?? {}),
      'dcterms:date': [typed(date, 'xsd:date')],
    })
    yield about(study, 'rdf:type', `${DISCO}Study`)
    if (knowsParticipation(survey)) yield* describeParticipation(survey, base)
    if (questions.length === 0) continue
    yield link(study, 'instrument', questionnaire)
    yield about(questionnaire, 'rdf:type', `${DISCO}Questionnaire`)
    for (const question of questions) yield* describeQuestion(question, survey, questionnaire)
  }
}

/** The property that queries of rates of response name, and that no actor of a release has. */
function* describeParticipation({ id, iri: study }: Survey, base: string): Generator<RDF.Quad> {
  yield* describe(participationField(id, base).property, ['owl:DatatypeProperty'], {
    'rdfs:label': localized({ fr: 'a répondu à l’enquête', en: 'answered the survey' }),
    'rdfs:domain': [iri('annuaire:Actor')],
    'rdfs:range': [iri('xsd:boolean')],
    'rdfs:seeAlso': [study],
  })
}

/** A question, and the property that its answers have where responses are counted. */
function* describeQuestion(
  { name, label, property, type, scheme }: Question,
  { iri: study }: Survey,
  questionnaire: string,
): Generator<RDF.Quad> {
  const question = study.replace(/#it$/, `#${name}`)
  yield link(questionnaire, 'question', question)
  yield about(question, 'rdf:type', `${DISCO}Question`)
  for (const text of localized(label)) {
    yield quad(namedNode(question), namedNode(`${DISCO}questionText`), text as never) as RDF.Quad
  }
  if (scheme) {
    yield link(question, 'responseDomain', scheme.iri)
    yield about(scheme.iri, 'rdf:type', `${DISCO}Representation`)
  }
  const range = scheme ? iri('skos:Concept') : iri(type === 'numeric' ? 'xsd:decimal' : 'xsd:string')
  yield* describe(property, [scheme ? 'owl:ObjectProperty' : 'owl:DatatypeProperty'], {
    'rdfs:label': localized(label),
    'rdfs:domain': [iri('annuaire:Response')],
    'rdfs:range': [range],
    'rdfs:seeAlso': [question],
  })
}

function about(subject: string, property: Parameters<typeof iri>[0], object: string): RDF.Quad {
  return quad(namedNode(subject), namedNode(iri(property)), namedNode(object)) as RDF.Quad
}

function link(subject: string, property: string, object: string): RDF.Quad {
  return quad(namedNode(subject), namedNode(DISCO + property), namedNode(object)) as RDF.Quad
}

import type { Actor } from '../../actor/actor.ts'
import type { RecordsGate } from '../../crosswalk/mapSource.ts'
import { StatisticsError, toLocalizedText } from '../../errors.ts'
import { excerpt } from '../../validation/excerpt.ts'
import { reportOf, type ValidationResult } from '../../validation/report.ts'
import { describeSchemaErrors } from '../../validation/schemaErrors.ts'
import type { Concept, ConceptScheme } from '../../vocabulary/concept.ts'
import * as messages from './messages.ts'
import { type Question, RESPONDENT, type Survey, WEIGHT } from './survey.ts'

/** What a question is told of a response, before it is one. */
type Fields = Readonly<Record<string, unknown>>

/** A finding about a field of a response. */
type Finding = Pick<ValidationResult, 'code' | 'message'> & { readonly field: string }

type Rule = (fields: Fields) => Finding | undefined

/**
 * Makes the gate that responses pass before they are counted: their JSON Schema (draft 7), compiled once, and what the
 * survey says beside it. An answer that does not hold is warned of and left out; the response stays. A question that
 * was not asked, because of how another one was answered, has no answer afterwards.
 *
 * @param schemeOf the options of a closed question
 * @throws {StatisticsError} where a filter names an option that its question does not have
 */
export async function createResponsesGate(
  survey: Survey,
  schemeOf: (question: string) => ConceptScheme,
): Promise<RecordsGate> {
  const { Ajv } = await import('ajv')
  const ajv = new Ajv({ allErrors: true, verbose: true, strict: true, logger: false })
  const validate = ajv.compile(responseSchema(survey, schemeOf))
  const rules = [
    ...survey.questions.flatMap(question => rulesOf(question, survey.questions, schemeOf)),
    ...weightRules(survey),
  ]
  return (record, locate) => {
    const { id: focusNode } = record
    const errors = validate(record) ? [] : (validate.errors ?? [])
    const results: ValidationResult[] = describeSchemaErrors(errors, record).map(finding => ({
      ...finding,
      focusNode,
      source: locate(finding.path),
    }))
    let fields: Fields = fieldsOf(record)
    for (const rule of rules) {
      const broken = rule(fields)
      if (!broken) continue
      const { code, message, field } = broken
      const path = `fields.${field}`
      const value = fields[field]
      results.push({
        severity: 'warning',
        code,
        focusNode,
        path,
        ...(value === undefined ? {} : { value: excerpt(value) }),
        message,
        source: locate(path),
      })
      // What is left out led to no other question.
      const { [field]: _, ...others } = fields
      fields = others
    }
    return results.length === 0 ? SOUND : reportOf(results)
  }
}

const SOUND = reportOf([])

function fieldsOf({ fields = {} }: Actor): Fields {
  return fields
}

/** The JSON Schema (draft 7) of the responses to a survey. */
export function responseSchema(survey: Survey, schemeOf: (question: string) => ConceptScheme): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Response',
    type: 'object',
    required: ['id', 'source', 'key'],
    additionalProperties: false,
    properties: {
      id: { type: 'string', minLength: 1 },
      source: { type: 'string', minLength: 1 },
      key: { type: 'string', minLength: 1 },
      fields: {
        type: 'object',
        additionalProperties: false,
        properties: {
          [RESPONDENT]: { type: 'string', minLength: 1 },
          [WEIGHT]: { type: 'number' },
          ...Object.fromEntries(
            survey.questions.map(question => [question.name, answerSchema(question, schemeOf)]),
          ),
        },
      },
    },
  }
}

function answerSchema({ name, type }: Question, schemeOf: (question: string) => ConceptScheme): object {
  if (type === 'numeric') return { type: 'number' }
  if (type === 'text') return { type: 'string', minLength: 1 }
  const option = { type: 'string', enum: schemeOf(name).concepts.map(({ iri }) => iri) }
  return type === 'single' ? option : { type: 'array', items: option, minItems: 1, uniqueItems: true }
}

function rulesOf(
  { name, askedIf = {}, minimum, maximum }: Question,
  questions: readonly Question[],
  schemeOf: (question: string) => ConceptScheme,
): Rule[] {
  const filters = Object.entries(askedIf).map(([filter, codes]): Rule => {
    const options = codes.map(code => optionOf(filter, code, schemeOf))
    const leading = new Set<unknown>(options.map(({ iri }) => iri))
    const { label } = questions.find(question => question.name === filter)!
    const message = messages.notAsked(
      toLocalizedText(label),
      options.map(({ prefLabel }) => toLocalizedText(prefLabel)),
    )
    return fields =>
      fields[name] === undefined || [fields[filter]].flat().some(answer => leading.has(answer))
        ? undefined
        : { field: name, code: 'not-asked', message }
  })
  const bounds = (
    [
      ['minimum', minimum],
      ['maximum', maximum],
    ] as const
  ).flatMap(([bound, limit]): Rule[] =>
    limit === undefined
      ? []
      : [
          fields => {
            const value = fields[name]
            const isWithin =
              typeof value !== 'number' || (bound === 'minimum' ? value >= limit : value <= limit)
            if (isWithin) return undefined
            return { field: name, code: 'out-of-range', message: messages.outOfRange(value, bound, limit) }
          },
        ],
  )
  return [...filters, ...bounds]
}

/** @throws {StatisticsError} where the list does not have it */
function optionOf(question: string, code: string, schemeOf: (question: string) => ConceptScheme): Concept {
  const scheme = schemeOf(question)
  const option = scheme.byNotation(code)
  if (option) return option
  const known = scheme.concepts.map(({ notation }) => notation).join(', ')
  throw new StatisticsError(`the question "${question}" has no option "${code}"; it has ${known}`)
}

function weightRules({ weight }: Survey): Rule[] {
  if (weight === undefined) return []
  return [
    fields => {
      const value = fields[weight]
      if (typeof value !== 'number')
        return { field: weight, code: 'missing-weight', message: messages.missingWeight() }
      if (value >= 0) return undefined
      return { field: weight, code: 'negative-weight', message: messages.negativeWeight(value) }
    },
  ]
}

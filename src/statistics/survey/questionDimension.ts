import { StatisticsError } from '../../errors.ts'
import { type Dimension, ofConcepts, ofLiterals } from '../dimensionPatterns.ts'
import { writeIri } from '../sparqlTerms.ts'
import type { Question } from './survey.ts'

/** Variable of responses, where these are counted. */
export const RESPONSE = '?response'

/** Responses that are counted in the place of actors. */
export interface CountedResponses {
  /** IRI of the survey. */
  readonly survey: string
  /** What may be asked of a response. Other dimensions are those of the actor that gave it. */
  readonly questions: readonly Question[]
  /** Its numeric questions, and its weight: names and properties. */
  readonly numbers: readonly { readonly name: string; readonly property: string }[]
}

/**
 * A question as a dimension: its values are the options, or the numbers, that were given for answers.
 *
 * @throws {StatisticsError} where it is answered in words: these are nobody's to count
 */
export function ofQuestion({ name, property, scheme, type }: Question): Dimension {
  const variable = `question_${name}`
  if (scheme) {
    const dimension = ofConcepts(name, variable, writeIri(property), scheme.iri)
    return { ...dimension, isListed: scheme.isOwn ?? false }
  }
  if (type === 'numeric') return ofLiterals(name, variable, writeIri(property))
  throw new StatisticsError(`the question "${name}" is answered in words, which are no dimension`)
}

/** A dimension of actors, of the responses that they gave; those that nobody known gave have no value. */
export function ofRespondents(dimension: Dimension): Dimension {
  return {
    ...dimension,
    pattern: (value, subject = RESPONSE) => [
      `${subject} annuaire:respondent ?respondent .`,
      ...dimension.pattern(value, '?respondent'),
    ],
  }
}

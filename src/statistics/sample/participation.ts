import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { OwnField } from '../../actor/ownField.ts'
import type { Language, LocalizedText } from '../../errors.ts'
import { typedLiteral } from '../../graph/literals.ts'
import type { DimensionValue } from '../statistic.ts'

const { namedNode, quad } = DataFactory

/** The dimension of rates of response; of its values they have but one. */
export const PARTICIPATION = 'hasAnswered'

const ANSWERED: LocalizedText = { fr: 'A répondu', en: 'Answered' }

/** The value of those who answered. */
export function answeredValue(language: Language): DimensionValue {
  return { code: 'yes', label: ANSWERED[language] }
}

/**
 * Whether an actor answered a survey, as a field that those have who were asked. It is private: the quads are in no
 * release, and statistics over them are the only ones that it is a dimension of.
 *
 * @param survey name of the survey, a slug: `emailing-2010`
 * @param base IRI of the directory, without a final slash
 */
export function participationField(survey: string, base: string): OwnField {
  const name = `${survey.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()).replace(/-/g, '')}Answered`
  return {
    name,
    property: `${base}/def/onto#${survey}-answered`,
    label: { fr: 'A répondu', en: 'Answered' },
    datatype: 'boolean',
    public: false,
    multiple: false,
  }
}

/**
 * Says of each actor that was asked whether it answered. Those who answered unasked are told of by
 * {@link unaskedRespondents}: no rate counts them.
 *
 * @param invited IRIs of those who were asked
 * @param respondents IRIs of those who answered
 */
export function* participationQuads(
  { property }: OwnField,
  invited: Iterable<string>,
  respondents: ReadonlySet<string>,
): Generator<RDF.Quad> {
  for (const actor of new Set(invited)) {
    const answered = typedLiteral(respondents.has(actor), 'boolean')
    yield quad(namedNode(actor), namedNode(property), answered) as RDF.Quad
  }
}

/** Who answered and was not asked, in the order in which they answered. */
export function unaskedRespondents(
  invited: Iterable<string>,
  respondents: ReadonlySet<string>,
): readonly string[] {
  const asked = new Set(invited)
  return [...respondents].filter(actor => !asked.has(actor))
}

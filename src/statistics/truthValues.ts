import type { Language, LocalizedText } from '../errors.ts'
import type { DimensionContext } from './dimensions.ts'
import type { DimensionValue } from './statistic.ts'

/** What truth values are called, by their code. */
const TRUTH_LABELS: Readonly<Record<'true' | 'false', LocalizedText>> = {
  true: { fr: 'oui', en: 'yes' },
  false: { fr: 'non', en: 'no' },
}

/** Rows whose values of fields that are true or false are called so in the language; their codes stay. */
export function withTruthLabels<Row extends { readonly values: readonly DimensionValue[] }>(
  rows: readonly Row[],
  dimensions: readonly string[],
  context: Pick<DimensionContext, 'fields' | 'responses'> & { readonly language: Language },
): readonly Row[] {
  const places = dimensions.map(name => isTruth(name, context))
  if (!places.includes(true)) return rows
  return rows.map(row => ({
    ...row,
    values: row.values.map((value, index) =>
      places[index] ? { ...value, label: truthLabel(value.code)?.[context.language] ?? value.label } : value,
    ),
  }))
}

/** Whether a dimension is a field of truth values. */
export function isTruth(name: string, { fields, responses }: Pick<DimensionContext, 'fields' | 'responses'>) {
  const isQuestion = responses?.questions.some(question => question.name === name) ?? false
  return !isQuestion && fields.some(field => field.name === name && field.datatype === 'boolean')
}

/** What a truth value is called; `undefined` where a code is none. */
export function truthLabel(code: string): LocalizedText | undefined {
  return code === 'true' || code === 'false' ? TRUTH_LABELS[code] : undefined
}

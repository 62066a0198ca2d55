import { BUILT_IN_DIMENSIONS } from '../statistics/statistic.ts'
import type { Template } from '../statistics/words/wording.ts'
import { checkKnown } from './checkSource.ts'
import type { Configuration } from './configuration.ts'
import type { Problem } from './problem.ts'
import type { RawWording } from './rawWording.ts'

/**
 * Holds the names and templates of a wording against what there is.
 *
 * @param fields names of the fields that are published
 */
export function checkWording(
  raw: RawWording,
  configuration: Configuration,
  fields: readonly string[],
): Problem[] {
  const { surveys } = configuration
  const asked = surveys.flatMap(({ questions, published }) => [
    ...questions.map(({ name }) => name),
    ...published.map(({ dimension }) => dimension.name),
  ])
  const dimensions = [...BUILT_IN_DIMENSIONS, ...fields, ...asked]
  const codes = codesByDimension(configuration)
  return Object.entries(raw).flatMap(([language, wordings]) =>
    Object.entries(wordings).flatMap(([name, { known, amount: _, noun, values = {}, ...predicates }]) => {
      const at = ['wording', language, name]
      return [
        ...(COUNTED.includes(name) ? [] : checkKnown(dimensions, name, at, 'dimension')),
        ...(noun && !COUNTED.includes(name) ? checkKnown(COUNTED, name, at, 'noun of') : []),
        ...(known === undefined ? [] : checkTemplate(known, [...at, 'known'])),
        ...Object.entries(predicates).flatMap(([key, predicate]) =>
          predicate === undefined ? [] : checkPredicate(predicate, [...at, key]),
        ),
        ...Object.entries(values).flatMap(([code, value]) => {
          const path = [...at, 'values', code]
          const known = codes.get(name)
          const { is, isNot } = typeof value === 'string' ? { is: value, isNot: undefined } : value
          return [
            ...(known ? checkKnown(known, code, path, `code of ${name}`) : []),
            ...(is === undefined ? [] : checkPredicate(is, path)),
            ...(isNot === undefined ? [] : checkPredicate(isNot, path)),
          ]
        }),
      ]
    }),
  )
}

/** What is counted, and has a noun; it is no dimension. */
const COUNTED: readonly string[] = ['actors', 'responses']

/** A predicate begins with its verb, so that it can be denied. */
function checkPredicate(template: Template, path: readonly string[]): Problem[] {
  const problems = checkTemplate(template, path)
  if (/^\{[^{}|]+\|[^{}|]+(?:\|[^{}|]+\|[^{}|]+)?\}/.test(template)) return problems
  const message = `"${template}" should begin with the forms of its verb, singular and plural, such as {est|sont}`
  return [...problems, { path, message }]
}

const SLOTS = ['label', 'dimension', 'place']

function checkTemplate(template: Template, path: readonly string[]): Problem[] {
  const rest = template.replace(/\{([^{}]*)\}/g, (_, content: string) => {
    const forms = content.split('|').length
    return SLOTS.includes(content) || forms === 2 || forms === 4 ? '' : '{}'
  })
  if (!/[{}]/.test(rest)) return []
  const message = `"${template}" has braces that mean nothing; there are {label}, {dimension}, {place}, and two or four forms of a word, such as {créé|créés|créée|créées}`
  return [{ path, message }]
}

/** The codes of the dimensions whose code list the directory declares itself. */
function codesByDimension({ schemes, fields, codeLists, surveys }: Configuration): Map<string, string[]> {
  const named: readonly (readonly [string, string | undefined])[] = [
    ['legalForm', codeLists.legalForm],
    ['mission', codeLists.missions],
    ['audience', codeLists.audiences],
    ...fields.map(({ name, scheme }) => [name, scheme] as const),
    ...surveys.flatMap(({ questions }) => questions.map(({ name, scheme }) => [name, scheme?.name] as const)),
  ]
  return new Map(
    named.flatMap(([dimension, name]) => {
      const scheme = schemes.find(one => one.name === name)
      return scheme ? [[dimension, scheme.concepts.map(({ notation }) => notation)]] : []
    }),
  )
}

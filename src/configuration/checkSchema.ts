import type { ErrorObject } from 'ajv'
import { isHttpIri } from '../actor/httpIri.ts'
import { readVocabularyFile } from '../vocabulary/vocabulary.ts'
import type { Problem } from './problem.ts'

/** Holds a parsed `annuaire.yaml` against its JSON Schema (`vocab/schemas/annuaire.schema.json`). */
export async function checkSchema(value: unknown): Promise<Problem[]> {
  const [{ Ajv }, formats, schema] = await Promise.all([
    import('ajv'),
    import('ajv-formats'),
    readVocabularyFile('schemas/annuaire.schema.json'),
  ])
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    verbose: true,
    // One file is checked once: what would make its check faster takes longer than the check itself. That the schema is
    // one is tested.
    code: { optimize: false },
    inlineRefs: false,
    validateSchema: false,
  })
  formats.default.default(ajv, ['date'])
  ajv.addFormat('iri', isHttpIri)
  const validate = ajv.compile(JSON.parse(schema))
  if (validate(value)) return []
  return mostSpecific(validate.errors ?? []).map(error => ({
    path: pathOf(error),
    message: messageOf(error),
  }))
}

/** Alternatives fail as a whole; what is said of the deepest value is what helps. */
function mostSpecific(errors: readonly ErrorObject[]): ErrorObject[] {
  const telling = errors.filter(({ keyword }) => !['anyOf', 'oneOf', 'if', 'propertyNames'].includes(keyword))
  return telling.length > 0 ? telling : [...errors]
}

function pathOf({ instancePath, keyword, params }: ErrorObject): string[] {
  const path = instancePath
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (keyword === 'additionalProperties') path.push(String(params.additionalProperty))
  return path
}

function messageOf(error: ErrorObject): string {
  const { keyword, params, message, data, parentSchema } = error
  // What stands in a list has the name of the list.
  const name = pathOf(error).findLast(step => !/^\d+$/.test(step)) ?? 'annuaire.yaml'
  switch (keyword) {
    case 'additionalProperties':
      return `"${params.additionalProperty}" is not known here; check its spelling`
    case 'required':
      return `"${params.missingProperty}" is missing`
    case 'enum':
      return `"${name}" must be one of ${params.allowedValues.join(', ')}`
    case 'format':
      return `"${name}" must be ${params.format === 'date' ? 'a date, YYYY-MM-DD' : 'an absolute IRI, https://…'}`
    case 'type':
      return mistakenType(name, [params.type].flat(), data)
    case 'pattern':
      if (typeof parentSchema?.description !== 'string') return `"${name}" ${message}`
      return `"${name}" cannot be ${JSON.stringify(data)}. ${parentSchema.description}`
    default:
      return `"${name}" ${message ?? 'is not as it should be'}`
  }
}

/** What a type of JSON is called by those who write YAML. */
const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list ([a, b])',
  object: 'keys with values',
  null: 'empty',
}

function mistakenType(name: string, wanted: readonly string[], given: unknown): string {
  const type = given === null ? 'null' : Array.isArray(given) ? 'array' : typeof given
  if (wanted.includes('string') && (type === 'number' || type === 'boolean')) {
    return `"${name}" has ${String(given)} without quotes, which is ${TYPES[type]}; codes and texts stand in quotes: "${String(given)}", with the zeros that they begin with`
  }
  return `"${name}" is ${TYPES[type]}; it should be ${wanted.map(one => TYPES[one]).join(', or ')}`
}

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
  const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true })
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
  const telling = errors.filter(
    ({ keyword }) => keyword !== 'anyOf' && keyword !== 'oneOf' && keyword !== 'propertyNames',
  )
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

function messageOf({ keyword, params, message, instancePath }: ErrorObject): string {
  const name = instancePath.slice(instancePath.lastIndexOf('/') + 1)
  switch (keyword) {
    case 'additionalProperties':
      return `"${params.additionalProperty}" is not known here; check its spelling`
    case 'required':
      return `"${params.missingProperty}" is missing`
    case 'enum':
      return `"${name}" must be one of ${params.allowedValues.join(', ')}`
    case 'format':
      return `"${name}" must be ${params.format === 'date' ? 'a date, YYYY-MM-DD' : 'an absolute IRI, https://…'}`
    default:
      return `"${name}" ${message ?? 'is not as it should be'}`
  }
}

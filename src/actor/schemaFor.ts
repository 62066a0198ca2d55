import { VOCABULARY_BASE } from '../vocabulary/namespaces.ts'
import type { FieldDatatype, OwnField } from './ownField.ts'

/** IRI of the JSON Schema of the actor record, `vocab/schemas/actor.schema.json`. */
export const ACTOR_SCHEMA = `${VOCABULARY_BASE}schemas/actor.schema.json`

/** What a directory adds to the record. */
export interface SchemaOptions {
  /** IRIs of the concepts that each field may have. */
  readonly schemes: Readonly<
    Record<'legalForm' | 'legalCategory' | 'missions' | 'audiences', readonly string[]>
  >
  /** Its own fields; those with a scheme, with the IRIs of the concepts. Private ones are in no record. */
  readonly fields: readonly (OwnField & { readonly concepts?: readonly string[] })[]
}

type Schema = object | boolean

/**
 * The JSON Schema (draft 7) of the actors of one directory: the actor record, by reference to {@link ACTOR_SCHEMA},
 * with the code lists of the directory and exactly its public fields.
 */
export function schemaFor({ schemes, fields }: SchemaOptions): object {
  const published = fields.filter(field => field.public)
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Actor',
    type: 'object',
    allOf: [{ $ref: ACTOR_SCHEMA }],
    properties: {
      legalForm: oneOf(schemes.legalForm),
      legalCategory: oneOf(schemes.legalCategory),
      missions: setOf(oneOf(schemes.missions)),
      audiences: setOf(oneOf(schemes.audiences)),
      fields: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(published.map(field => [field.name, schemaOf(field)])),
      },
    },
  }
}

const DATATYPES: Readonly<Record<FieldDatatype, object>> = {
  string: { type: 'string', minLength: 1 },
  integer: { type: 'integer' },
  decimal: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  gYear: { type: 'string', pattern: '^-?[0-9]{4}$' },
  anyURI: { type: 'string', format: 'iri' },
}

function schemaOf({ datatype, concepts, multiple }: SchemaOptions['fields'][number]): Schema {
  const value = datatype ? DATATYPES[datatype] : oneOf(concepts ?? [])
  return multiple ? setOf(value) : value
}

/** Where a code list is empty, nothing is right. */
function oneOf(concepts: readonly string[]): Schema {
  return concepts.length > 0 && { type: 'string', enum: [...concepts] }
}

function setOf(items: Schema): Schema {
  return { type: 'array', items, minItems: 1, uniqueItems: true }
}

import type { FieldDatatype, OwnField } from '../actor/ownField.ts'

/** How a text becomes a value. */
export type ValueKind =
  | 'text'
  | 'concept'
  | 'territory'
  | 'siren'
  | 'siret'
  | 'rna'
  | 'email'
  | 'iri'
  | 'decimal'
  | 'integer'
  | 'boolean'
  | 'date'
  | 'dateOrYear'
  | 'year'

/** A field of the record, as the crosswalk fills it. */
export interface Field {
  /** Path in the record, e.g. `['address', 'commune']`. */
  readonly path: readonly string[]
  readonly kind: ValueKind
  readonly multiple: boolean
  /** False: the values are read by nobody. */
  readonly public: boolean
}

const TEXT: readonly string[] = [
  'name',
  'acronym',
  'description',
  'telephone',
  'address.fullAddress',
  'address.street',
  'address.postcode',
  'address.locality',
]
const TEXTS: readonly string[] = ['alternateNames', 'partners', 'funders', 'actions']

const BUILT_IN = new Map<string, Field>([
  ...TEXT.map(name => entry(name, 'text')),
  ...TEXTS.map(name => entry(name, 'text', true)),
  entry('legalForm', 'concept'),
  entry('legalCategory', 'concept'),
  entry('missions', 'concept', true),
  entry('audiences', 'concept', true),
  entry('coverage', 'territory', true),
  entry('address.commune', 'territory'),
  entry('address.department', 'territory'),
  entry('address.region', 'territory'),
  entry('siren', 'siren'),
  entry('siret', 'siret'),
  entry('rna', 'rna'),
  entry('location.latitude', 'decimal'),
  entry('location.longitude', 'decimal'),
  entry('homepage', 'iri'),
  entry('parent', 'iri'),
  entry('memberOf', 'iri', true),
  entry('email', 'email'),
  entry('founded', 'dateOrYear'),
  entry('modified', 'date'),
])

function entry(name: string, kind: ValueKind, multiple = false): [string, Field] {
  return [name, { path: name.split('.'), kind, multiple, public: true }]
}

const DATATYPE_KINDS: Readonly<Record<FieldDatatype, ValueKind>> = {
  string: 'text',
  integer: 'integer',
  decimal: 'decimal',
  boolean: 'boolean',
  date: 'date',
  gYear: 'year',
  anyURI: 'iri',
}

/** Names of the fields that every directory has. */
export const FIELD_NAMES: readonly string[] = [...BUILT_IN.keys()]

/** The field of this name, built-in or the directory's own; `undefined` where there is none. */
export function findField(name: string, ownFields: readonly OwnField[]): Field | undefined {
  const own = ownFields.find(field => field.name === name)
  if (!own) return BUILT_IN.get(name)
  const kind = own.datatype ? DATATYPE_KINDS[own.datatype] : 'concept'
  return { path: ['fields', name], kind, multiple: own.multiple, public: own.public }
}

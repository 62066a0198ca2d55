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
  | 'identifier'
  | 'point'

/** A field of the record, as the crosswalk fills it. */
export interface Field {
  /** Path in the record, e.g. `['address', 'commune']`. */
  readonly path: readonly string[]
  /** The same in one text, `address.commune`. */
  readonly pathText: string
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
  'openingHours',
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
  entry('location', 'point'),
  entry('location.latitude', 'decimal'),
  entry('location.longitude', 'decimal'),
  entry('homepage', 'iri'),
  entry('parents', 'iri', true),
  entry('memberOf', 'iri', true),
  entry('replacedBy', 'iri', true),
  entry('otherIdentifiers', 'identifier', true),
  entry('email', 'email'),
  entry('founded', 'dateOrYear'),
  entry('dissolved', 'dateOrYear'),
  entry('modified', 'date'),
])

/** Fields of the records within a record, by the name that `parts` gives them; their paths begin within the part. */
const OF_PARTS = new Map<string, Field>([
  ...['key', 'name', 'telephone', 'openingHours'].map(name => ofPart('sites', name, 'text')),
  ...['fullAddress', 'street', 'postcode', 'locality'].map(name =>
    ofPart('sites', `address.${name}`, 'text'),
  ),
  ...['commune', 'department', 'region'].map(name => ofPart('sites', `address.${name}`, 'territory')),
  ofPart('sites', 'location.latitude', 'decimal'),
  ofPart('sites', 'location.longitude', 'decimal'),
  ofPart('sites', 'siret', 'siret'),
  ofPart('sites', 'email', 'email'),
  ...['name', 'description'].map(name => ofPart('actions', name, 'text')),
  ofPart('actions', 'homepage', 'iri'),
  ofPart('actions', 'date', 'date'),
])

function ofPart(part: string, name: string, kind: ValueKind): [string, Field] {
  const [, field] = entry(name, kind)
  return [`${part}.${name}`, field]
}

function entry(name: string, kind: ValueKind, multiple = false): [string, Field] {
  return [name, { path: name.split('.'), pathText: name, kind, multiple, public: true }]
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

/** Names of the fields of a kind of part. */
export function partFieldNames(part: 'sites' | 'actions'): string[] {
  return [...OF_PARTS.keys()]
    .filter(name => name.startsWith(`${part}.`))
    .map(name => name.slice(part.length + 1))
}

/** The field of this name, built-in or the directory's own; `undefined` where there is none. */
export function findField(name: string, ownFields: readonly OwnField[]): Field | undefined {
  const own = ownFields.find(field => field.name === name)
  if (!own) return BUILT_IN.get(name) ?? OF_PARTS.get(name)
  const kind = own.datatype ? DATATYPE_KINDS[own.datatype] : 'concept'
  return {
    path: ['fields', name],
    pathText: `fields.${name}`,
    kind,
    multiple: own.multiple,
    public: own.public,
  }
}

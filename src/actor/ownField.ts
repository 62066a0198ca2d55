import type { GivenText } from '../errors.ts'

/** The XSD datatypes that a directory's own field may have, by local name. */
export const FIELD_DATATYPES = ['string', 'integer', 'decimal', 'boolean', 'date', 'gYear', 'anyURI'] as const

/** The local name of an XSD datatype. */
export type FieldDatatype = (typeof FIELD_DATATYPES)[number]

/** A field that a directory declares beside those of the actor record. */
export interface OwnField {
  readonly name: string
  /** IRI of the property. */
  readonly property: string
  readonly label: GivenText
  /** Of a literal field. Exactly one of `datatype` and `scheme` is there. */
  readonly datatype?: FieldDatatype
  /** Name of the concept scheme whose concepts are the values. */
  readonly scheme?: string
  /** A private field never leaves the crosswalk. */
  readonly public: boolean
  /** Whether an actor may have several values. Default: false. */
  readonly multiple: boolean
}

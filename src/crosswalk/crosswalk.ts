import type { OwnField } from '../actor/ownField.ts'
import type { LocalizedText, SourceLocation } from '../errors.ts'
import type { CommuneIndex } from '../vocabulary/communes.ts'
import type { ConceptScheme } from '../vocabulary/concept.ts'
import type { TerritoryLevel } from '../vocabulary/territories.ts'

/** Where the values of a column go, and how they get there. */
export interface ColumnTarget {
  /** A field of the actor record (`name`, `address.commune`), or one that the directory declares. */
  readonly field: string
  /** Separates the values of a cell. Default: a cell holds one value. */
  readonly split?: string
  /** Replaces a value before it is read. A value that is not in it is read as it stands. */
  readonly values?: Readonly<Record<string, string>>
  /** Of `coverage`: the level of the territories. */
  readonly level?: TerritoryLevel
}

/** How the rows of one source become actors. */
export interface SourceCrosswalk {
  /** Name of the source in the directory. */
  readonly name: string
  /** The column whose cells tell the records of the source apart. */
  readonly key: string
  /** Cells that say "no answer", compared without case. */
  readonly nullMarkers: readonly string[]
  readonly columns: ReadonlyMap<string, readonly ColumnTarget[]>
  /** Columns left out on purpose, with the reason where one is given. */
  readonly ignore: ReadonlyMap<string, string | undefined>
}

/** What a crosswalk needs to know of the directory. */
export interface CrosswalkContext {
  /** IRI under which the directory’s own things live, without a final slash. */
  readonly base: string
  readonly fields: readonly OwnField[]
  /** The scheme of a concept field (`legalForm`, `missions`, an own field…). */
  schemeOf(field: string): ConceptScheme | undefined
  readonly communes: CommuneIndex
  readonly departments: ConceptScheme
  /** Schemes of regions to look in, in this order. */
  readonly regionSchemes: readonly ConceptScheme[]
}

/** A change that was made to a value without being asked for. */
export interface Repair {
  /** Stable name of the rule, e.g. `trim`. */
  readonly rule: RepairRule
  readonly raw: string
  readonly result: string
  readonly source: SourceLocation
}

/** Repairs are only made where they are certain; each says what it did. */
export const REPAIR_RULES = {
  trim: { fr: 'espaces autour de la valeur retirées', en: 'spaces around the value removed' },
  'unicode-nfc': { fr: 'accents recomposés (NFC)', en: 'accents composed (NFC)' },
  'strip-separators': {
    fr: 'espaces, points ou tirets retirés de l’identifiant ou du nombre',
    en: 'spaces, dots or hyphens removed from the identifier or number',
  },
  'lost-zero': { fr: 'zéro initial rétabli', en: 'lost leading zero restored' },
  'add-scheme': { fr: '« https:// » ajouté devant l’adresse', en: '"https://" put before the address' },
} as const satisfies Record<string, LocalizedText>

/** Name of a rule of repair. */
export type RepairRule = keyof typeof REPAIR_RULES

/** What became of a cell. */
export type CellStatus = 'mapped' | 'repaired' | 'rejected' | 'ignored' | 'empty' | 'unmapped'

import type { OwnField } from '../actor/ownField.ts'
import type { SourceLocation } from '../errors.ts'
import type { CommuneIndex } from '../vocabulary/communes.ts'
import type { ConceptScheme } from '../vocabulary/concept.ts'
import type { TerritoryLevel } from '../vocabulary/territories.ts'
import type { RepairRule } from './repairRules.ts'

/** When a value counts: one of the columns has to fulfil all that is asked. Texts are compared as labels are. */
export interface Condition {
  readonly columns: readonly string[]
  /** The cell is one of these. */
  readonly is?: readonly string[]
  /** The cell contains one of these. */
  readonly contains?: readonly string[]
  /** None of the columns contains one of these. */
  readonly except?: readonly string[]
}

/** How texts become the values of a field. */
export interface ValueOptions {
  /** A field of the actor record (`name`, `address.commune`), or one that the directory declares. */
  readonly field: string
  /** What separates the values of a cell; any of several. Default: a cell holds one value. */
  readonly split?: string | readonly string[]
  /** Replaces a value before it is read; by an empty text: it is none. A value that is not in it is read as it stands. */
  readonly values?: Readonly<Record<string, string>>
  /** Of `coverage`: the level of the territories. */
  readonly level?: TerritoryLevel
  /** Whether the text is HTML, of which the plain text is wanted. Default: false. */
  readonly html?: boolean
  /** Order of day, month and year in dates of figures, or `excel` for the serial numbers of spreadsheets. Default: `dmy`. */
  readonly dates?: 'dmy' | 'mdy' | 'ymd' | 'excel'
  /** Of `parents`, `memberOf` and `replacedBy`: the source whose keys the values are. Default: they are IRIs. */
  readonly reference?: string
  /** Of `otherIdentifiers`: who gives them out, e.g. `ROR`. */
  readonly scheme?: string
  /** Default: always. */
  readonly when?: Condition
  /** Of a column that is a list: which of its elements count, by those at the same place of other lists. Default: all. */
  readonly where?: Condition
}

/** Where the values of a column go, and how they get there. */
export type ColumnTarget = ValueOptions

/** A field whose values come from several columns, from one in a way of its own, or from none. */
export type Derivation = ValueOptions &
  (
    | { readonly from: 'constant'; readonly constant: string }
    /** The filled cells of the columns, joined. Default separator: a space. */
    | {
        readonly from: 'join'
        readonly columns: readonly string[]
        readonly with?: string
        /** What stands before the cell of a column. Default: nothing. */
        readonly labels?: Readonly<Record<string, string>>
      }
    /** The first filled cell. */
    | { readonly from: 'first'; readonly columns: readonly string[] }
    /** Every filled cell: `type_1`, `type_2`…, also as `type_*`. */
    | { readonly from: 'each'; readonly columns: readonly string[] }
    /** A column per option: where its cell says yes, its value counts. */
    | {
        readonly from: 'options'
        readonly options: Readonly<Record<string, string>>
        /** What is answered where cells say no, and nothing says anything else. Default: that is no answer. */
        readonly none?: string
        /** Further words for yes and no, beside the usual ones. */
        readonly yes?: readonly string[]
        readonly no?: readonly string[]
      }
    /** Of `location`: coordinates east (or longitude) and north (or latitude). Default system: WGS 84. */
    | { readonly from: 'coordinates'; readonly x: string; readonly y: string; readonly crs?: string }
    /** Of `location`: both coordinates in one cell. */
    | {
        readonly from: 'point'
        readonly column: string
        readonly order?: 'latitude-longitude' | 'longitude-latitude'
      }
  )

/** Records within a record: further sites or actions of an actor. */
export interface PartDefinition {
  readonly into: 'sites' | 'actions'
  /** Prefix of the list columns that belong together, e.g. `locations[]`. Default: one part per row. */
  readonly of?: string
  /** Columns by field of the part, within `of`. */
  readonly columns: ReadonlyMap<string, string>
}

/** How the rows of one source become actors. */
export interface SourceCrosswalk {
  /** Name of the source in the directory. */
  readonly name: string
  /** The columns whose cells, together, tell the records of the source apart. */
  readonly key: readonly string[]
  /** Cells that say "no answer", compared without case. */
  readonly nullMarkers: readonly string[]
  /** Columns by which tables hang together. */
  readonly joinedBy?: readonly string[]
  readonly columns: ReadonlyMap<string, readonly ColumnTarget[]>
  readonly derive: readonly Derivation[]
  readonly parts: readonly PartDefinition[]
  /** Columns left out on purpose, with the reason where one is given. */
  readonly ignore: ReadonlyMap<string, string | undefined>
  /** Whether rows with the same key are one actor. Default: the second is an error. */
  readonly groupRows?: boolean
  /** Whether the commune of an address is looked up by its locality, with the postcode or département. Default: no. */
  readonly findCommune?: boolean
}

/** West, south, east and north in degrees, WGS 84. */
export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** Turns coordinates of some system into degrees. */
export type Transformer = (x: number, y: number) => { readonly latitude: number; readonly longitude: number }

/** What a crosswalk needs to know of the directory. */
export interface CrosswalkContext {
  /** IRI under which the directory’s own things live, without a final slash. */
  readonly base: string
  readonly fields: readonly OwnField[]
  /** The scheme of a concept field (`legalForm`, `missions`, an own field…). */
  schemeOf(field: string): ConceptScheme | undefined
  /** Of fields that take any value: the IRI of the concept that stands for those in no list. Default: of none. */
  readonly otherOf?: (field: string) => string | undefined
  /** IRI of the record with a key: `…/{16 characters}#it`, as {@link actorIri} makes them. Default: that of an actor. */
  readonly recordIri?: (base: string, source: string, key: string) => string
  readonly communes: CommuneIndex
  readonly departments: ConceptScheme
  /** The overseas collectivities, where they are wanted among the départements. */
  readonly collectivities?: ConceptScheme
  /** Schemes of regions to look in, in this order. */
  readonly regionSchemes: readonly ConceptScheme[]
  /** By the name that the crosswalk gives the system, `EPSG:2154`. */
  readonly transformers?: ReadonlyMap<string, Transformer>
  /** What a text of HTML says; needed where a target is `html`. */
  readonly toPlainText?: (html: string) => string
  /** Where positions are expected; without it, where their département lies. */
  readonly box?: Box
}

/** A change that was made to a value without being asked for. */
export interface Repair {
  /** Stable name of the rule, e.g. `trim`. */
  readonly rule: RepairRule
  readonly raw: string
  readonly result: string
  readonly source: SourceLocation
}

/** What became of a cell. */
export type CellStatus = 'mapped' | 'repaired' | 'rejected' | 'ignored' | 'empty' | 'unmapped'

/** Of several fates of a cell, the one that people have to know of first has the lowest rank. */
const RANKS = {
  rejected: 0,
  repaired: 1,
  mapped: 2,
  ignored: 3,
  unmapped: 4,
  empty: 5,
} as const satisfies Record<CellStatus, number>

/** The worse of two fates; `undefined` is none. */
export function worse(a: CellStatus | undefined, b: CellStatus): CellStatus {
  return a !== undefined && RANKS[a] <= RANKS[b] ? a : b
}

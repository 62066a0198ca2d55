import type { FieldDatatype } from '../actor/ownField.ts'
import type { ValueOptions } from '../crosswalk/crosswalk.ts'
import type { Language, LocalizedText } from '../errors.ts'
import type { SourceDetection } from '../sources/row.ts'
import { joinReasons } from './reasons.ts'

/** What `proposeConfiguration` made of a column. */
export interface Guess {
  readonly column: string
  /** A field of the record (`address.postcode`), `own field`, `key` where it only tells the records apart, or `ignore`. */
  readonly field: string
  /** Name of the own field. */
  readonly ownField?: string
  /** 0 to 1. */
  readonly confidence: number
  readonly reason: LocalizedText
}

/** How the values of a column are read, as `annuaire.yaml` says it. */
export type ReadingOptions = Omit<ValueOptions, 'field' | 'when' | 'where'>

/** What is to be done with a column. */
export type Decision =
  | { readonly to: 'field'; readonly field: string; readonly options: ReadingOptions; readonly why: Why }
  /** One of several columns that a derivation takes. */
  | { readonly to: 'derivation'; readonly field: string; readonly why: Why }
  | { readonly to: 'own field'; readonly own: OwnFieldDraft; readonly why: Why }
  /** It only tells the records apart. */
  | { readonly to: 'key'; readonly why: Why }
  | { readonly to: 'ignore'; readonly why: Why }

/** Why, and how sure that is. */
export interface Why {
  /** 0 to 1. */
  readonly confidence: number
  readonly reason: LocalizedText
}

/** The same with a further reason. */
export function withReason({ confidence, reason }: Why, further: LocalizedText): Why {
  return { confidence, reason: joinReasons([reason, further]) }
}

/** A field that the directory is to declare. */
export interface OwnFieldDraft {
  readonly name: string
  readonly label: string
  readonly datatype?: FieldDatatype
  readonly scheme?: SchemeDraft
  readonly public: boolean
  readonly multiple: boolean
  readonly options: ReadingOptions
}

/** A code list that the directory is to declare, of values that occur. */
export interface SchemeDraft {
  readonly name: string
  readonly title: string
  readonly concepts: readonly {
    readonly notation: string
    readonly label: string
    readonly alternatives: readonly string[]
  }[]
}

/** A field that takes several columns. */
export type DerivationDraft = { readonly field: string; readonly reason: LocalizedText } & (
  | {
      readonly from: 'join'
      readonly columns: readonly string[]
      readonly with?: string
      readonly labels?: Readonly<Record<string, string>>
    }
  | {
      readonly from: 'options'
      readonly options: Readonly<Record<string, string>>
      readonly yes?: readonly string[]
    }
  | { readonly from: 'first'; readonly columns: readonly string[] }
  | { readonly from: 'coordinates'; readonly x: string; readonly y: string; readonly crs?: string }
  | {
      readonly from: 'point'
      readonly column: string
      readonly order?: 'latitude-longitude' | 'longitude-latitude'
    }
)

/** Whether some record lies in a region, in a département. */
export interface Places {
  readonly region: boolean
  readonly department: boolean
}

/** A configuration before it is written. */
export interface Draft {
  readonly language: Language
  readonly title: string
  readonly slug: string
  /** Path of the file, from the configuration. */
  readonly file: string
  readonly reading: Pick<SourceDetection, 'sheet' | 'headerRows' | 'records'>
  readonly key: { readonly columns: readonly string[]; readonly why: Why }
  readonly nullMarkers: readonly string[]
  readonly findCommune: boolean
  readonly decisions: ReadonlyMap<string, Decision>
  readonly derivations: readonly DerivationDraft[]
  /** Own schemes of concept fields. */
  readonly codeLists: ReadonlyMap<'legalForm' | 'missions' | 'audiences', SchemeDraft>
  readonly date?: { readonly value: string; readonly reason: LocalizedText }
  readonly places: Places
  /** What is to be said of the whole. */
  readonly notes: readonly LocalizedText[]
}

import type { FieldDatatype } from '../actor/ownField.ts'
import type { ColumnTarget } from '../crosswalk/crosswalk.ts'
import type { Language } from '../errors.ts'
import type { SourceFormat } from '../sources/row.ts'
import type { Population } from '../statistics/statistic.ts'

/** `annuaire.yaml` as it stands in the file, once its JSON Schema holds: the short forms not yet resolved. */
export interface RawConfiguration {
  readonly title: RawLocalized
  readonly description?: RawLocalized
  readonly publisher: { readonly name: string; readonly homepage?: string }
  readonly licence: string
  readonly base: string
  readonly language: Language
  readonly date?: string
  readonly regionsAt?: string
  readonly keywords?: readonly string[]
  readonly codeLists?: Readonly<Partial<Record<'legalForm' | 'missions' | 'audiences', string>>>
  readonly schemes?: Readonly<Record<string, RawScheme>>
  readonly fields?: Readonly<Record<string, RawField>>
  readonly sources: Readonly<Record<string, RawSource>>
  readonly populations?: Readonly<Record<string, Population>>
  readonly statistics?: Readonly<Record<string, RawStatistic>>
}

export type RawLocalized = string | { readonly fr?: string; readonly en?: string }

export interface RawScheme {
  readonly title: RawLocalized
  readonly concepts: Readonly<Record<string, RawConcept>>
}

interface RawConcept {
  readonly label: RawLocalized
  readonly definition?: RawLocalized
  readonly alternatives?: readonly string[]
  readonly organisationClasses?: readonly `${'org' | 'cv'}:${string}`[]
}

export interface RawField {
  readonly label: RawLocalized
  readonly property?: string
  readonly datatype?: FieldDatatype
  readonly scheme?: string
  readonly public: boolean
  readonly multiple?: boolean
}

export interface RawSource {
  readonly file: string
  readonly package?: string
  readonly format?: SourceFormat
  readonly encoding?: string
  readonly delimiter?: string
  readonly key: string
  readonly nullMarkers?: readonly string[]
  readonly columns: Readonly<Record<string, RawColumn>>
  readonly ignore?: readonly string[] | Readonly<Record<string, string>>
}

export type RawColumn = string | ColumnTarget | readonly (string | ColumnTarget)[]

export interface RawStatistic {
  readonly title: RawLocalized
  readonly dimensions: readonly string[]
  readonly within?: string
  readonly population?: string | Population
  readonly regionsAt?: string
}

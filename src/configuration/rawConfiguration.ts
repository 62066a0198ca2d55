import type { FieldDatatype } from '../actor/ownField.ts'
import type { ArticleSection, ArticleSentence, PublishedFigure, PublishedSource } from '../article/article.ts'
import type { ValueOptions } from '../crosswalk/crosswalk.ts'
import type { Language } from '../errors.ts'
import type { SourceFormat } from '../sources/row.ts'
import type { ComparisonDefinition, Population, Statistic } from '../statistics/statistic.ts'
import type { RawSurvey } from './rawSurvey.ts'
import type { RawWording } from './rawWording.ts'

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
  readonly territory?: string | readonly [number, number, number, number]
  readonly sources: Readonly<Record<string, RawSource>>
  readonly duplicates?: string
  readonly optOut?: string
  readonly populations?: Readonly<Record<string, Population | RawNamedPopulation>>
  readonly statistics?: Readonly<Record<string, RawStatistic>>
  readonly surveys?: Readonly<Record<string, RawSurvey>>
  readonly article?: RawArticle
  readonly wording?: RawWording
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

/** How a file is found and read. */
interface RawFile {
  readonly file: string
  readonly package?: string
  readonly format?: SourceFormat
  readonly encoding?: string
  readonly delimiter?: string
  readonly sheet?: string
  readonly headerRows?: 0 | 1 | 2
  readonly skipRows?: number
  readonly records?: string
}

export interface RawSource extends RawFile {
  readonly key: RawTexts
  readonly nullMarkers?: readonly string[]
  readonly columns?: Readonly<Record<string, RawColumn>>
  readonly derive?: Readonly<Record<string, RawDerivation | readonly RawDerivation[]>>
  readonly parts?: readonly RawPart[]
  readonly links?: Readonly<Record<string, RawLink>>
  readonly groupRows?: boolean
  readonly findCommune?: boolean
  readonly ignore?: readonly string[] | Readonly<Record<string, string>>
}

export type RawTexts = string | readonly string[]

export type RawColumn = string | RawTarget | readonly (string | RawTarget)[]

interface RawOptions extends Omit<ValueOptions, 'field' | 'when' | 'where'> {
  readonly when?: RawCondition
  readonly where?: RawCondition
}

export interface RawTarget extends RawOptions {
  readonly field: string
}

export interface RawCondition {
  readonly columns: RawTexts
  readonly is?: RawTexts
  readonly contains?: RawTexts
  readonly except?: RawTexts
}

export interface RawDerivation extends RawOptions {
  readonly constant?: string
  readonly column?: string
  readonly join?: readonly string[]
  readonly with?: string
  readonly labels?: Readonly<Record<string, string>>
  readonly first?: readonly string[]
  readonly each?: RawTexts
  readonly options?: Readonly<Record<string, string>>
  readonly none?: string
  readonly yes?: RawTexts
  readonly no?: RawTexts
  readonly x?: string
  readonly y?: string
  readonly crs?: string
  readonly point?: string
  readonly order?: 'latitude-longitude' | 'longitude-latitude'
}

interface RawPart {
  readonly into: 'sites' | 'actions'
  readonly of?: string
  readonly columns: Readonly<Record<string, string>>
}

interface RawLink extends RawFile {
  readonly on: string
  readonly key: string
  readonly one?: boolean
}

export interface RawNamedPopulation {
  readonly label: RawLocalized
  readonly where: Population
}

export interface RawStatistic
  extends Omit<Statistic, 'id' | 'title' | 'population' | 'populationLabel' | 'compare'> {
  readonly title: RawLocalized
  readonly population?: string | Population
  readonly populationLabel?: RawLocalized
  readonly compare?: Readonly<Record<string, RawComparison>>
}

export interface RawComparison extends Pick<ComparisonDefinition, 'samples'> {
  readonly title: RawLocalized
  /** `previous`, `directory`, the name of a population, or one. */
  readonly with: string | Population
}

export interface RawArticle {
  readonly title?: RawLocalized
  readonly introduction?: RawLocalized
  readonly sections?: readonly RawArticleSection[]
  readonly published?: {
    readonly source: Omit<PublishedSource, 'title' | 'licence'> & {
      readonly title: RawLocalized
      readonly licence?: RawLocalized
    }
    readonly figures: readonly RawPublishedFigure[]
  }
}

interface RawArticleSection extends Omit<ArticleSection, 'title' | 'text' | 'sentences'> {
  readonly title: RawLocalized
  readonly text?: RawLocalized
  readonly sentences?: readonly (Omit<ArticleSentence, 'text'> & { readonly text?: RawLocalized })[]
}

interface RawPublishedFigure extends Omit<PublishedFigure, 'reason' | 'isApproximate'> {
  readonly approximate?: boolean
  readonly reason?: RawLocalized
}

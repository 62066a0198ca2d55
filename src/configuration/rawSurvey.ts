import type { Population } from '../statistics/statistic.ts'
import type { QuestionType } from '../statistics/survey/survey.ts'
import type { RawPublished } from './publishedConfiguration.ts'
import type { RawLocalized, RawSource, RawStatistic, RawTexts } from './rawConfiguration.ts'
import type { RawSample } from './sampleConfiguration.ts'

/** A survey as it stands in the file. */
export interface RawSurvey {
  readonly title: RawLocalized
  readonly description?: RawLocalized
  readonly date: string
  readonly questions?: Readonly<Record<string, RawQuestion>>
  readonly sources?: Readonly<Record<string, RawSource>>
  readonly weight?: string
  readonly invited?: number | 'all' | { readonly population: string | Population }
  readonly suppressBelow?: number
  readonly statistics?: Readonly<Record<string, RawStatistic>>
  readonly sample?: RawSample
  readonly responseBy?: RawTexts
  readonly published?: Readonly<Record<string, RawPublished>>
}

export interface RawQuestion {
  readonly label: RawLocalized
  readonly type: QuestionType
  readonly options?: Readonly<Record<string, RawLocalized | RawOption>>
  readonly scheme?: string
  readonly other?: true | string
  readonly askedIf?: Readonly<Record<string, RawTexts>>
  readonly minimum?: number
  readonly maximum?: number
  readonly public?: boolean
}

export interface RawOption {
  readonly label: RawLocalized
  readonly definition?: RawLocalized
  readonly alternatives?: readonly string[]
}

import type { GivenText, LocalizedText } from '../../errors.ts'
import type { Graph } from '../../graph/graph.ts'
import type { StatisticContext } from '../context.ts'
import type { Population, Statistic } from '../statistic.ts'
import type { Weighting } from './weighting.ts'

/** A survey: its questions, and how its responses are counted. Where they come from, a configuration says. */
export interface Survey {
  /** What its files and tables are named after. */
  readonly id: string
  /** `{base}/id/enquete/{id}#it`. */
  readonly iri: string
  readonly title: GivenText
  readonly description?: GivenText
  /** Day on which it was closed, `YYYY-MM-DD`. */
  readonly date: string
  /** In the order in which they were asked. */
  readonly questions: readonly Question[]
  /** What each response counts for: a numeric question, or {@link WEIGHT}. Default: each counts once. */
  readonly weight?: string
  /** How {@link WEIGHT} is found from the sample of those asked. Default: the responses say it. */
  readonly weighting?: Weighting
  /** Who was asked: how many, or which actors of the directory. Default: not known. */
  readonly invited?: number | Population
  /** What is counted: a table per closed and per numeric question, and what is asked for beside them. */
  readonly statistics: readonly Statistic[]
}

/** How a question is answered: with one option, with several, with a number, or in words. */
export type QuestionType = 'single' | 'multiple' | 'numeric' | 'text'

/** A question of a survey. */
export interface Question {
  /** Unique in its survey: statistics name it as they name a dimension. */
  readonly name: string
  readonly label: GivenText
  readonly type: QuestionType
  /** IRI of the property whose values are the answers. */
  readonly property: string
  /**
   * Of a closed question: the IRI and the name of the scheme of its options, and whether it is made for the question
   * (default: no), whose tables then show the options that nobody chose.
   */
  readonly scheme?: { readonly name: string; readonly iri: string; readonly isOwn?: boolean }
  /** Of a closed question: the code of the option that takes what is in no list, whose words are kept to nobody. */
  readonly other?: string
  /** Who was asked: for each question named, those who chose one of these options. Default: everybody. */
  readonly askedIf?: Readonly<Record<string, readonly string[]>>
  /** Of a numeric question: the least and the greatest number that can be. */
  readonly minimum?: number
  readonly maximum?: number
  /** Of a question answered in words: whether these may be published. Default: they are read by nobody. */
  readonly public: boolean
}

/** The field of a response that holds the actor that gave it. */
export const RESPONDENT = 'respondent'

/** The field of a response that holds its weight, where no question does. */
export const WEIGHT = 'weight'

/** What somebody answered. */
export interface Response {
  /** `{base}/id/reponse/{16 characters}#it`. */
  readonly id: string
  /** Source and key that it was read by. */
  readonly source: string
  readonly key: string
  /** IRI of the actor that gave it, one of the directory. */
  readonly respondent?: string
  readonly weight?: number
  /** By question: IRIs of options, a number, a text. Who was not asked, or did not answer, has none. */
  readonly answers: Readonly<Record<string, Answer>>
}

/** An answer: the IRI of an option, those of several, a number, or a text. */
export type Answer = string | readonly string[] | number

/** The responses to a survey, ready to be counted. */
export interface SurveyResponses {
  readonly survey: Survey
  readonly responses: readonly Response[]
  /** IRIs of the actors that answered. */
  readonly respondents: ReadonlySet<string>
  /** The responses beside the directory's graph. It is private: no release has it. */
  readonly graph: Graph
  /** What {@link computeStatistic} needs to know to count the responses in {@link graph}. */
  readonly context: StatisticContext
  /** Of responses that are weighted by their sample, what weighted tables tell of it. */
  readonly weightNotes?: readonly LocalizedText[]
}

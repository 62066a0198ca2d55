import { type Language, type LocalizedText, toLocalizedText } from '../../errors.ts'
import type { Graph } from '../../graph/graph.ts'
import { conceptLabel } from '../conceptLabel.ts'
import type { Statistic } from '../statistic.ts'
import type { Question, Survey } from './survey.ts'

/** What those are called whom a filter led to a question, after their noun. */
const ASKED: LocalizedText = { fr: 'à qui la question a été posée', en: 'who were asked the question' }

/** What those are called who answered with a number, after their noun. */
const ANSWERED: LocalizedText = { fr: 'qui ont donné un nombre', en: 'who gave a number' }

/** Of whom a statistic of responses is, after their noun; `undefined` where it is of all. */
export function countedLabel(
  { dimensions, of, population }: Statistic,
  { questions }: Pick<Survey, 'questions'>,
): LocalizedText | undefined {
  if (population) return undefined
  if (dimensions.length === 0) return of === undefined ? undefined : ANSWERED
  return questions.some(({ name, askedIf }) => askedIf && dimensions.includes(name)) ? ASKED : undefined
}

/**
 * Of whom the questions of a statistic were asked: a sentence for each filter that spared others one of them.
 *
 * @param graph that has the options with their labels
 */
export function filterNotes(
  { dimensions, of }: Statistic,
  { questions }: Pick<Survey, 'questions'>,
  graph: Graph,
): LocalizedText[] {
  return questions
    .filter(({ name }) => dimensions.includes(name) || of === name)
    .flatMap(question =>
      Object.entries(question.askedIf ?? {}).map(([name, codes]) => {
        const filter = questions.find(one => one.name === name)!
        return filterNote(
          question,
          filter,
          codes.map(code => conceptLabel(graph, filter.scheme!.iri, code)),
        )
      }),
    )
}

function filterNote(question: Question, filter: Question, options: readonly LocalizedText[]): LocalizedText {
  const [asked, leading] = [toLocalizedText(question.label), toLocalizedText(filter.label)]
  const quoted = {
    fr: (text: string) => `«\u00a0${text}\u00a0»`,
    en: (text: string) => `“${text}”`,
  }
  const any = (language: Language) =>
    new Intl.ListFormat(language, { type: 'disjunction' }).format(
      options.map(option => quoted[language](option[language])),
    )
  return {
    fr: `La question ${quoted.fr(asked.fr)} n’a été posée qu’à ceux qui ont répondu ${any('fr')} à ${quoted.fr(leading.fr)}\u00a0; les autres ne sont ni dans la base ni parmi les sans réponse.`,
    en: `The question ${quoted.en(asked.en)} was only asked of those who answered ${any('en')} to ${quoted.en(leading.en)}; others are neither in the base nor missing.`,
  }
}

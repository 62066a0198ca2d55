import { type LocalizedText, toLocalizedText } from '../errors.ts'
import { toCsvLine } from '../query/csvLine.ts'
import { maskPersonal } from '../release/maskPersonal.ts'
import type { ReleaseFile } from '../release/releaseFile.ts'
import type { Question, Response } from '../statistics/survey/survey.ts'
import type { SurveyReading } from './surveyReading.ts'

/**
 * The answers in words to questions that are public: each with how often it was given, in alphabetical order, so that
 * nothing tells who gave it or what else they answered. E-mail addresses and telephone numbers in them are masked; an
 * apostrophe stands before what a spreadsheet may take for a formula.
 */
export function* surveyFiles(readings: readonly SurveyReading[]): Generator<ReleaseFile> {
  for (const { survey, responses } of readings) {
    for (const question of survey.questions.filter(isPublished)) {
      yield {
        path: surveyTextPath(survey.id, question),
        mediaType: 'text/csv',
        content: () => textsToCsv(question, responses),
      }
    }
  }
}

/** What these files are called in a catalogue, by path. */
export function surveyFileTitles(readings: readonly SurveyReading[]): Record<string, LocalizedText> {
  return Object.fromEntries(
    readings.flatMap(({ survey }) =>
      survey.questions
        .filter(isPublished)
        .map(question => [surveyTextPath(survey.id, question), toLocalizedText(question.label)]),
    ),
  )
}

function surveyTextPath(survey: string, { name }: Question): string {
  return `surveys/${survey}/${name}.csv`
}

function isPublished({ type, public: isPublic }: Question): boolean {
  return type === 'text' && isPublic
}

/** What a spreadsheet may take for a formula (CWE-1236), after whatever apostrophes. */
const FORMULA = /^'*[=+\-@\t\r]/

function textsToCsv({ name }: Question, responses: readonly Response[]): string {
  const counts = new Map<string, number>()
  for (const { answers } of responses) {
    const answer = answers[name]
    if (typeof answer !== 'string') continue
    const text = maskPersonal(answer).replace(FORMULA, "'$&")
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const lines = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([text, count]) => [text, String(count)])
  return [['text', 'n'], ...lines].map(toCsvLine).join('')
}

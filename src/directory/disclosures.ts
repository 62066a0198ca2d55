import { basename } from 'node:path'
import type { Configuration } from '../configuration/configuration.ts'
import type { SurveyConfiguration } from '../configuration/surveyConfiguration.ts'
import { type LocalizedText, toLocalizedText } from '../errors.ts'
import type { Statistic, Table } from '../statistics/statistic.ts'
import type { ValidationResult } from '../validation/report.ts'

/** Counts below this are those of a few, as those who ask keep them back as a rule. */
const FEW = 5

/** As many tables as a message names. */
const NAMED = 8

/** The statistics of surveys that keep nothing back. */
export function openStatistics({ surveys }: Pick<Configuration, 'surveys'>): readonly Statistic[] {
  return surveys.flatMap(open)
}

/**
 * Of which surveys a table may give an answer away: it crosses responses with what is public of the actors that gave them,
 * or has a figure of a few, and nothing of it is kept back. A warning for each survey, to those who keep it only.
 *
 * @param tables those of {@link openStatistics}, among others
 */
export function disclosures(
  tables: readonly Table[],
  { surveys, path }: Pick<Configuration, 'surveys' | 'path'>,
): ValidationResult[] {
  const byId = new Map(tables.map(table => [table.id, table]))
  return surveys.flatMap(survey => {
    const telling = open(survey).filter(one => crosses(one, survey) || hasFew(byId.get(one.id)))
    if (telling.length === 0) return []
    return [
      {
        severity: 'warning',
        code: 'survey-disclosure',
        path: survey.id,
        message: tellingTables(
          survey,
          telling.map(({ id }) => id),
        ),
        source: { file: basename(path) },
      },
    ]
  })
}

function open({ statistics }: SurveyConfiguration): readonly Statistic[] {
  return statistics.filter(({ suppressBelow }) => suppressBelow === undefined)
}

function crosses({ dimensions, population = {} }: Statistic, { questions }: SurveyConfiguration): boolean {
  const asked = new Set(questions.map(({ name }) => name))
  return [...dimensions, ...Object.keys(population)].some(name => !asked.has(name))
}

/** Sums of weights are no numbers of people. */
function hasFew(table: Table | undefined): boolean {
  if (!table || table.weight !== undefined) return false
  return table.observations.some(({ n }) => n !== null && n > 0 && n < FEW)
}

function tellingTables({ title, weight }: SurveyConfiguration, ids: readonly string[]): LocalizedText {
  const { fr, en } = toLocalizedText(title)
  const rest = ids.length - NAMED
  const named = ids.slice(0, NAMED).join(', ')
  const more =
    rest > 0
      ? { fr: `${named} et ${rest} de plus`, en: `${named} and ${rest} more` }
      : { fr: named, en: named }
  const advice =
    weight === undefined
      ? {
          fr: `Donnez à l’enquête un «\u00a0suppressBelow\u00a0» de ${FEW}, ou retirez ces tableaux.`,
          en: `Give the survey "suppressBelow: ${FEW}", or take these tables out.`,
        }
      : {
          fr: 'Les réponses étant pondérées, rien n’y peut être masqué\u00a0: retirez ces tableaux.',
          en: 'Responses are weighted, so that nothing can be kept back: take these tables out.',
        }
  return {
    fr: `Enquête «\u00a0${fr}\u00a0»\u00a0: on peut reconnaître la réponse d’un acteur là où les réponses sont croisées avec l’annuaire, ou quand un effectif est inférieur à ${FEW}, et rien n’est masqué (${more.fr}). ${advice.fr}`,
    en: `Survey "${en}": the answer of one actor can be told where responses are crossed with the directory, or a count is less than ${FEW}, and nothing is kept back (${more.en}). ${advice.en}`,
  }
}

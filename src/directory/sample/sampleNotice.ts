import { type GivenText, type Language, toLocalizedText } from '../../errors.ts'
import type { SampleFile } from './sampleFile.ts'

/** What stands beside a contact file: whose it is, how it was drawn, and how results are weighted. */
export function sampleNotice(
  { date, seed, frame, strata, units }: SampleFile,
  title: GivenText,
  language: Language,
): string {
  const name = toLocalizedText(title)[language]
  const rows = strata.map(({ code, label, frameSize, sampleSize, weight }) => ({
    stratum: code === null ? (strata.length > 1 ? UNKNOWN : WHOLE)[language] : (label ?? code),
    frameSize,
    sampleSize,
    weight,
  }))
  const lines = rows.map(({ stratum, frameSize, sampleSize, weight }) =>
    language === 'fr'
      ? `- ${stratum}\u00a0: ${sampleSize} sur ${frameSize}${weight === null ? ', aucun tiré' : `, poids ${number(weight, language)}`}`
      : `- ${stratum}: ${sampleSize} of ${frameSize}${weight === null ? ', none drawn' : `, weight ${number(weight, language)}`}`,
  )
  const empty = rows.filter(({ sampleSize }) => sampleSize === 0).map(({ stratum }) => stratum)
  const text =
    language === 'fr'
      ? [
          `Échantillon de l’enquête «\u00a0${name}\u00a0»`,
          '',
          'Ce dossier est privé\u00a0: ne le publiez pas et ne le versez dans aucun dépôt.',
          '',
          'contacts.csv\u00a0: à qui écrire. Reportez la clé dans le fichier des réponses\u00a0: le taux de réponse en est calculé, et les poids aussi, avec «\u00a0weight: design\u00a0» ou «\u00a0weight: response\u00a0».',
          'sample.json\u00a0: comment l’échantillon a été tiré, et qui en fait partie. Gardez-le\u00a0: le taux de réponse et les poids en sont calculés.',
          '',
          `Tirage aléatoire sans remise de ${units.length} acteurs sur ${frame.size}, dans l’annuaire au ${date}, graine ${seed}.`,
          'Dans chaque strate sont tirés les acteurs dont le condensat SHA-256 de la graine, d’un saut de ligne et de l’IRI est le plus petit\u00a0; chacun peut le refaire.',
          `Base de sondage (SHA-256)\u00a0: ${frame.sha256}`,
          '',
          ...lines,
          ...(empty.length === 0
            ? []
            : [
                '',
                `Personne ne représente\u00a0: ${empty.join(', ')}. Les résultats ne valent pas pour elles.`,
              ]),
        ]
      : [
          `Sample of the survey “${name}”`,
          '',
          'This folder is private: do not publish it, and put it into no repository.',
          '',
          'contacts.csv: whom to write to. Carry the key over into the file of responses: the rate of response is computed from it, and so are weights, with “weight: design” or “weight: response”.',
          'sample.json: how the sample was drawn, and who is in it. Keep it: the rate of response and the weights are computed from it.',
          '',
          `Random sample without replacement of ${units.length} actors of ${frame.size}, in the directory as of ${date}, seed ${seed}.`,
          'In each stratum the actors are drawn for whom the SHA-256 of the seed, a line feed and the IRI is smallest; anyone can do it again.',
          `Frame (SHA-256): ${frame.sha256}`,
          '',
          ...lines,
          ...(empty.length === 0
            ? []
            : ['', `Nobody stands for: ${empty.join(', ')}. Results do not hold for these.`]),
        ]
  return `${text.join('\n')}\n`
}

const UNKNOWN = { fr: 'Strate inconnue', en: 'Unknown stratum' } as const
const WHOLE = { fr: 'Ensemble', en: 'All' } as const

function number(value: number, language: Language): string {
  const text = String(Number(value.toFixed(4)))
  return language === 'fr' ? text.replace('.', ',') : text
}

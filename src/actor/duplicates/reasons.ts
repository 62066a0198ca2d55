import type { LocalizedText } from '../../errors.ts'
import type { Evidence } from './evidence.ts'
import type { ActorReference, Reason } from './pair.ts'
import { formatReference } from './reference.ts'

/** Puts evidence into words, the weightiest first. */
export function toReasons(evidence: readonly Evidence[]): Reason[] {
  return evidence
    .map(({ code, values, weight, measure = 0 }) => ({
      code,
      values,
      weight,
      message: MESSAGES[code](values[0], values[1], measure),
    }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.code < b.code ? -1 : 1))
}

/** A record of a pair that has a better match in the source of the other. */
export function betterMatch(own: ActorReference, other: ActorReference): Reason {
  const [record, match] = [formatReference(own), `${other.name} (${formatReference(other)})`]
  return {
    code: 'better-match',
    values: [record, formatReference(other)],
    weight: 0,
    message: {
      fr: `Dans la même source, ${fr(match)} ressemble davantage à ${fr(record)}.`,
      en: `In the same source, ${en(match)} is more like ${en(record)}.`,
    },
  }
}

type Message = (a: string, b: string, measure: number) => LocalizedText

const fr = (text: string) => `«\u00a0${text}\u00a0»`
const en = (text: string) => `"${text}"`

const same =
  (french: string, english: string): Message =>
  a => ({ fr: `${french} ${fr(a)}.`, en: `${english} ${en(a)}.` })

const shared =
  (french: string, english: string): Message =>
  (a, _, count) => ({
    fr: `${french} ${fr(a)}${count > 2 ? `, que portent ${count} fiches` : ''}.`,
    en: `${english} ${en(a)}${count > 2 ? `, which ${count} records have` : ''}.`,
  })

const different =
  (french: string, english: string): Message =>
  (a, b) => ({
    fr: `${french}\u00a0: ${fr(a)} et ${fr(b)}.`,
    en: `${english}: ${en(a)} and ${en(b)}.`,
  })

const MESSAGES: Readonly<Record<Evidence['code'], Message>> = {
  'same-siren': shared('Même SIREN', 'Same SIREN'),
  'different-siren': different('SIREN différents', 'Different SIRENs'),
  'same-siret': shared('Même SIRET', 'Same SIRET'),
  'different-siret': different(
    'Deux établissements, de SIRET différents',
    'Two establishments, with different SIRETs',
  ),
  'same-rna': shared('Même numéro RNA', 'Same RNA number'),
  'different-rna': different('Numéros RNA différents', 'Different RNA numbers'),
  'same-name': (a, b) =>
    a === b
      ? same('Même nom', 'Same name')(a, b, 0)
      : different('Même nom, à l’écriture près', 'Same name but for its spelling')(a, b, 0),
  'other-name': different(
    'Un autre nom de l’un est un nom de l’autre',
    'Another name of one is a name of the other',
  ),
  acronym: different(
    'L’un des noms est fait des initiales de l’autre',
    'One name is made of the initials of the other',
  ),
  'similar-name': different('Noms proches', 'Similar names'),
  'other-words': (a, b) =>
    a !== '' && b !== ''
      ? different(
          'Chacun des noms a des mots que l’autre n’a pas',
          'Each name has words that the other lacks',
        )(a, b, 0)
      : same('Dans une même source, l’un des noms a en plus', 'In one source, one of the names also has')(
          a || b,
          '',
          0,
        ),
  'different-name': different('Noms différents', 'Different names'),
  'name-alone': () => ({
    fr: 'Rien d’autre que le nom ne les rapproche.',
    en: 'Nothing but the name brings them together.',
  }),
  'same-address': different('Même adresse', 'Same address'),
  'different-address': different('Adresses différentes', 'Different addresses'),
  'same-place': (a, b) =>
    a === b
      ? same('Même commune', 'Same commune')(a, b, 0)
      : different('Même commune', 'Same commune')(a, b, 0),
  'different-place': different('Communes différentes', 'Different communes'),
  near: (_a, _b, metres) => ({
    fr: `À ${inMetres(metres, 'fr')} l’un de l’autre.`,
    en: `${inMetres(metres, 'en')} apart.`,
  }),
  far: (_a, _b, metres) => ({
    fr: `À ${inMetres(metres, 'fr')} l’un de l’autre.`,
    en: `${inMetres(metres, 'en')} apart.`,
  }),
  'same-site': shared('Même site', 'Same site'),
  'same-email': shared('Même adresse électronique', 'Same e-mail address'),
  'same-phone': shared('Même téléphone', 'Same telephone number'),
}

/** Whole metres, or kilometres with a decimal; digits in groups of three would be one more thing to read. */
function inMetres(metres: number, language: 'fr' | 'en'): string {
  if (metres < 1000) return `${Math.round(metres)}\u00a0m`
  const text = (metres / 1000).toFixed(1)
  return `${language === 'fr' ? text.replace('.', ',') : text}\u00a0km`
}

import type { LocalizedText } from '../errors.ts'
import { readDates } from './dates.ts'
import type { ReadingOptions } from './draft.ts'
import * as kinds from './kinds.ts'
import type { Knowledge } from './knowledge.ts'
import { type ColumnProfile, distinctShare, meanLength, shareOf } from './profile.ts'
import * as reasons from './reasons.ts'
import { takeApart } from './separators.ts'

/** How far the values of a column are what a field wants. */
export interface Agreement {
  readonly share: number
  /** Below this share, the column is not taken for the field. */
  readonly least: number
  readonly what: LocalizedText
  readonly options: ReadingOptions
  /** What is to be said beside. */
  readonly remarks: readonly LocalizedText[]
}

type Test = (profile: ColumnProfile, knowledge: Knowledge) => Agreement

/**
 * Holds the values of a column against what a field wants; `undefined` where the field takes any text, so that the
 * header alone decides.
 */
export function agreementOf(
  field: string,
  profile: ColumnProfile,
  knowledge: Knowledge,
): Agreement | undefined {
  return Object.hasOwn(TESTS, field) ? TESTS[field]!(profile, knowledge) : undefined
}

function ofValues(test: (text: string) => boolean, least: number, fr: string, en: string) {
  return (profile: ColumnProfile): Agreement => ({
    share: shareOf(profile, test),
    least,
    what: { fr, en },
    options: {},
    remarks: [],
  })
}

function ofNumbers(most: number) {
  return ofValues(text => Math.abs(kinds.numberOf(text)) <= most, 0.9, 'des degrés', 'degrees')
}

const isWord = (text: string) =>
  /\p{L}/u.test(text) && !kinds.isEmail(text) && !/^https?:/i.test(text) && !kinds.isBoolean(text)

const isText = ofValues(isWord, 0.8, 'des textes', 'texts')

/** An address that has its postcode and commune in it. */
const isFullAddress = (text: string) => /(?:^|[\s,-])\d{5}\s+\p{L}/u.test(text.slice(0, 500))

const ofDates =
  (orYear: boolean): Test =>
  profile => {
    const { share, order, ambiguous } = readDates(profile)
    const years = orYear ? shareOf(profile, text => /^(?:1[0-9]|20)\d\d$/.test(text)) : 0
    return {
      share: Math.max(share, years, orYear ? share + years : 0),
      least: 0.8,
      what: { fr: orYear ? 'des dates ou des années' : 'des dates', en: orYear ? 'dates or years' : 'dates' },
      options: order === undefined ? {} : { dates: order },
      remarks: [
        ...(order === undefined ? [] : [reasons.dateOrder(order)]),
        ...(ambiguous ? [reasons.ambiguousDates] : []),
      ],
    }
  }

const TESTS: Readonly<Record<string, Test>> = {
  name: profile => ({
    ...isText(profile),
    share: Math.min(shareOf(profile, isWord), Math.sqrt(distinctShare(profile))),
    least: 0.5,
    what: { fr: 'des textes différents', en: 'different texts' },
  }),
  acronym: profile => ({
    ...isText(profile),
    share: meanLength(profile) <= 20 ? 1 : 0,
    least: 0.5,
    what: { fr: 'courtes', en: 'short' },
  }),
  alternateNames: ofValues(kinds.hasLetters, 0.8, 'des textes', 'texts'),
  description: isText,
  partners: isText,
  funders: isText,
  actions: isText,
  openingHours: ofValues(text => text.length > 2, 0.8, 'des textes', 'texts'),
  siren: ofValues(
    kinds.isSiren,
    0.8,
    'des SIREN (clé de contrôle juste)',
    'SIRENs (with a right check digit)',
  ),
  siret: ofValues(
    kinds.isSiret,
    0.8,
    'des SIRET (clé de contrôle juste)',
    'SIRETs (with a right check digit)',
  ),
  rna: ofValues(kinds.isRna, 0.8, 'des numéros RNA', 'RNA numbers'),
  email: ofValues(kinds.isEmail, 0.85, 'des adresses électroniques', 'e-mail addresses'),
  homepage: ofValues(kinds.isWebAddress, 0.85, 'des adresses web', 'web addresses'),
  telephone: ofValues(kinds.beginsWithTelephone, 0.7, 'des numéros de téléphone', 'telephone numbers'),
  'address.postcode': ofValues(kinds.isPostcode, 0.8, 'des codes postaux', 'French postcodes'),
  'address.locality': isText,
  'address.street': ofValues(
    text => kinds.hasLetters(text) && !isFullAddress(text),
    0.55,
    'des textes',
    'texts',
  ),
  'address.fullAddress': ofValues(isFullAddress, 0.45, 'des adresses complètes', 'complete addresses'),
  complement: ofValues(kinds.hasLetters, 0.6, 'des textes', 'texts'),
  houseNumber: ofValues(
    text => /^\d{1,5}\s?(?:[a-z]|bis|ter|quater)?\b/i.test(text),
    0.8,
    'des numéros',
    'numbers',
  ),
  'address.commune': (profile, { communes }) =>
    ofValues(
      text => communes.get(text.padStart(5, '0')) !== undefined,
      0.8,
      'des codes Insee de communes',
      'Insee codes of communes',
    )(profile),
  'address.department': (profile, { isTerritory }) =>
    ofValues(text => isTerritory('departement', text), 0.8, 'des départements', 'départements')(profile),
  'address.region': (profile, { isTerritory }) =>
    ofValues(text => isTerritory('region', text), 0.8, 'des régions', 'French regions')(profile),
  coverage: (profile, { isTerritory }) => {
    const { counts, separators } = takeApart(profile)
    const shares = (['departement', 'region'] as const).map(level => ({
      level,
      share: weighted(counts, text => isTerritory(level, text)),
    }))
    const best = shares[0]!.share >= shares[1]!.share ? shares[0]! : shares[1]!
    return {
      share: best.share,
      least: 0.8,
      what: { fr: 'des territoires', en: 'territories' },
      options: { level: best.level, ...splitBy(separators) },
      remarks: separators.length > 0 ? [reasons.severalPerCell(separators)] : [],
    }
  },
  'location.latitude': ofNumbers(90),
  'location.longitude': ofNumbers(180),
  founded: ofDates(true),
  dissolved: ofDates(true),
  modified: ofDates(false),
  legalCategory: (profile, { matcherOf }) =>
    ofValues(
      text => matcherOf('cj').match(text) !== undefined,
      0.8,
      'des catégories juridiques de l’Insee',
      'Insee legal categories',
    )(profile),
}

/** The share of counted texts that pass a test. */
export function weighted(counts: ReadonlyMap<string, number>, test: (text: string) => boolean): number {
  let [passed, total] = [0, 0]
  for (const [text, times] of counts) {
    total += times
    if (test(text)) passed += times
  }
  return total === 0 ? 0 : passed / total
}

/** How `annuaire.yaml` says by what cells are split. */
export function splitBy(separators: readonly string[]): ReadingOptions {
  if (separators.length === 0) return {}
  return { split: separators.length === 1 ? separators[0]! : separators }
}

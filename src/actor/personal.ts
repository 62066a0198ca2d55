import type { LocalizedText } from '../errors.ts'
import { isFirstName } from './firstNames.ts'
import { namesPerson } from './personNames.ts'

/** An e-mail address, wherever it stands. It begins where its word does, lest long words be tried from each letter on. */
export const EMAIL = /(?<![^\s@<>(),;:"«»])[^\s@<>(),;:"«»]+@[^\s@<>(),;:"«»]+/g

/** Ten digits from 0 on, in pairs or not, or an international number; within a word or path it is something else. */
export const TELEPHONE =
  /(?<![\p{L}\p{N}/_.-])(?:(?:\+|00)[1-9](?:[\s.\-/()]{0,2}\d){7,13}|0[1-9](?:[\s.\-/]{0,2}\d{2}){4})(?![\p{L}\p{N}/_-])/gu

/** What a value seems to hold of a person. */
export type PersonalCode = 'personal-email' | 'personal-telephone' | 'personal-name'

/** What is to be told of a value that seems to be of a person. The message does not repeat it. */
export interface PersonalFinding {
  readonly code: PersonalCode
  readonly message: LocalizedText
}

const FINDINGS: Readonly<Record<PersonalCode, PersonalFinding>> = {
  'personal-email': {
    code: 'personal-email',
    message: {
      fr: 'L’adresse électronique semble être celle d’une personne. Donnez celle de l’organisme (contact@…), ou ne reprenez pas cette valeur si la personne n’a pas consenti à sa publication.',
      en: 'The e-mail address looks like that of a person. Give that of the organisation (contact@…), or leave this value out unless the person agreed to its publication.',
    },
  },
  'personal-telephone': {
    code: 'personal-telephone',
    message: {
      fr: 'Le numéro est celui d’un téléphone mobile, peut-être personnel. Donnez le numéro du standard, ou ne reprenez pas cette valeur si la personne n’a pas consenti à sa publication.',
      en: 'The number is that of a mobile telephone, perhaps a personal one. Give that of the switchboard, or leave this value out unless the person agreed to its publication.',
    },
  },
  'personal-name': {
    code: 'personal-name',
    message: {
      fr: 'Le texte semble nommer une personne. Retirez son nom, sauf si elle a consenti à sa publication.',
      en: 'The text seems to name a person. Remove the name, unless the person agreed to its publication.',
    },
  },
}

/**
 * Whether a value that is to be published looks as if it were of a person: a warning, no more, for mailboxes and
 * telephones of an organisation may look so. Few are missed where people write as they use to; an address such as
 * `jdupont@…` is, for it cannot be told from others.
 *
 * @param kind what the field holds; texts are searched for all three
 */
export function looksPersonal(
  kind: 'email' | 'telephone' | 'text',
  value: string,
): PersonalFinding | undefined {
  switch (kind) {
    case 'email':
      return isPersonalEmail(value) ? FINDINGS['personal-email'] : undefined
    case 'telephone':
      return holdsMobile(value) ? FINDINGS['personal-telephone'] : undefined
    case 'text':
      if (value.includes('@') && value.match(EMAIL)?.some(isPersonalEmail)) return FINDINGS['personal-email']
      if (/\d/.test(value) && holdsMobile(value)) return FINDINGS['personal-telephone']
      return namesPerson(value) ? FINDINGS['personal-name'] : undefined
  }
}

/** Words of mailboxes that belong to an office, and words before which a first name is that of a place or building. */
const OFFICE = new Set(
  `
  accompagnement accueil adherent adherents adjoint administration admin agence ahs aide antenne apprentissage archives
  asso association associations atelier ateliers avocats bibliotheque bonjour boutique bureau bus cabinet cafe camping
  campus centre centres centresocial ccas cdi chateau cinema clic club college com comite commercial commune
  communication compta comptabilite conseil conseillers contact contacts coop cooperative coordination courrier culture
  cyber delegation depot developpement direction directeur directrice dir ecole ecoles emploi enfance epn espace espaces
  etablissement etudes eveche event ferme fondation formation foyer france franceservice franceservices gestion
  gites groupe habitat hello hopital hotel ile ime info infos informatique information informations insertion
  institut internet jeunes jeunesse la laboratoire laposte le les librairie ludotheque lycee mairie maison mediateur
  mediation mediatheque medias mission missionlocale mjc msap multimedia mpt mon musee newsletter notre numerique office
  operateur orientation paroisse parc pao pimms place pij plateforme point pole porte poste prefecture presidence president presidente presse
  print production projet projets quartier reception recrutement redaction region relais reseau residence responsable
  restaurant ressources rh rue saint sainte salle san sav secours secretaire secretariat service services siege site social
  sociale solidarite soutien st ste standard station structure support syndicat technique tiers tourisme urbanisme
  vie villa village ville web webmaster
  `
    .trim()
    .split(/\s+/),
)

/**
 * `prenom.nom@`, `nom.prenom@`, `p.nom@`, `prenom@`: a first name that many bear among one to three words, or a single
 * letter before a name; no word of an office.
 */
function isPersonalEmail(address: string): boolean {
  const at = address.indexOf('@')
  if (at <= 0 || at > 64) return false
  const local = plain(address.slice(0, at))
  const words = local.split(/[^a-z]+/).filter(word => word !== '')
  if (words.length === 0 || words.length > 3 || words.some(word => OFFICE.has(word))) return false
  // Hyphens alone are how names of places are written: lachamp-raphael, neuille-pont-pierre.
  const isHyphenated = words.length > 1 && /^[a-z]+(?:-[a-z]+)+\d*$/.test(local)
  // What stands where an address was withheld.
  if (words[0] === 'prenom' || words[0] === 'firstname') return true
  if (isHyphenated ? words.length === 2 && isFirstName(words[0]!) : words.some(isFirstName)) return true
  // An initial is told by its full stop: other signs stand between the parts of any name.
  return /^[a-z]\.[a-z]{3,}(?:-[a-z]{3,})?\d{0,2}@/i.test(address)
}

/**
 * Mobile numbers of France, its overseas territories included (Arcep, plan national de numérotation: 06 and 07), of
 * New Caledonia (70 to 99) and of French Polynesia (87 to 89).
 */
function holdsMobile(text: string): boolean {
  for (const [number] of text.matchAll(TELEPHONE)) {
    const digits = number.replace(/^00/, '+').replace(/[^\d+]/g, '')
    const national = digits.replace(/^\+(?:33|262|508|590|594|596)0?/, '0')
    if (/^0[67]\d{8}$/.test(national) && !/^0[67]0{8}$/.test(national)) return true
    if (/^\+687[7-9]\d{5}$/.test(digits) || /^\+6898[7-9]\d{6}$/.test(digits)) return true
  }
  return false
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

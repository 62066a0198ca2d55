import { isFirstName } from './firstNames.ts'

/** A name after a civility: « M. Martin », “Mme Marie Le Goff”. */
const WITH_CIVILITY =
  /(?<![\p{L}\p{N}.])(?:M\.|MM\.|Mr\.?|Mmes?\.?|Mlles?|Madame|Mademoiselle|Monsieur|MADAME|MONSIEUR)\s(?:et\s(?:Mme|Madame)\s)?(?!(?:Le|La|Les|L|De|Du|Des|Et|LE|LA|LES|DE|DU|DES|ET|Maire|Pr[ée]sidente?|Pr[ée]fet)(?!\p{L}))\p{Lu}[\p{L}'’-]+(?:\s(?:(?:de|du|des|le|la)\s|d['’])?\p{Lu}[\p{L}'’-]+){0,3}/gu

/** Two or three words with capitals that are all of a text, or of what stands between signs in it. */
const ALONE =
  /(?<=(?:^|[«"“(;,|/:])\s?)\p{Lu}[\p{L}'’-]{1,40}(?:\s\p{Lu}[\p{L}'’-]{1,40}){1,2}(?=\s?(?:$|[»"”);,|/]))/gmu

/** Streets and schools bear names of persons, whom that does not concern. */
const PLACE =
  /(?<!\p{L})(?:all[ée]e|avenue|av|bd|boulevard|centre|chemin|cit[ée]|coll[èe]ge|cours?|[ée]cole|espace|esplanade|h[ôo]tel|impasse|lyc[ée]e|mail|maison|parc|passage|place|pont|quai|r[ée]sidence|rue|ruelle|salle|sente|sentier|square|stade|villa|voie|zac)(?!\p{L})[^,;\n]*$/iu

/** Where the kind of a place may stand before a name. */
const BEFORE = 40

/** Whether a text names a person, with a civility: without one, too many names are those of places. */
export function namesPerson(text: string): boolean {
  // All civilities have a capital m.
  if (!text.includes('M')) return false
  for (const { index } of text.matchAll(WITH_CIVILITY)) if (!isOfPlace(text, index)) return true
  return false
}

/**
 * A text in which names of persons are replaced: those with a civility, and a usual first name with another word where
 * they stand alone, as in a cell that holds nothing else. Within sentences, names without a civility stay.
 */
export function replaceNames(text: string, replacement: string): string {
  return text
    .replace(WITH_CIVILITY, (name, index: number) => (isOfPlace(text, index) ? name : replacement))
    .replace(ALONE, name => (isFullName(name) ? replacement : name))
}

function isOfPlace(text: string, index: number): boolean {
  return PLACE.test(text.slice(Math.max(0, index - BEFORE), index))
}

/** « Jeanne Martin », « Jean-Pierre Le Goff », « MARTIN Jeanne ». */
function isFullName(name: string): boolean {
  const words = name.split(/\s/)
  const [first, last] = [words[0]!, words.at(-1)!]
  return beginsWithFirstName(first) || (first === first.toUpperCase() && beginsWithFirstName(last))
}

function beginsWithFirstName(word: string): boolean {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return isFirstName(plain.split('-')[0]!)
}

import { normaliseLabel } from './label.ts'

/** The name of a commune as it is compared. */
export interface CommuneName {
  /** Normalised spellings that the name may have; usually one. */
  readonly spellings: readonly string[]
  /** Number of the arrondissement that was written behind Paris, Lyon or Marseille. */
  readonly arrondissement?: number
}

/** The longest name that people may mean a commune by; the longest of today has 45 characters. */
const LONGEST = 120

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  sts: 'saints',
  stes: 'saintes',
}

const ARRONDISSEMENT =
  /^(paris|lyon|marseille) (\d{1,2}) ?(?:er|e|eme|ieme|nd|nde)?(?: (?:arrondissement|arrdt|arr))?$/

/**
 * Reads the name of a commune, however it is written: `ST ETIENNE CEDEX 2`, `Chalon s/Saône`, `Lyon 3e`. Case,
 * accents, hyphens and apostrophes do not count; « Saint » may be abbreviated, and « sur » or « sous » by an s.
 */
export function parseCommuneName(text: string): CommuneName {
  if (text.length > LONGEST) return { spellings: [] }
  const label = normaliseLabel(text.includes('/') ? text.replace(/(?:\bs)?\s*\/\s*(?:s\b)?/giu, ' s ') : text)
  const name = label
    .replace(/ cedex\b.*$| commune nouvelle$/, '')
    .replace(/\b(?:st|ste|sts|stes)\b/g, word => ABBREVIATIONS[word]!)
  if (name === '' || name === 'cedex') return { spellings: [] }
  const [, city, number] = ARRONDISSEMENT.exec(name) ?? []
  if (city !== undefined) return { spellings: [city], arrondissement: Number(number) }
  if (!/ s /.test(name)) return { spellings: [name] }
  return { spellings: ['sur', 'sous'].map(word => name.replace(/ s /g, ` ${word} `)) }
}

/** The same for names that differ by their article (`Le Mans`, `Mans`, `Mans (Le)`) or by spaces. */
export function looseKey(spelling: string): string {
  return spelling.replace(/^(?:le|la|les|l) (?=.)| (?:le|la|les|l)$/g, '').replaceAll(' ', '')
}

/** Whether one name is the other and a little more: Chamonix, Chamonix-Mont-Blanc; Sciez, Sciez-sur-Léman. */
export function isLonger(a: string, b: string): boolean {
  return a.startsWith(`${b} `) || b.startsWith(`${a} `)
}

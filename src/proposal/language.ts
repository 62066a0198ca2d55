import type { Language } from '../errors.ts'
import { headerPhrase } from './headerWords.ts'
import type { Sample } from './sample.ts'

const HEADERS: Readonly<Record<Language, RegExp>> = {
  fr: /\b(?:nom|adresse|commune|ville|telephone|tel|courriel|site|statut|mise jour|maj|departement|cp|code postal|insee|structure|organisme|denomination|horaires|services|publics|siret|siren|rna|logiciel|secteur|libelle|fonction|lieu)\b/,
  en: /\b(?:name|address|city|town|phone|website|url|postcode|zip|status|county|organization|organisation|authority|council|nation|country|locations|classification|abbreviation|established|names|type)\b/,
}
const WORDS: Readonly<Record<Language, RegExp>> = {
  fr: /\b(?:du|des|les|pour|dans|avec|et)\b/gi,
  en: /\b(?:the|of|and|for|with|in|to)\b/gi,
}

/** Values of a column that are looked at. */
const ENOUGH = 200

/** The language of a file: that of its headers; where these do not say, that of its texts; French failing that. */
export function guessLanguage({ columns }: Sample): Language {
  const phrases = columns.map(({ column }) => headerPhrase(column))
  const headers = (language: Language) => phrases.filter(phrase => HEADERS[language].test(phrase)).length
  const ofHeaders = headers('en') - headers('fr')
  if (Math.abs(ofHeaders) > 1) return ofHeaders > 0 ? 'en' : 'fr'
  const words = (language: Language) => {
    let found = 0
    for (const { values } of columns) {
      let looked = 0
      for (const text of values.keys()) {
        if (looked++ >= ENOUGH) break
        found += text.slice(0, 500).match(WORDS[language])?.length ?? 0
      }
    }
    return found
  }
  const ofTexts = words('en') - words('fr')
  if (ofTexts !== 0) return ofTexts > 0 ? 'en' : 'fr'
  return ofHeaders > 0 ? 'en' : 'fr'
}

import { type Language, StatisticsError } from '../../errors.ts'
import type { Noun, Template } from './wording.ts'

/** What is the case of none (« aucun ne … »), or is not of one (« ne … pas »). */
export type Denial = 'none' | 'not'

/** What rules say of a language, where no list of words would be long enough. */
export interface Grammar {
  /** A predicate that is denied. Its verb comes first. */
  deny(predicate: Template, denial: Denial): Template
  /** That those are it who are called by a noun. */
  be(noun: Noun): Template
  /** Of all of some, with an article where they have none: « des acteurs », “of the actors”, “of those asked”. */
  ofThese(many: string): string
  /** Whether what is said of some is a clause, which “and” joins to the next one: « à qui … et qui … ». */
  isClause(label: string): boolean
  /** Whether what is said of some can follow « ceux », “those”: an adjective cannot, nor a name. */
  followsPronoun(label: string): boolean
  /** A place with its preposition, by its name. */
  inPlace(name: string): string
  /** A label within quotation marks: its own ones become those within others. */
  quotable(label: string): string
}

const FRENCH: Grammar = {
  deny: (predicate, denial) =>
    withVerb(predicate, forms => {
      const denied = forms.map(form => (ELIDED.test(form) ? `n’${form}` : `ne ${form}`))
      return `{${denied.join('|')}}${denial === 'not' ? ' pas' : ''}`
    }),
  be: ({ one, many, isFeminine }) => `{est|sont} {${isFeminine ? 'une' : 'un'} ${one}|des ${many}}`,
  ofThese: many => {
    const [, contracted, rest] = /^(les|le) (.*)$/is.exec(many) ?? []
    if (rest !== undefined) return `${contracted!.toLowerCase() === 'le' ? 'du' : 'des'} ${rest}`
    return DETERMINED.test(many) ? `de ${many}` : `des ${many}`
  },
  isClause: label =>
    /^(?:(?:à|de|par|pour|avec) )?(?:qui|dont|où|que|auxquel|lesquel|desquel|duquel)/i.test(label),
  followsPronoun: label =>
    FRENCH.isClause(label) ||
    /^(?:d['’]|(?:de|du|des|à|au|aux|en|dans|hors|sans|avec|par|pour|sur|sous|chez|entre|depuis|avant|après)\s)/i.test(
      label,
    ),
  inPlace: name => {
    const [, article, rest] = /^(Les?) (.*)$/s.exec(name) ?? []
    if (article === undefined) return `à ${name}`
    return `${article === 'Le' ? 'au' : 'aux'} ${rest}`
  },
  quotable: label =>
    label
      .replace(/«\s*/g, '“')
      .replace(/\s*»/g, '”')
      .replace(/"([^"]*)"/g, '“$1”')
      .replace(/(?<=\p{L})'(?=[\p{L}«“])/gu, '’')
      .replaceAll('...', '…')
      .replace(/ (?=[:;!?%])/g, '\u00A0'),
}

/** What has an article or a pronoun already. */
const DETERMINED = /^(?:la |l’|l'|ceux|celles|tous|toutes)/i

/** Words before which « ne » loses its vowel: most with an h do so too. */
const ELIDED = /^(?:[aeiouàâéèêëîïôöùûüœæ]|h(?!a[iïsu]|arc|â|eurt|éris|iss|u[er]))/i

const ENGLISH: Grammar = {
  deny: (predicate, denial) =>
    denial === 'none'
      ? predicate
      : withVerb(predicate, forms => {
          const [one, many = one] = forms as [string, string?]
          if (/^(?:is|was)\b/.test(one))
            return `{${[one, many].map(form => form.replace(/^\w+/, '$& not')).join('|')}}`
          return `{does not ${many}|do not ${many}}`
        }),
  be: ({ one, many }) => `{is|are} {${AN.test(one) ? 'an' : 'a'} ${one}|${many}}`,
  ofThese: many => (/^(?:the|those|all)\b/i.test(many) ? `of ${many}` : `of the ${many}`),
  isClause: label => /^(?:(?:of|to|for|in|with|by) )?(?:who|whom|whose|that|which|where)\b/i.test(label),
  followsPronoun: label =>
    ENGLISH.isClause(label) ||
    /^(?:of|in|at|on|from|to|by|for|with|without|within|outside|under|over|between|since|before|after)\s/i.test(
      label,
    ),
  inPlace: name => `in ${name}`,
  quotable: label =>
    label
      .replace(/"([^"]*)"/g, '‘$1’')
      .replaceAll('“', '‘')
      .replaceAll('”', '’')
      .replace(/(?<=\p{L})'(?=[\p{L}«“])/gu, '’'),
}

/** Words that begin with the sound of a vowel: not “European”, not “university”. */
const AN = /^(?:[aio]|e(?!uro)|u(?!ni|ti|rol))/i

/** The rules of each language. */
export const GRAMMARS: Readonly<Record<Language, Grammar>> = { fr: FRENCH, en: ENGLISH }

function withVerb(predicate: Template, change: (forms: readonly string[]) => string): Template {
  const [verb, forms] = /^\{([^{}]*\|[^{}]*)\}/.exec(predicate) ?? []
  if (verb === undefined || forms === undefined) {
    throw new StatisticsError(
      `the wording "${predicate}" should begin with the forms of its verb, such as {est|sont} or {is|are}`,
    )
  }
  return change(forms.split('|')) + predicate.slice(verb.length)
}

import type { Actor } from '../actor.ts'
import { checkRna, checkSiren, checkSiret } from '../identifiers.ts'
import { normaliseEmail, normalisePhone, normaliseSite } from './contact.ts'
import type { Name } from './name.ts'
import { type Place, placeOf } from './place.ts'
import { lettersOf, type Token, wordsOf } from './tokens.ts'

/** What identifies a record or reaches it; each may be shared by several. */
export type Shared = 'siren' | 'siret' | 'rna' | 'email' | 'phone' | 'site'

/** What is compared of an actor. */
export interface Profile {
  readonly actor: Actor
  /** The usual name first, then acronym and alternate names. Nameless records have none. */
  readonly names: readonly Name[]
  /** All words of its names, the rarest first. */
  readonly tokens: readonly Token[]
  readonly place: Place
  /** Words of its place that occur in names. */
  readonly placeTokens: ReadonlySet<Token>
  /** Normalised; invalid numbers and placeholders are absent. */
  readonly values: Readonly<Partial<Record<Shared, string>>>
}

/** The profiles of a directory, and how frequent in it is what they hold. */
export interface Corpus {
  readonly profiles: readonly Profile[]
  /** Number of records that have this value. */
  countOf(kind: Shared | 'name' | 'place' | 'address', value: string): number
  /** What a word or value tells of the records that have it, where so many have it, in bits. */
  informationOf(count: number): number
}

/**
 * Directories are small samples: a word that two of three records have is not yet a frequent one. So many records
 * are imagined beside those that there are, without the word.
 */
const IMAGINED = 200

/** Prepares actors for being compared with each other. */
export function buildCorpus(actors: readonly Actor[]): Corpus {
  const tokens = new Map<string, Token>()
  const tokenOf = (text: string): Token => {
    let token = tokens.get(text)
    if (!token) {
      token = { text, numbered: /\d/.test(text), letters: lettersOf(text), frequency: 0, information: 0 }
      tokens.set(text, token)
    }
    return token
  }
  const profiles = actors.map(actor => profileOf(actor, tokenOf))
  const counts = new Map<string, number>()
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const { names, tokens: own, place, values } of profiles) {
    for (const token of own) token.frequency += 1
    for (const compact of new Set(names.map(name => name.compact))) count(`name ${compact}`)
    for (const [kind, value] of Object.entries(values)) count(`${kind} ${value}`)
    if (place.key !== undefined) count(`place ${place.key}`)
    const address = addressKey(place)
    if (address !== undefined) count(`address ${address}`)
  }
  const informationOf = (frequency: number) =>
    Math.log2((profiles.length + IMAGINED) / Math.max(1, frequency))
  for (const token of tokens.values()) token.information = informationOf(token.frequency)
  const byRarity = (a: Token, b: Token) => a.frequency - b.frequency || (a.text < b.text ? -1 : 1)
  return {
    profiles: profiles.map(profile => ({ ...profile, tokens: profile.tokens.toSorted(byRarity) })),
    countOf: (kind, value) => counts.get(`${kind} ${value}`) ?? 0,
    informationOf,
  }
}

/** Street and number within a commune, whatever the order of the words. */
export function addressKey({ key, line }: Place): string | undefined {
  return key === undefined || line === undefined ? undefined : `${key}: ${line.toSorted().join(' ')}`
}

function profileOf(actor: Actor, tokenOf: (text: string) => Token): Profile {
  const { name, acronym, alternateNames = [] } = actor
  const names = [name, ...(acronym === undefined ? [] : [acronym]), ...alternateNames.slice(0, MOST_NAMES)]
    .map(value => nameOf(value, tokenOf))
    .filter(({ compact }) => compact !== '')
  const place = placeOf(actor)
  return {
    actor,
    names,
    tokens: [...new Set(names.flatMap(one => one.tokens))],
    place,
    placeTokens: new Set(place.words.map(tokenOf)),
    values: valuesOf(actor),
  }
}

const MOST_NAMES = 10

function nameOf(value: string, tokenOf: (text: string) => Token): Name {
  const words = wordsOf(value)
  return {
    value,
    compact: words.join(''),
    tokens: [...new Set(words)].map(tokenOf),
    initials: words.map(word => [...word][0]).join(''),
  }
}

function valuesOf({ siren, siret, rna, email, telephone, homepage }: Actor): Profile['values'] {
  const establishment = siret !== undefined && checkSiret(siret).valid ? siret : undefined
  const unit = siren !== undefined && checkSiren(siren).valid ? siren : establishment?.slice(0, 9)
  const values: Partial<Record<Shared, string | undefined>> = {
    siren: unit,
    siret: establishment,
    rna: rna !== undefined && checkRna(rna).valid ? rna : undefined,
    email: email === undefined ? undefined : normaliseEmail(email),
    phone: telephone === undefined ? undefined : normalisePhone(telephone),
    site: homepage === undefined ? undefined : normaliseSite(homepage),
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

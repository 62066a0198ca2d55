import type { Actor } from '../../src/actor/actor.ts'
import { actorIri } from '../../src/actor/iri.ts'
import { territoryIri } from '../../src/vocabulary/territories.ts'

/** A directory with duplicates that were put there. */
export interface PlantedActors {
  readonly actors: readonly Actor[]
  /** Pairs of positions that are duplicates. */
  readonly duplicates: readonly (readonly [number, number])[]
  /** Pairs of positions that are not, though they look like it. */
  readonly nearMisses: readonly (readonly [number, number])[]
}

type Draft = Omit<Actor, 'id' | 'source' | 'key'>

/**
 * Makes a directory of fictive organisations in two sources: of a hundred records, ten are copies of others with
 * mistakes, and ten resemble others but are not them. The same seed gives the same directory.
 */
export function plantDuplicates(count: number, seed: number): PlantedActors {
  const random = createRandom(seed)
  const communes = Array.from({ length: Math.max(20, Math.round(count / 12)) }, (_, index) =>
    commune(index, random),
  )
  const drafts: Draft[] = []
  const duplicates: (readonly [number, number])[] = []
  const nearMisses: (readonly [number, number])[] = []
  while (drafts.length < count) {
    const original = drafts.length
    drafts.push(organisation(communes[random.below(communes.length)]!, random))
    const chance = random.below(80)
    if (chance < 10) {
      duplicates.push([original, drafts.length])
      drafts.push(copy(drafts[original]!, random))
    } else if (chance < 20) {
      nearMisses.push([original, drafts.length])
      drafts.push(nearMiss(drafts[original]!, communes, random))
    }
  }
  const actors = drafts.slice(0, count).map((draft, index) => {
    const [source, key] = [index % 2 === 0 ? 'registre' : 'terrain', String(index).padStart(7, '0')]
    return { id: actorIri('https://annuaire.example.org', source, key), source, key, ...draft }
  })
  const within = (pairs: readonly (readonly [number, number])[]) => pairs.filter(([, other]) => other < count)
  return { actors, duplicates: within(duplicates), nearMisses: within(nearMisses) }
}

interface Commune {
  readonly code: string
  readonly name: string
  readonly postcode: string
  readonly latitude: number
  readonly longitude: number
  /** What there is one of in a commune, and has not been taken. */
  readonly kinds: string[]
}

type Random = ReturnType<typeof createRandom>

/** A linear congruential generator (Numerical Recipes), of which the high bits are good enough for mistakes. */
function createRandom(seed: number) {
  let state = seed >>> 0
  const below = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const pick = <T>(values: readonly T[]) => values[below(values.length)]!
  /** Small numbers are frequent, as first words of names are. */
  const skewed = (limit: number) => Math.min(below(limit), below(limit), below(limit))
  return { below, pick, skewed }
}

const SYLLABLES =
  'al an ar au ba be bo bra ca cha che clo co cra da de do du e fa fe fon fra ga gre ja jo la le lo lu ma mar mi mon na ne no or pa pe pla po ra re ri ro sa se sol ta te tre val ve vi vo'.split(
    ' ',
  )

function word(random: Random): string {
  const text = Array.from({ length: 2 + random.below(3) }, () => random.pick(SYLLABLES)).join('')
  return `${text[0]!.toUpperCase()}${text.slice(1)}`
}

function commune(index: number, random: Random): Commune {
  const department = String(1 + random.below(95))
    .padStart(2, '0')
    .replace('20', '21')
  return {
    code: `${department}${String(index % 1000).padStart(3, '0')}`,
    name: random.below(4) === 0 ? `Saint-${word(random)}` : word(random),
    postcode: `${department}${random.below(90)}0`.padEnd(5, '0').slice(0, 5),
    latitude: 43 + random.below(70_000) / 10_000,
    longitude: -1 + random.below(70_000) / 10_000,
    kinds: [...KINDS],
  }
}

const KINDS = ['Mairie', 'Médiathèque municipale', 'France services', 'Centre social', 'Mission locale']
const FORMS = [
  'Association',
  'Amicale',
  'Comité',
  'Club',
  'Collectif',
  'Foyer rural',
  'Coopérative',
  'Fédération',
]
const THEMES = [
  'numérique',
  'culture',
  'jeunesse',
  'environnement',
  'solidarité',
  'mémoire',
  'loisirs',
  'emploi',
]
const STREETS = ['rue', 'avenue', 'place', 'chemin', 'boulevard', 'route']

function organisation(place: Commune, random: Random): Draft {
  const kind = random.below(4) === 0 ? place.kinds.pop() : undefined
  const rare = word(random)
  const ending = random.below(2) === 0 ? word(random) : place.name
  const name =
    kind === undefined
      ? `${FORMS[random.skewed(FORMS.length)]} ${rare} ${random.pick(THEMES)} ${ending}`
      : random.below(2) === 0
        ? kind
        : `${kind} de ${place.name}`
  const has = (share: number) => random.below(100) < share
  return {
    name,
    address: addressIn(place, random),
    ...(has(70) ? { location: around(place, random) } : {}),
    ...(has(60) ? { telephone: phone(random) } : {}),
    ...(has(50) ? { email: `contact@${rare.toLowerCase()}${random.below(1000)}.example.org` } : {}),
    ...(has(40) ? { homepage: `https://${rare.toLowerCase()}${random.below(1000)}.example.org/` } : {}),
    ...(has(40) ? { siren: siren(random) } : {}),
  }
}

function addressIn(place: Commune, random: Random): NonNullable<Actor['address']> {
  return {
    street: `${1 + random.below(120)} ${random.pick(STREETS)} ${word(random)}`,
    postcode: place.postcode,
    locality: place.name,
    commune: territoryIri('commune', place.code),
  }
}

function around({ latitude, longitude }: Commune, random: Random) {
  const shift = () => (random.below(400) - 200) / 10_000
  return { latitude: latitude + shift(), longitude: longitude + shift() }
}

function phone(random: Random): string {
  return `0${1 + random.below(5)} ${Array.from({ length: 4 }, () => String(10 + random.below(90))).join(' ')}`
}

function siren(random: Random): string {
  const digits = Array.from({ length: 8 }, () => random.below(10))
  const total = digits.reduce((sum, digit, index) => {
    const weighted = index % 2 === 1 ? digit * 2 : digit
    return sum + (weighted > 9 ? weighted - 9 : weighted)
  }, 0)
  return [...digits, (10 - (total % 10)) % 10].join('')
}

/** The same organisation, typed in again by somebody else. */
function copy(original: Draft, random: Random): Draft {
  const draft: Draft = structuredClone(original)
  const mistakes = 1 + random.below(3)
  for (let done = 0; done < mistakes; done += 1) {
    switch (random.below(7)) {
      case 0:
        draft.name = mistype(draft.name, random)
        break
      case 1:
        draft.name = swapWords(draft.name, random)
        break
      case 2:
        draft.name = draft.name.toUpperCase().normalize('NFD').replace(/\p{M}/gu, '')
        break
      case 3:
        delete draft.location
        delete draft.homepage
        break
      case 4:
        delete draft.telephone
        delete draft.siren
        break
      case 5:
        delete draft.email
        delete draft.address!.commune
        break
      default:
        // Moved within the commune.
        draft.address!.street = `${1 + random.below(120)} ${random.pick(STREETS)} ${word(random)}`
        delete draft.location
    }
  }
  return draft
}

function mistype(text: string, random: Random): string {
  const at = 1 + random.below(Math.max(1, text.length - 2))
  const letter = random.pick([...'aeinrst'])
  return random.pick([
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + letter + text.slice(at),
    text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2),
    text.slice(0, at) + letter + text.slice(at + 1),
  ])
}

function swapWords(text: string, random: Random): string {
  const words = text.split(' ')
  const [moved] = words.splice(random.below(words.length), 1)
  return [...words, moved].join(' ')
}

/** Another organisation that has much in common with one. */
function nearMiss(original: Draft, communes: readonly Commune[], random: Random): Draft {
  const elsewhere = communes[random.below(communes.length)]!
  switch (random.below(4)) {
    case 0:
      // One name in two communes.
      return { name: original.name, address: addressIn(elsewhere, random), telephone: phone(random) }
    case 1:
      // Two organisations at one address; what there is one of in a commune is not there twice.
      return { ...organisation({ ...elsewhere, kinds: [] }, random), ...structuredClone(placeOf(original)) }
    case 2: {
      // Two numbers of one kind.
      const { location, ...rest } = organisation(elsewhere, random)
      const number = 2 + random.below(8)
      return {
        ...rest,
        name: `${original.name} ${number}`,
        address: structuredClone(original.address!),
        siren: siren(random),
      }
    }
    default:
      // Two towns' branches with one mailbox.
      return {
        name: `${original.name.split(' ')[0]} ${elsewhere.name}`,
        address: addressIn(elsewhere, random),
        ...(original.email === undefined ? {} : { email: original.email }),
      }
  }
}

function placeOf({ address, location }: Draft): Pick<Draft, 'address' | 'location'> {
  return { ...(address ? { address } : {}), ...(location ? { location } : {}) }
}

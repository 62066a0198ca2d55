import type { Actor } from '../../src/actor/actor.ts'
import { actorIri } from '../../src/actor/iri.ts'
import { type Commune, loadCommunes } from '../../src/vocabulary/communes.ts'
import { territoryIri } from '../../src/vocabulary/territories.ts'
import { territoriesOf } from '../../src/vocabulary/territoriesOf.ts'
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts'
import { seeded } from './random.ts'

/** IRI under which the generated directory's own things live. */
export const BASE = 'https://annuaire.example.org'

/** Name of the source that the generated records say they come from. */
export const SOURCE = 'acteurs'

/**
 * The legal forms of the study of 2010 by the number of those who have them: 225 of 400 are known, 128 of these are
 * associations, and the rest thins out.
 */
const FORMS = weighted([
  ['association', 128],
  ['collectivite-territoriale', 32],
  ['syndicat-mixte', 12],
  ['sem', 9],
  ['chambre-consulaire', 8],
  ['gip', 6],
  ['epci', 6],
  ['agence-regionale', 4],
  ['agence-departementale', 3],
  ['service-etat', 3],
  ['comite-expansion', 2],
  ['ceei', 2],
  ['scic', 2],
  ['cluster', 2],
  ['epa', 1],
  ['epl', 1],
  ['critt', 1],
  ['crdp', 1],
  ['gis', 1],
  ['service-universitaire', 1],
])
const ANSWERED_FORM = 225 / 400

const MISSIONS = weighted([
  ['animation', 30],
  ['formation', 25],
  ['e-inclusion', 20],
  ['expertise', 16],
  ['epn', 14],
  ['veille', 12],
  ['e-administration', 9],
  ['economie-emploi', 8],
  ['infrastructures', 6],
  ['usages-internes', 5],
  ['e-education', 4],
  ['logiciels-libres', 3],
])

const AUDIENCES = weighted([
  ['grand-public', 30],
  ['collectivites', 22],
  ['entreprises', 18],
  ['etablissements-scolaires', 8],
  ['publics-precaires', 6],
  ['agents', 3],
])

const KINDS = weighted([
  ['Association', 30],
  ['Espace', 12],
  ['Maison', 10],
  ['Collectif', 8],
  ['Centre social', 8],
  ['Foyer rural', 6],
  ['Atelier', 6],
  ['Mission locale', 4],
  ['Réseau', 4],
  ['Médiathèque', 2],
  ['Fédération', 2],
  ['Agence', 2],
  ['Coopérative', 1],
])
const SUBJECTS = weighted([
  ['du numérique', 12],
  ['pour l’inclusion', 8],
  ['des usages', 6],
  ['de la culture', 8],
  ['d’éducation populaire', 6],
  ['pour l’emploi', 6],
  ['des jeunes', 6],
  ['de la transition', 3],
  ['des logiciels libres', 2],
  ['des télécentres', 1],
])

/**
 * Makes up actors, one after the other, in the proportions of the study of 2010: many do not say what they are, most
 * have several missions. They live in real communes, and are some 20.5 quads each. The same seed gives the same actors.
 */
export async function* generateActors(count: number, seed: number): AsyncGenerator<Actor> {
  const random = seeded(seed)
  const has = (share: number) => random() < share
  const communes = await homes()
  for (let number = 1; number <= count; number += 1) {
    const key = String(number).padStart(7, '0')
    const home = communes[Math.floor(random() ** 2 * communes.length)]!
    const addressed = has(0.74)
    yield {
      id: actorIri(BASE, SOURCE, key),
      source: SOURCE,
      key,
      name: nameOf(home.commune.name, number, random),
      ...(has(ANSWERED_FORM) && { legalForm: concept('legal-forms', FORMS(random())) }),
      ...(has(0.05) && { siren: String(100_000_000 + Math.floor(random() * 900_000_000)) }),
      ...(has(0.02) && { otherIdentifiers: [{ scheme: 'RIDET', value: key }] }),
      ...(has(0.86) && {
        missions: several('missions', MISSIONS, 1 + Math.floor(random() ** 2 * 4), random),
      }),
      ...(has(0.8) && { audiences: several('audiences', AUDIENCES, 1 + Math.floor(random() * 2), random) }),
      ...(has(0.22) && { homepage: `https://acteur-${key}.example.org/` }),
      ...(addressed && { address: addressOf(home) }),
      ...(addressed && has(0.3) && { location: position(random) }),
      ...(has(0.02) && {
        sites: [{ key: `${key}-2`, name: `Antenne n° ${number}`, location: position(random) }],
      }),
      ...(has(0.4) && { founded: day(1950, 60, random) }),
      ...(has(0.5) && { modified: day(2005, 5, random) }),
    }
  }
}

interface Home {
  readonly commune: Commune
  readonly region2010: string | undefined
}

/** The communes of today, shuffled, so that which are frequent depends on no code. */
async function homes(): Promise<Home[]> {
  const [{ communes }, vocabulary] = await Promise.all([loadCommunes(), loadVocabulary()])
  const random = seeded(35_000)
  return communes
    .map(commune => ({ rank: random(), commune }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ commune }) => ({ commune, region2010: territoriesOf(commune, vocabulary).region2010 }))
}

function addressOf({ commune: { code, name }, region2010 }: Home): NonNullable<Actor['address']> {
  return {
    locality: name,
    commune: territoryIri('commune', code),
    ...(region2010 !== undefined && { region: region2010 }),
  }
}

function nameOf(place: string, number: number, random: () => number): string {
  const ending = random() < 0.3 ? ` n° ${number}` : ''
  return `${KINDS(random())} ${SUBJECTS(random())} de ${place}${ending}`
}

/** Somewhere in metropolitan France, or near. */
function position(random: () => number): { latitude: number; longitude: number } {
  const degrees = (from: number, span: number) => Math.round((from + random() * span) * 1e5) / 1e5
  return { latitude: degrees(42.5, 8), longitude: degrees(-4, 11) }
}

function day(from: number, years: number, random: () => number): string {
  const two = (limit: number) => String(1 + Math.floor(random() * limit)).padStart(2, '0')
  return `${from + Math.floor(random() * years)}-${two(12)}-${two(28)}`
}

function several(scheme: string, pick: Picker, count: number, random: () => number): string[] {
  const picked = new Set<string>()
  for (let tries = 0; tries < count; tries += 1) picked.add(concept(scheme, pick(random())))
  return [...picked]
}

function concept(scheme: string, name: string): string {
  return `https://w3id.org/annuaire-lod/def/${scheme}/${name}`
}

/** Gives a value for a number from 0 to 1. */
type Picker = (at: number) => string

function weighted(values: readonly (readonly [value: string, weight: number])[]): Picker {
  const total = values.reduce((sum, [, weight]) => sum + weight, 0)
  return at => {
    let rest = at * total
    for (const [value, weight] of values) {
      rest -= weight
      if (rest < 0) return value
    }
    return values[0]![0]
  }
}

import type { Actor } from '../actor/actor.ts'
import type { Configuration } from '../configuration/configuration.ts'
import type { SourceLocation } from '../errors.ts'
import type { Statistic } from '../statistics/statistic.ts'
import type { ValidationResult } from '../validation/report.ts'
import { type ConceptScheme, conceptLabel } from '../vocabulary/concept.ts'
import { iri } from '../vocabulary/namespaces.ts'
import { departmentOfCommune, parseTerritoryIri, regionsSchemeAt } from '../vocabulary/territories.ts'
import type { Lexicon } from './lexicon.ts'
import { regionOfAnotherDay } from './messages.ts'
import type { Reading } from './readActors.ts'

/** Fields of regions, by the dimension that counts them. */
const FIELDS = { seatRegion: 'address.region', coveredRegion: 'coverage' } as const

/**
 * Regions that no statistic by region can count, because they are not of its day and none of that day took their place:
 * Auvergne-Rhône-Alpes in 2010. Told where nothing else says in which region the actor is.
 *
 * @param date day whose regions count where a statistic does not say; without it, only those that do are looked at
 */
export function checkRegions(
  actors: readonly Actor[],
  date: string | undefined,
  { sources }: Reading,
  { statistics }: Configuration,
  { shipped }: Lexicon,
): ValidationResult[] {
  const counted = countedRegions(statistics, date)
  if (counted.length === 0) return []
  const successors = new Map<string, string>()
  for (const { subject, predicate, object } of shipped.quads) {
    if (predicate.value === iri('dcterms:isReplacedBy')) successors.set(subject.value, object.value)
  }
  const locators = new Map<string, (path: string) => SourceLocation>()
  for (const source of sources) for (const { actor, locate } of source.actors) locators.set(actor.id, locate)
  const departments = shipped.schemes.get('departements')!
  const results: ValidationResult[] = []
  for (const [dimension, vintage] of counted) {
    const path = FIELDS[dimension]
    const regions = shipped.schemes.get(vintage)!
    const isCounted = (place: string) =>
      [place, successors.get(place) ?? '', ...regionsOf(place, departments)].some(one => regions.get(one))
    for (const actor of actors) {
      const places = dimension === 'seatRegion' ? seatOf(actor) : (actor.coverage ?? [])
      if (places.some(isCounted)) continue
      for (const place of places.filter(one => parseTerritoryIri(one)?.level === 'region')) {
        const value = nameOf(place, [...shipped.schemes.values()])
        const source = locators.get(actor.id)?.(path)
        results.push({
          severity: 'info',
          code: 'region-of-another-day',
          focusNode: actor.id,
          path,
          value,
          message: regionOfAnotherDay(value, regions.title),
          ...(source === undefined ? {} : { source }),
        })
      }
    }
  }
  return results
}

type CountedRegions = readonly [keyof typeof FIELDS, ReturnType<typeof regionsSchemeAt>]

/** The dimensions of regions that statistics use, each with the regions that it counts, once. */
function countedRegions(statistics: readonly Statistic[], date: string | undefined): CountedRegions[] {
  const counted = new Map<string, CountedRegions>()
  for (const { dimensions, population = {}, regionsAt = date } of statistics) {
    if (regionsAt === undefined) continue
    for (const name of [...dimensions, ...Object.keys(population)]) {
      if (name !== 'seatRegion' && name !== 'coveredRegion') continue
      const vintage = regionsSchemeAt(regionsAt)
      counted.set(`${name} ${vintage}`, [name, vintage])
    }
  }
  return [...counted.values()]
}

function seatOf({ address }: Actor): string[] {
  return [address?.commune, address?.department, address?.region].filter(place => place !== undefined)
}

/** The regions, then and now, of a département, or of that of a commune. */
function regionsOf(place: string, departments: ConceptScheme): readonly string[] {
  const territory = parseTerritoryIri(place)
  const department = territory?.level === 'commune' ? departmentOfCommune(territory.code) : place
  return (department === undefined ? undefined : departments.get(department)?.parents) ?? []
}

function nameOf(place: string, schemes: readonly ConceptScheme[]): string {
  const concept = schemes.flatMap(scheme => scheme.get(place) ?? [])[0]
  return concept ? conceptLabel(concept, 'fr') : place
}

import { departmentOfCommune, parseTerritoryIri } from '../vocabulary/territories.ts'
import type { Actor } from './actor.ts'
import { isCalendarDate } from './calendarDate.ts'
import { checkRna, checkSiren, checkSiret, type IdentifierCheck } from './identifiers.ts'
import { findUnwritable } from './unwritableText.ts'

/** Stable names of the rules that no JSON Schema can state. */
export type RuleCode =
  | `${'siren' | 'siret'}-${'check-digit' | 'placeholder'}`
  | 'rna-placeholder'
  | 'siret-of-another-siren'
  | 'impossible-date'
  | 'placeholder-date'
  | 'dissolved-before-founded'
  | 'placeholder-coordinates'
  | 'department-of-another-commune'
  | 'region-of-another-department'
  | 'postcode-format'
  | 'repeated-value'
  | 'unwritable-text'

/** A rule that a record breaks. */
export interface BrokenRule {
  readonly code: RuleCode
  readonly severity: 'violation' | 'warning'
  /** Field of the record, `address.postcode`. */
  readonly path: string
  readonly value: string
  /** What the value disagrees with. */
  readonly other?: string
}

/**
 * Checks what the record's JSON Schema cannot say. Fields that the schema refuses must be left out before.
 *
 * @param regionsOf IRIs of the regions that a département is or was a part of; empty where it is not known
 */
export function checkRules(
  actor: Partial<Actor>,
  regionsOf: (department: string) => readonly string[],
): BrokenRule[] {
  const found: BrokenRule[] = []
  checkIdentifiers(actor, found)
  checkDates(actor, found)
  checkPlace(actor, regionsOf, found)
  checkSites(actor, regionsOf, found)
  checkRepetitions(actor, found)
  for (const { path, value } of findUnwritable(actor)) {
    found.push({ code: 'unwritable-text', severity: 'violation', path, value })
  }
  return found
}

function checkIdentifiers({ siren, siret, rna }: Partial<Actor>, found: BrokenRule[]): void {
  if (siren !== undefined) found.push(...brokenNumber('siren', siren, checkSiren(siren)))
  if (siret !== undefined) found.push(...brokenNumber('siret', siret, checkSiret(siret)))
  if (siren !== undefined && siret !== undefined && !siret.startsWith(siren)) {
    found.push({
      code: 'siret-of-another-siren',
      severity: 'violation',
      path: 'siret',
      value: siret,
      other: siren,
    })
  }
  const check = rna === undefined ? undefined : checkRna(rna)
  if (rna !== undefined && check?.valid === false && check.reason === 'placeholder') {
    found.push({ code: 'rna-placeholder', severity: 'violation', path: 'rna', value: rna })
  }
}

function brokenNumber(path: 'siren' | 'siret', value: string, check: IdentifierCheck): BrokenRule[] {
  return check.valid || check.reason === 'format'
    ? []
    : [{ code: `${path}-${check.reason}`, severity: 'violation', path, value }]
}

/** What an empty cell becomes on its way through spreadsheets and databases. */
const EPOCH = '1970-01-01'

function checkDates(
  { founded, dissolved, modified, actions = [] }: Partial<Actor>,
  found: BrokenRule[],
): void {
  const ofActions = actions.map(action => (typeof action === 'string' ? undefined : action.date))
  const dates: [string, string | undefined][] = [
    ...Object.entries({ founded, dissolved, modified }),
    ...ofActions.map((date): [string, string | undefined] => ['actions.date', date]),
  ]
  for (const [path, value] of dates) {
    if (value === undefined) continue
    if (value.length !== 4 && !isCalendarDate(value)) {
      found.push({ code: 'impossible-date', severity: 'violation', path, value })
    }
    if (value === EPOCH) found.push({ code: 'placeholder-date', severity: 'warning', path, value })
  }
  if (founded === undefined || dissolved === undefined) return
  // Where only the year of one is known, years are compared.
  const known = Math.min(founded.length, dissolved.length)
  if (dissolved.slice(0, known) < founded.slice(0, known)) {
    found.push({
      code: 'dissolved-before-founded',
      severity: 'warning',
      path: 'dissolved',
      value: dissolved,
      other: founded,
    })
  }
}

/** What the seat and any other site are checked for. */
function checkPlace(
  place: Pick<Actor, 'address' | 'location'>,
  regionsOf: (department: string) => readonly string[],
  found: BrokenRule[],
): void {
  if (place.location?.latitude === 0 && place.location.longitude === 0) {
    found.push({ code: 'placeholder-coordinates', severity: 'violation', path: 'location', value: '0, 0' })
  }
  checkAddress(place, regionsOf, found)
}

function checkSites(
  { siren, sites = [] }: Partial<Actor>,
  regionsOf: (department: string) => readonly string[],
  found: BrokenRule[],
): void {
  for (const { siret, ...site } of sites) {
    const ofPlace: BrokenRule[] = []
    checkPlace(site, regionsOf, ofPlace)
    found.push(...ofPlace.map(rule => ({ ...rule, path: `sites.${rule.path}` })))
    if (siret === undefined) continue
    for (const rule of brokenNumber('siret', siret, checkSiret(siret)))
      found.push({ ...rule, path: 'sites.siret' })
    // A site may be in the house of another organisation, whose number it then bears; the seat may not.
    if (siren !== undefined && !siret.startsWith(siren)) {
      found.push({
        code: 'siret-of-another-siren',
        severity: 'warning',
        path: 'sites.siret',
        value: siret,
        other: siren,
      })
    }
  }
}

/** Sets of groups of fields; those of texts are checked by the schema, which would compare these pair by pair. */
function checkRepetitions(
  { sites = [], actions = [], otherIdentifiers = [] }: Partial<Actor>,
  found: BrokenRule[],
): void {
  if (sites.length < 2 && actions.length < 2 && otherIdentifiers.length < 2) return
  repeated(
    'sites.key',
    sites.map(({ key }) => [key]),
    found,
  )
  repeated(
    'otherIdentifiers',
    otherIdentifiers.map(({ value, scheme }) => [value, scheme]),
    found,
  )
  repeated(
    'actions',
    actions.map(action =>
      typeof action === 'string'
        ? [action]
        : [action.name, action.description, action.homepage, action.date].filter(part => part !== undefined),
    ),
    found,
  )
}

/** What occurs twice or more often, told once by its first part. */
function repeated(path: string, members: readonly string[][], found: BrokenRule[]): void {
  const times = new Map<string, number>()
  for (const member of members) {
    const text = JSON.stringify(member)
    const count = (times.get(text) ?? 0) + 1
    times.set(text, count)
    if (count === 2) found.push({ code: 'repeated-value', severity: 'violation', path, value: member[0]! })
  }
}

/** The code of a commune tells its département, or its overseas collectivity. */
function checkAddress(
  { address = {} }: Pick<Actor, 'address'>,
  regionsOf: (department: string) => readonly string[],
  found: BrokenRule[],
): void {
  const { postcode } = address
  const commune = address.commune === undefined ? undefined : parseTerritoryIri(address.commune)
  const ofCommune = commune?.level === 'commune' ? departmentOfCommune(commune.code) : undefined
  if (ofCommune && address.department !== undefined && address.department !== ofCommune) {
    found.push({
      code: 'department-of-another-commune',
      severity: 'warning',
      path: 'address.department',
      value: codeOf(address.department),
      other: commune!.code,
    })
  }
  const department = ofCommune ?? address.department
  const regions = department === undefined ? [] : regionsOf(department)
  if (department && address.region !== undefined && regions.length > 0 && !regions.includes(address.region)) {
    found.push({
      code: 'region-of-another-department',
      severity: 'warning',
      path: 'address.region',
      value: codeOf(address.region),
      other: codeOf(department),
    })
  }
  if (ofCommune && postcode !== undefined && !/^\d{5}$/.test(postcode)) {
    found.push({ code: 'postcode-format', severity: 'warning', path: 'address.postcode', value: postcode })
  }
}

function codeOf(territory: string): string {
  return parseTerritoryIri(territory)?.code ?? territory
}

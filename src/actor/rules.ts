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
  | 'placeholder-coordinates'
  | 'department-of-another-commune'
  | 'region-of-another-department'
  | 'postcode-format'
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
export function* checkRules(
  actor: Partial<Actor>,
  regionsOf: (department: string) => readonly string[],
): Generator<BrokenRule> {
  yield* checkIdentifiers(actor)
  yield* checkDates(actor)
  if (actor.location?.latitude === 0 && actor.location.longitude === 0) {
    yield { code: 'placeholder-coordinates', severity: 'violation', path: 'location', value: '0, 0' }
  }
  yield* checkAddress(actor, regionsOf)
  for (const { path, value } of findUnwritable(actor)) {
    yield { code: 'unwritable-text', severity: 'violation', path, value }
  }
}

function* checkIdentifiers({ siren, siret, rna }: Partial<Actor>): Generator<BrokenRule> {
  const broken = (path: 'siren' | 'siret', value: string, check: IdentifierCheck): BrokenRule[] =>
    check.valid || check.reason === 'format'
      ? []
      : [{ code: `${path}-${check.reason}`, severity: 'violation', path, value }]
  if (siren !== undefined) yield* broken('siren', siren, checkSiren(siren))
  if (siret !== undefined) yield* broken('siret', siret, checkSiret(siret))
  if (siren !== undefined && siret !== undefined && !siret.startsWith(siren)) {
    yield {
      code: 'siret-of-another-siren',
      severity: 'violation',
      path: 'siret',
      value: siret,
      other: siren,
    }
  }
  const check = rna === undefined ? undefined : checkRna(rna)
  if (rna !== undefined && check?.valid === false && check.reason === 'placeholder') {
    yield { code: 'rna-placeholder', severity: 'violation', path: 'rna', value: rna }
  }
}

/** What an empty cell becomes on its way through spreadsheets and databases. */
const EPOCH = '1970-01-01'

function* checkDates({ founded, modified }: Partial<Actor>): Generator<BrokenRule> {
  for (const [path, value] of Object.entries({ founded, modified })) {
    if (value === undefined) continue
    if (value.length !== 4 && !isCalendarDate(value)) {
      yield { code: 'impossible-date', severity: 'violation', path, value }
    }
    if (value === EPOCH) yield { code: 'placeholder-date', severity: 'warning', path, value }
  }
}

/** The code of a commune tells its département, or its overseas collectivity. */
function* checkAddress(
  { address = {} }: Partial<Actor>,
  regionsOf: (department: string) => readonly string[],
): Generator<BrokenRule> {
  const { postcode } = address
  const commune = address.commune === undefined ? undefined : parseTerritoryIri(address.commune)
  const ofCommune = commune?.level === 'commune' ? departmentOfCommune(commune.code) : undefined
  if (ofCommune && address.department !== undefined && address.department !== ofCommune) {
    yield {
      code: 'department-of-another-commune',
      severity: 'warning',
      path: 'address.department',
      value: codeOf(address.department),
      other: commune!.code,
    }
  }
  const department = ofCommune ?? address.department
  const regions = department === undefined ? [] : regionsOf(department)
  if (department && address.region !== undefined && regions.length > 0 && !regions.includes(address.region)) {
    yield {
      code: 'region-of-another-department',
      severity: 'warning',
      path: 'address.region',
      value: codeOf(address.region),
      other: codeOf(department),
    }
  }
  if (ofCommune && postcode !== undefined && !/^\d{5}$/.test(postcode)) {
    yield { code: 'postcode-format', severity: 'warning', path: 'address.postcode', value: postcode }
  }
}

function codeOf(territory: string): string {
  return parseTerritoryIri(territory)?.code ?? territory
}

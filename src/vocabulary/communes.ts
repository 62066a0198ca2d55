import { createRequire } from 'node:module'
/** What a code of the official geographic code stands for. */
export type CommuneKind =
  | 'commune-actuelle'
  | 'commune-deleguee'
  | 'commune-associee'
  | 'arrondissement-municipal'

/** A commune, or a part of one that has a code of its own. */
export interface Commune {
  /** INSEE code. */
  readonly code: string
  readonly name: string
  /** Code of its département; absent in the overseas collectivities, which are in none. */
  readonly department?: string
  /** Code of its overseas collectivity, where it is in one. */
  readonly collectivity?: string
  /** Code of its present region; absent like the département. */
  readonly region?: string
  readonly kind: CommuneKind
  /** Postcodes of its addresses, those of CEDEX not among them; of parts, only arrondissements have their own. */
  readonly postcodes: readonly string[]
  /** Code of the commune that it is a part of. */
  readonly partOf?: string
}

/** All communes, by code. */
export interface CommuneIndex {
  /** What has that code today: a commune or, where none has it, a part of one. */
  get(code: string): Commune | undefined
  /** The commune of today that took the place of one with that code: after a merger, a split, a new numbering. */
  successorOf(code: string): Commune | undefined
  /** Communes of today. */
  readonly communes: readonly Commune[]
  /** Arrondissements of Paris, Lyon and Marseille, delegated and associated communes. */
  readonly parts: readonly Commune[]
}

/** Code of the département that a commune lies in, or of its overseas collectivity. */
export function departmentCodeOf({ department, collectivity }: Commune): string {
  return department ?? collectivity ?? ''
}

/** The form of the records of `@etalab/decoupage-administratif`. */
interface CommuneRecord {
  readonly code: string
  readonly nom: string
  readonly type: CommuneKind
  readonly departement: string
  readonly region: string
  readonly zone: 'metro' | 'drom' | 'com'
  readonly codesPostaux?: readonly string[]
  readonly anciensCodes?: readonly string[]
  /** Of an arrondissement, its commune. */
  readonly commune?: string
  /** Of another part, its commune. */
  readonly chefLieu?: string
}

/**
 * Codes that the records lack: those that Saint-Barthélemy and Saint-Martin had as communes of Guadeloupe, until the
 * loi organique n° 2007-223 of 21 February 2007 made them collectivities.
 */
const FORMER_OVERSEAS: readonly (readonly [former: string, present: string])[] = [
  ['97123', '97701'],
  ['97127', '97801'],
]

let index: CommuneIndex | undefined

/**
 * Reads the communes of the official geographic code, once, from `@etalab/decoupage-administratif`. A code that a
 * commune of today shares with a part of it stands for the commune. What is asked for of a commune is made when it is:
 * a directory has few of them.
 */
export async function loadCommunes(): Promise<CommuneIndex> {
  if (index) return index
  const load = createRequire(import.meta.url)
  const records: CommuneRecord[] = load('@etalab/decoupage-administratif/data/communes.json')
  const byCode = new Map<string, CommuneRecord>()
  const successors = new Map<string, string>(FORMER_OVERSEAS)
  for (const record of records) {
    const { code, type, anciensCodes } = record
    if (type === 'commune-actuelle' || !byCode.has(code)) byCode.set(code, record)
    if (anciensCodes) for (const former of anciensCodes) successors.set(former, code)
  }
  const made = new Map<CommuneRecord, Commune>()
  const toCommune = (record: CommuneRecord): Commune => {
    const commune = made.get(record) ?? communeOf(record)
    made.set(record, commune)
    return commune
  }
  const get = (code: string): Commune | undefined => {
    const record = byCode.get(code)
    return record && toCommune(record)
  }
  let communes: readonly Commune[] | undefined
  let parts: readonly Commune[] | undefined
  index = {
    get,
    successorOf(code) {
      const successor = get(code)?.partOf ?? successors.get(code)
      return successor === undefined ? undefined : get(successor)
    },
    get communes() {
      communes ??= records.filter(({ type }) => type === 'commune-actuelle').map(toCommune)
      return communes
    },
    get parts() {
      parts ??= records.filter(({ type }) => type !== 'commune-actuelle').map(toCommune)
      return parts
    },
  }
  return index
}

function communeOf(record: CommuneRecord): Commune {
  const { code, nom, type, departement, region, zone, codesPostaux = [] } = record
  const partOf = record.commune ?? record.chefLieu
  return {
    code,
    name: nom,
    kind: type,
    // In an overseas collectivity, the records repeat its code for both; it is neither.
    ...(zone === 'com' ? { collectivity: departement } : { department: departement, region }),
    postcodes: codesPostaux,
    ...(type === 'commune-actuelle' || partOf === undefined ? {} : { partOf }),
  }
}

import { findByCode } from './communeByCode.ts'
import { findByName } from './communeByName.ts'
import { type CommuneName, parseCommuneName } from './communeName.ts'
import { type CommuneNames, indexCommunes } from './communeNames.ts'
import type { Commune, CommuneIndex } from './communes.ts'

/** What is known of a commune. All of it is optional; spaces around values do not count. */
export interface CommuneQuery {
  /** INSEE code, present or former, of the commune or of an arrondissement of it. */
  readonly code?: string
  readonly name?: string
  /** That of a CEDEX only tells the département. */
  readonly postcode?: string
  /** Code of the département or of the overseas collectivity. */
  readonly department?: string
  /** Codes of the départements of the region, where only this is known. */
  readonly departments?: readonly string[]
}

/** By what a commune was found: what it stands on. */
export type FoundBy =
  /** Its own code. */
  | 'code'
  /** A code that the commune, or one that became a part of it, had before, or that its part has. */
  | 'former-code'
  /** The code of an arrondissement. */
  | 'arrondissement'
  | 'name-and-postcode'
  | 'name-and-department'
  | 'name-and-region'
  /** Nothing else was known, and no other commune of France has that name. */
  | 'name-only'
  /** No name was given, and no other commune has that postcode. */
  | 'postcode-only'

/** A commune of today. */
export interface FoundCommune {
  readonly commune: Commune
  readonly how: FoundBy
  /** Code of the arrondissement of Paris, Lyon or Marseille, where the code, name or postcode tells it. */
  readonly arrondissement?: string
  /** The delegated or associated commune whose code or name it was. */
  readonly part?: Commune
  /** The code had lost its first zero. */
  readonly lostZero?: true
}

/** Why no commune was found. */
export interface CommuneProblem {
  readonly problem: /** No commune has that code or name. */
    | 'unknown'
    /** Several may be meant. */
    | 'ambiguous'
    /** The code is a postcode. */
    | 'postcode-as-code'
    /** Code, name, postcode and département do not belong together. */
    | 'contradiction'
  /** Communes that may be meant, the likeliest first; ten at most. */
  readonly candidates: readonly Commune[]
}

/** A commune, or why there is none. */
export type CommuneFinding = FoundCommune | CommuneProblem

/** Finds communes by what people write of them. */
export interface CommuneFinder {
  /**
   * Finds a commune by its code, failing that by its name with the rest. What is found is certain, but for
   * `name-only` and `postcode-only`, which the caller may want to report; nothing is guessed.
   */
  find(query: CommuneQuery): CommuneFinding
}

/** A query, read. */
export interface ParsedQuery {
  readonly code?: string
  readonly name: CommuneName
  readonly postcode?: string
  readonly department?: string
  readonly departments?: readonly string[]
}

/** Most of the findings that are remembered at once. */
const REMEMBERED = 20_000
/** Longer values hardly come twice. */
const LONGEST_REMEMBERED = 200

const indexes = new WeakMap<CommuneIndex, CommuneNames>()

/** Makes a finder. The index by name and postcode is made on first use, once for all finders of the same communes. */
export function createCommuneFinder(communes: CommuneIndex): CommuneFinder {
  const known = new Map<string, CommuneFinding>()
  return {
    find(query) {
      const { code = '', name = '', postcode = '', department = '', departments = [] } = query
      const key = [code, name, postcode, department, ...departments].join('\n')
      const remembered = known.get(key)
      if (remembered) return remembered
      const present = key === `${code}\n\n\n` ? communes.get(code) : undefined
      if (present && present.partOf === undefined) return { commune: present, how: 'code' }
      const names = indexes.get(communes) ?? indexCommunes(communes)
      indexes.set(communes, names)
      const finding = findCommune(parseQuery(query, names), communes, names)
      if (key.length <= LONGEST_REMEMBERED && known.size < REMEMBERED) known.set(key, finding)
      return finding
    },
  }
}

function findCommune(query: ParsedQuery, communes: CommuneIndex, names: CommuneNames): CommuneFinding {
  const finding =
    query.code === undefined ? findByName(query, communes, names) : findByCode(query, communes, names)
  if (!('commune' in finding)) return { ...finding, candidates: finding.candidates.slice(0, 10) }
  if (finding.arrondissement !== undefined || query.postcode === undefined) return finding
  const arrondissement = names.arrondissement(query.postcode)
  return arrondissement?.partOf === finding.commune.code
    ? { ...finding, arrondissement: arrondissement.code }
    : finding
}

function parseQuery(
  { code, name, postcode, department, departments }: CommuneQuery,
  names: CommuneNames,
): ParsedQuery {
  const parsed = {
    code: code?.trim().toUpperCase(),
    postcode: parsePostcode(postcode ?? '', names),
    department: department?.trim().toUpperCase(),
  }
  return {
    name: parseCommuneName(name ?? ''),
    ...(parsed.code ? { code: parsed.code } : {}),
    ...(parsed.postcode === undefined ? {} : { postcode: parsed.postcode }),
    ...(parsed.department ? { department: parsed.department } : {}),
    ...(departments && departments.length > 0 ? { departments } : {}),
  }
}

/** Five digits, also written `33 000`; a spreadsheet may have taken the first zero. What is none says nothing. */
function parsePostcode(text: string, names: CommuneNames): string | undefined {
  const digits = text.replace(/\s/g, '')
  if (/^\d{5}$/.test(digits)) return digits
  // Four digits may also be five of which one is missing elsewhere.
  const padded = `0${digits}`
  return names.withPostcode(padded).length > 0 ? padded : undefined
}

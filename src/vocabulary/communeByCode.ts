import { departmentsOfPostcode, findByName, isAlike, isNamed } from './communeByName.ts'
import type { CommuneFinding, FoundCommune, ParsedQuery } from './communeFinder.ts'
import type { CommuneNames } from './communeNames.ts'
import { type Commune, type CommuneIndex, departmentCodeOf } from './communes.ts'

/**
 * Finds a commune by its code, unless the rest of the query shows that the code is not its own: many codes of
 * communes are postcodes of others.
 */
export function findByCode(query: ParsedQuery, communes: CommuneIndex, names: CommuneNames): CommuneFinding {
  const code = /^\d{4}$/.test(query.code!) ? `0${query.code}` : query.code!
  const found = resolve(code, communes)
  if (!found) {
    const withCode = names.withPostcode(code)
    if (withCode.length === 0 && query.postcode !== code) {
      const { code: _, ...rest } = query
      const finding = findByName(rest, communes, names)
      return { problem: 'unknown', candidates: 'commune' in finding ? [finding.commune] : finding.candidates }
    }
    return { problem: 'postcode-as-code', candidates: likeliest(withCode, query, names) }
  }
  return (
    checkAgainst(query, code, found, names) ?? {
      ...found,
      ...(code === query.code ? {} : { lostZero: true }),
    }
  )
}

function resolve(code: string, communes: CommuneIndex): FoundCommune | undefined {
  const present = communes.get(code)
  if (present && present.partOf === undefined) return { commune: present, how: 'code' }
  const commune = communes.successorOf(code)
  if (!commune) return undefined
  if (present?.kind === 'arrondissement-municipal')
    return { commune, how: 'arrondissement', arrondissement: code }
  return { commune, how: 'former-code', ...(present ? { part: present } : {}) }
}

/** What speaks against the commune that a code was found to be; `undefined` where nothing does. */
function checkAgainst(
  query: ParsedQuery,
  code: string,
  { commune }: FoundCommune,
  names: CommuneNames,
): CommuneFinding | undefined {
  const { name, postcode, department } = query
  if (isNamed(commune, name, names)) return undefined
  const named = names.named(name.spellings, () => true).map(({ commune: other }) => other)
  const namedWithCode =
    named.length === 0 ? [] : names.withPostcode(code).filter(other => named.includes(other))
  if (namedWithCode.length > 0) return { problem: 'postcode-as-code', candidates: namedWithCode }
  // Before 1976, communes of Corsica had codes that look like its postcodes of today.
  const isPostcode = postcode === code && !commune.postcodes.includes(code)
  if (isPostcode || code.startsWith('20')) {
    return {
      problem: 'postcode-as-code',
      candidates: likeliest([...names.withPostcode(code), commune], query, names),
    }
  }
  if (isAlike(commune, name)) return undefined
  const isNear = (other: Commune) => departmentCodeOf(other) === departmentCodeOf(commune)
  if (named.length > 0) {
    // A hamlet may have the name of a commune that lies elsewhere.
    const isPlace = postcode !== undefined && commune.postcodes.includes(postcode) && !named.some(isNear)
    if (isPlace) return undefined
    const near = named.filter(
      other => isNear(other) || (postcode !== undefined && other.postcodes.includes(postcode)),
    )
    return { problem: 'contradiction', candidates: [commune, ...(near.length > 0 ? near : named)] }
  }
  if (department !== undefined && department !== departmentCodeOf(commune)) {
    return { problem: 'contradiction', candidates: [commune] }
  }
  if (postcode === undefined || commune.postcodes.includes(postcode)) return undefined
  const places = departmentsOfPostcode(postcode, names)
  return places.length === 0 || places.includes(departmentCodeOf(commune))
    ? undefined
    : { problem: 'contradiction', candidates: [commune, ...names.withPostcode(postcode)] }
}

/** Those of the name, where some have it. */
function likeliest(
  candidates: readonly Commune[],
  { name }: ParsedQuery,
  names: CommuneNames,
): readonly Commune[] {
  const named = candidates.filter(commune => isNamed(commune, name, names))
  return named.length > 0 ? named : candidates
}

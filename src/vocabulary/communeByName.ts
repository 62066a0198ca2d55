import type { CommuneFinding, ParsedQuery } from './communeFinder.ts'
import { type CommuneName, isLonger, parseCommuneName } from './communeName.ts'
import type { CommuneNames, NamedCommune } from './communeNames.ts'
import { type Commune, type CommuneIndex, departmentCodeOf } from './communes.ts'

/** What INSEE puts before the number of an arrondissement, by commune: Paris 13e is 75113. */
const ARRONDISSEMENT_CODES: Readonly<Record<string, number>> = {
  '75056': 75_100,
  '13055': 13_200,
  '69123': 69_380,
}

/** Finds a commune by its name and where it lies; without a name, by a postcode that is its alone. */
export function findByName(query: ParsedQuery, communes: CommuneIndex, names: CommuneNames): CommuneFinding {
  const { name, postcode } = query
  if (name.spellings.length === 0) return findByPostcode(postcode, names)
  const finding = findNamed(query, names)
  if (!('commune' in finding) || name.arrondissement === undefined) return finding
  return withArrondissement(finding, name.arrondissement, postcode, communes, names)
}

function findByPostcode(postcode: string | undefined, names: CommuneNames): CommuneFinding {
  const candidates = postcode === undefined ? [] : names.withPostcode(postcode)
  const [commune] = candidates
  if (candidates.length === 1) return { commune: commune!, how: 'postcode-only' }
  return { problem: candidates.length > 1 ? 'ambiguous' : 'unknown', candidates }
}

function findNamed(query: ParsedQuery, names: CommuneNames): CommuneFinding {
  const { name, postcode, department, departments } = query
  const everywhere = names.named(name.spellings, () => true)
  if (everywhere.length === 0) {
    return { problem: 'unknown', candidates: nearestOf(query, names) }
  }
  const lies = (codes: readonly string[]) => (commune: Commune) => codes.includes(departmentCodeOf(commune))
  const ofPostcode = postcode === undefined ? [] : departmentsOfPostcode(postcode, names)
  if (postcode !== undefined) {
    const found = names.named(name.spellings, ({ postcodes }) => postcodes.includes(postcode))
    const agreeing =
      department === undefined ? found : found.filter(({ commune }) => lies([department])(commune))
    if (agreeing.length > 0) return decide(agreeing, 'name-and-postcode')
    if (found.length > 0) return contradiction(found, query, names)
  }
  if (department !== undefined) {
    const found = names.named(name.spellings, lies([department]))
    if (found.length === 0 || (ofPostcode.length > 0 && !ofPostcode.includes(department))) {
      return contradiction(found.length > 0 ? found : everywhere, query, names)
    }
    return decide(found, 'name-and-department')
  }
  // The postcode of a CEDEX, or one that the list of postcodes does not give this commune, still tells where it lies.
  const [places, how] =
    ofPostcode.length > 0
      ? ([ofPostcode, 'name-and-department'] as const)
      : ([departments ?? [], 'name-and-region'] as const)
  if (places.length === 0) return decide(everywhere, 'name-only')
  const found = names.named(name.spellings, lies(places))
  return found.length > 0 ? decide(found, how) : contradiction(everywhere, query, names)
}

function decide(
  found: readonly NamedCommune[],
  how: 'name-and-postcode' | 'name-and-department' | 'name-and-region' | 'name-only',
): CommuneFinding {
  const [first] = found
  if (found.length > 1) return { problem: 'ambiguous', candidates: found.map(({ commune }) => commune) }
  const { commune, part } = first!
  return { commune, how, ...(part ? { part } : {}) }
}

/** The short name of a commune, beside its postcode, may be the name of another one: it is told first. */
function contradiction(
  found: readonly NamedCommune[],
  query: ParsedQuery,
  names: CommuneNames,
): CommuneFinding {
  const candidates = [...alikeWithPostcode(query, names), ...found.map(({ commune }) => commune)]
  return { problem: 'contradiction', candidates: [...new Set(candidates)] }
}

function alikeWithPostcode({ name, postcode }: ParsedQuery, names: CommuneNames): readonly Commune[] {
  return postcode === undefined ? [] : names.withPostcode(postcode).filter(commune => isAlike(commune, name))
}

function withArrondissement(
  finding: Extract<CommuneFinding, { commune: Commune }>,
  number: number,
  postcode: string | undefined,
  communes: CommuneIndex,
  names: CommuneNames,
): CommuneFinding {
  const { commune } = finding
  const first = ARRONDISSEMENT_CODES[commune.code]
  const arrondissement = first === undefined ? undefined : communes.get(String(first + number))
  if (arrondissement?.partOf !== commune.code) return { problem: 'unknown', candidates: [commune] }
  const other = postcode === undefined ? undefined : names.arrondissement(postcode)
  if (other && other !== arrondissement)
    return { problem: 'contradiction', candidates: [arrondissement, other] }
  return { ...finding, arrondissement: arrondissement.code }
}

/** What is nearest to a name that no commune has: in its place, or else what has its postcode. */
function nearestOf(query: ParsedQuery, names: CommuneNames): readonly Commune[] {
  const { name, postcode, department, departments } = query
  const [spelling = ''] = name.spellings
  const ofPostcode = postcode === undefined ? [] : departmentsOfPostcode(postcode, names)
  const places = department === undefined ? [...ofPostcode, ...(departments ?? [])] : [department]
  const nearest = [...new Set([...alikeWithPostcode(query, names), ...names.nearest(spelling, places, 5)])]
  return nearest.length > 0 || postcode === undefined ? nearest : names.withPostcode(postcode)
}

/**
 * The départements and collectivities where a postcode is given out: those that its digits name (La Poste: the code
 * of the département, before its division that of Corsica), and those that it serves besides.
 */
export function departmentsOfPostcode(postcode: string, names: CommuneNames): string[] {
  const digits = postcode.slice(0, /^9[78]/.test(postcode) ? 3 : 2)
  const named =
    digits === '20'
      ? ['2A', '2B']
      : digits === '971'
        ? ['971', '977', '978']
        : [digits].filter(names.isDepartment)
  return [...new Set([...named, ...names.withPostcode(postcode).map(departmentCodeOf)])]
}

/** Whether a commune, or a part of it, has that name. */
export function isNamed(commune: Commune, { spellings }: CommuneName, names: CommuneNames): boolean {
  return names.named(spellings, other => other === commune).length > 0
}

/** Whether a name is short for that of a commune, or says more. */
export function isAlike({ name }: Commune, { spellings }: CommuneName): boolean {
  const own = parseCommuneName(name).spellings
  return spellings.some(spelling => own.some(other => isLonger(spelling, other)))
}

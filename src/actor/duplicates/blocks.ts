import { addressKey, type Corpus, type Profile, type Shared } from './corpus.ts'

/** Records that have something in common, as positions among the profiles, ascending. */
export type Block = readonly number[]

/** Records that have something in common, too many for being compared with each other. */
export interface SkippedBlock {
  /** What they have in common, `email` for instance. */
  readonly kind: BlockKind
  readonly value: string
  /** Number of records. */
  readonly size: number
  /** Number of pairs that this leaves uncompared, unless something else brings them together. */
  readonly comparisons: number
}

/** What brings records together. */
export type BlockKind = Shared | 'name' | 'word' | 'word-in-place' | 'address' | 'position'

/** Blocks, and what is too large for one. */
export interface Blocks {
  readonly blocks: readonly Block[]
  readonly skipped: readonly SkippedBlock[]
}

/** So many of a record's words, the rarest, bring it together with others wherever they are. */
const RARE_WORDS = 3
/** So many do within its commune. */
const WORDS_IN_PLACE = 6
/** In degrees: positions less than half of it apart, along both axes, are in one cell at least. */
const CELL = 0.004

/**
 * Brings together the records that may be duplicates, so that not every two need be compared. What more than
 * `most` records have in common is split: by their commune, then by their rarest words; what is still larger is
 * skipped, and told.
 */
export function formBlocks({ profiles }: Corpus, most: number): Blocks {
  const blocks: Block[] = []
  const skipped: SkippedBlock[] = []
  for (const [kind, keysOf] of Object.entries(KEYS) as [BlockKind, KeysOf][]) {
    // One kind after the other: only one has all its keys in memory.
    for (const [value, members] of groupBy(profiles.keys(), position => keysOf(profiles[position]!))) {
      for (const block of split(members, profiles, most, SPLITS)) {
        const { length: size } = block
        if (size <= most) blocks.push(block)
        else skipped.push({ kind, value, size, comparisons: (size * (size - 1)) / 2 })
      }
    }
  }
  return { blocks, skipped }
}

/** Splits by one key after the other what is larger than `most`; records that stand alone are left out. */
function* split(
  members: Block,
  profiles: readonly Profile[],
  most: number,
  [keysOf, ...rest]: readonly KeysOf[],
): Generator<Block> {
  if (members.length <= most || !keysOf) {
    yield members
    return
  }
  for (const [, part] of groupBy(members, position => keysOf(profiles[position]!))) {
    yield* split(part, profiles, most, rest)
  }
}

type KeysOf = (profile: Profile) => Iterable<string>

const KEYS: Readonly<Record<BlockKind, KeysOf>> = {
  siren: ({ values }) => optional(values.siren),
  siret: ({ values }) => optional(values.siret),
  rna: ({ values }) => optional(values.rna),
  email: ({ values }) => optional(values.email),
  phone: ({ values }) => optional(values.phone),
  site: ({ values }) => optional(values.site),
  name: ({ names }) => new Set(names.map(({ compact }) => compact)),
  word: ({ tokens }) => tokens.slice(0, RARE_WORDS).map(({ text }) => text),
  'word-in-place': ({ tokens, place }) => {
    const words = tokens.slice(0, WORDS_IN_PLACE).map(({ text }) => text)
    const [first, ...others] = placeKeys(place)
    if (first === undefined) return []
    // The beginning of a word brings most of its misspellings together.
    const stems = words.slice(0, RARE_WORDS).map(word => `${first}: ${word.slice(0, 4)}…`)
    return [...stems, ...[first, ...others].flatMap(key => words.map(word => `${key}: ${word}`))]
  },
  address: ({ place }) => optional(addressKey(place)),
  position: ({ place: { location } }) => (location ? cellsOf(location) : []),
}

/** The postcode and the commune: of some records one is known, of some the other. */
function placeKeys({ key, postcode }: Profile['place']): string[] {
  return [postcode, key].filter(
    (part, index, parts) => part !== undefined && parts.indexOf(part) === index,
  ) as string[]
}

/** Four grids, each half a cell beside the other: what is close is not always in one cell of one grid. */
function cellsOf({ latitude, longitude }: NonNullable<Profile['place']['location']>): string[] {
  const [row, column] = [latitude / CELL, longitude / CELL]
  return [0, 1, 2, 3].map(grid => {
    const [down, across] = [grid & 1, grid >> 1].map(half => half / 2) as [number, number]
    return `${grid} ${Math.floor(row + down)} ${Math.floor(column + across)}`
  })
}

const SPLITS: readonly KeysOf[] = [
  ({ place }) => [place.key ?? place.postcode ?? place.department ?? ''],
  ({ tokens }) => tokens.slice(0, RARE_WORDS).map(({ text }) => text),
]

function optional(value: string | undefined): string[] {
  return value === undefined ? [] : [value]
}

/** The members that share a key, with it; what stands alone is left out. */
function* groupBy(
  members: Iterable<number>,
  keysOf: (member: number) => Iterable<string>,
): Generator<readonly [string, Block]> {
  // Most keys have one member: an array for each would be most of the memory.
  const groups = new Map<string, number | number[]>()
  for (const member of members) {
    for (const key of keysOf(member)) {
      const held = groups.get(key)
      if (held === undefined) groups.set(key, member)
      else if (typeof held !== 'number') {
        // Keys of one member may repeat.
        if (held.at(-1) !== member) held.push(member)
      } else if (held !== member) groups.set(key, [held, member])
    }
  }
  for (const [key, group] of groups) if (typeof group !== 'number') yield [key, group]
}

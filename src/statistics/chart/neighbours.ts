/** South-western and north-eastern corner, in degrees; where the east is less than the west, across the antimeridian. */
export type Bounds = readonly [readonly [west: number, south: number], readonly [east: number, north: number]]

/** Degrees: what is nearer than one of these squares is together. */
const SQUARE = 2
const ROW = 360 / SQUARE
/** What spans more than this, in degrees, is of a map of the world, which is together. */
const OF_THE_WORLD = 30

/** Groups of territories between which there is little space, by their places; the one with most of them first. */
export function groupNeighbours(bounds: readonly Bounds[]): readonly (readonly number[])[] {
  const spans = bounds.map(([[west, south], [east, north]]) => ({
    west,
    south,
    north,
    east: east < west ? east + 360 : east,
  }))
  const isOfTheWorld = spans.some(
    ({ west, south, east, north }) => east - west > OF_THE_WORLD || north - south > OF_THE_WORLD,
  )
  if (isOfTheWorld) return [[...bounds.keys()]]
  const parents = new Map<number, number>()
  const squares = spans.map(squaresOf)
  for (const own of squares) {
    for (const square of own) {
      if (!parents.has(square)) parents.set(square, square)
      join(parents, own[0]!, square)
    }
  }
  for (const square of parents.keys()) {
    for (const next of neighboursOf(square)) if (parents.has(next)) join(parents, square, next)
  }
  const groups = Map.groupBy(bounds.keys(), index => rootOf(parents, squares[index]![0] ?? -1))
  return [...groups.values()].sort((a, b) => b.length - a.length)
}

function squaresOf(span: { west: number; south: number; east: number; north: number }): readonly number[] {
  const squares: number[] = []
  const at = (degrees: number) => Math.floor(degrees / SQUARE)
  for (let row = at(span.south + 90); row <= at(span.north + 90); row++) {
    for (let column = at(span.west + 180); column <= at(span.east + 180); column++) {
      squares.push(row * ROW + (column % ROW))
    }
  }
  return squares
}

/** The squares to the east and to the north; those to the west and to the south have it for theirs. */
function neighboursOf(square: number): readonly number[] {
  const [row, column] = [Math.floor(square / ROW), square % ROW]
  const [east, west] = [(column + 1) % ROW, (column + ROW - 1) % ROW]
  return [row * ROW + east, ...[west, column, east].map(one => (row + 1) * ROW + one)]
}

function join(parents: Map<number, number>, a: number, b: number): void {
  parents.set(rootOf(parents, b), rootOf(parents, a))
}

function rootOf(parents: Map<number, number>, square: number): number {
  let root = square
  for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root)) {
    parents.set(root, parents.get(parent)!)
    root = parent
  }
  return root
}

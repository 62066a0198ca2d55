import { costOf, type Hidden, type Sum, type Sums } from './sums.ts'

/**
 * What is kept back where each cell is in one sum at most: what the cells that are kept back hold beyond what each
 * holds at least can be any one's, so that all of them lie within that width.
 */
export function hideInSums(sums: Sums, below: number, known: Hidden): Hidden {
  const { counts, least, rows } = sums
  const isSmall = (cell: number) => counts[cell]! > 0 && counts[cell]! < below
  const cells = new Set([...known.cells, ...counts.keys().filter(isSmall)])
  const open = new Set(known.sums)
  for (const sum of rows) {
    if (open.has(sum) || !sum.cells.some(isSmall)) continue
    for (const one of furtherCells(sum, cells, sums, below)) cells.add(one)
    const held = sum.cells.filter(cell => cells.has(cell))
    const width = held.reduce((total, cell) => total + counts[cell]! - least, 0)
    if ((held.length > 1 && width >= below) || !sum.isPublished) continue
    // All that shares the sum is hidden, and still told by it.
    for (const cell of sum.cells) cells.add(cell)
    open.add(sum)
  }
  return { cells, sums: open }
}

/** The cells that cost least of those that are wide enough: one where one is, else the cheapest ones together. */
function furtherCells({ cells }: Sum, hidden: ReadonlySet<number>, sums: Sums, below: number): number[] {
  const { counts, least } = sums
  const widthOf = (cell: number) => counts[cell]! - least
  const held = cells.filter(cell => hidden.has(cell))
  const needed = below - held.reduce((total, cell) => total + widthOf(cell), 0)
  if (needed <= 0 && held.length > 1) return []
  const shown = cells
    .filter(cell => !hidden.has(cell) && counts[cell]! > 0)
    .sort((a, b) => costOf(a, sums) - costOf(b, sums) || a - b)
  const enough = shown.find(cell => widthOf(cell) >= needed)
  if (enough !== undefined) return [enough]
  const found: number[] = []
  let width = 0
  for (const cell of shown) {
    if (width >= needed) break
    found.push(cell)
    width += widthOf(cell)
  }
  return found
}

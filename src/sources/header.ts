/**
 * The names of the columns of a table. They are trimmed and composed (Unicode NFC); one that is empty or stands twice
 * is told apart by its position: `#3`, `Nom #5`.
 *
 * Of several header rows the upper ones name groups: `Adresse / Ville`. An empty cell of a group row belongs to the
 * group at its left, as merged cells are stored; an empty cell below gives the name of the group alone.
 *
 * @param headerRows the texts of the header rows, from above; without any there are no names yet, see
 *   {@link growColumns}
 */
export function nameColumns(headerRows: readonly (readonly string[])[]): string[] {
  const width = headerRows.reduce((most, row) => Math.max(most, row.length), 0)
  const names = Array.from({ length: width }, () => '')
  for (const [level, row] of headerRows.entries()) {
    const isGroup = level < headerRows.length - 1
    let group = ''
    for (let index = 0; index < width; index++) {
      const text = (row[index] ?? '').trim().normalize('NFC')
      if (text !== '') group = text
      const part = isGroup ? group : text
      const above = names[index]!
      names[index] = above !== '' && part !== '' ? `${above} / ${part}` : above || part
    }
  }
  const taken = new Set<string>()
  return names.map((name, index) => tellApart(name, index, taken))
}

/**
 * Names the columns beyond those that have a name, by their positions.
 *
 * @param columns the names so far; the new ones are added to it
 * @param count how many columns there are to be
 */
export function growColumns(columns: string[], count: number): void {
  if (columns.length >= count) return
  const taken = new Set(columns)
  while (columns.length < count) columns.push(tellApart('', columns.length, taken))
}

/** How a column without a name of its own is called: its position, from 1. */
export function positionName(index: number): string {
  return `#${index + 1}`
}

function tellApart(name: string, index: number, taken: Set<string>): string {
  const position = positionName(index)
  let unique = name || position
  while (taken.has(unique)) unique += ` ${position}`
  taken.add(unique)
  return unique
}

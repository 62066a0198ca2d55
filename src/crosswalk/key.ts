import type { Row } from '../sources/row.ts'
import type { Crosswalk } from './createCrosswalk.ts'

/** Stands between the parts of a key that is made of several cells. */
const SEPARATOR = '|'

/** The key of a row: the cells of its key columns, joined; `undefined` where all of them say nothing. */
export function keyOf(row: Row, { definition, isNull }: Crosswalk): string | undefined {
  const texts = definition.key.map(column => {
    const cell = row.cells[row.columns.indexOf(column)]
    const text = typeof cell === 'string' ? cell.trim() : ''
    return isNull(text) ? '' : text.normalize('NFC')
  })
  return texts.every(text => text === '') ? undefined : texts.join(SEPARATOR)
}

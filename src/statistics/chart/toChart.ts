import type { Table } from '../statistic.ts'
import { drawBars } from './bars.ts'
import type { ChartOptions } from './chartOptions.ts'
import { type Drawing, frame } from './frame.ts'
import { drawMap } from './map.ts'
import { drawMultiples } from './multiples.ts'
import { layOutSheet, type Sheet } from './sheet.ts'
import { drawStacked } from './stacked.ts'

/**
 * A table as a chart: an SVG document with a title, a description, its base and its notes, to stand beside the table of
 * its data. The same table and options give the same bytes. Its texts are texts, it is read without colours, and
 * suppressed figures are not in it.
 *
 * @returns text of an SVG document (SVG 2), which may also stand within HTML
 * @throws {StatisticsError} where the language is neither French nor English, an option is out of its range, the kind does
 *   not fit the table, a map has no geometry, or its geometry is no GeoJSON in degrees or has none of the table’s codes
 */
export async function toChart(table: Table, options: ChartOptions = {}): Promise<string> {
  const sheet = layOutSheet(table, options)
  return frame(sheet, await draw(sheet))
}

function draw(sheet: Sheet): Promise<Drawing> {
  switch (sheet.kind) {
    case 'stacked':
      return drawStacked(sheet)
    case 'multiples':
      return drawMultiples(sheet)
    case 'map':
      return drawMap(sheet)
    default:
      return drawBars(sheet)
  }
}

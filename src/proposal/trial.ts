import type { Configuration } from '../configuration/configuration.ts'
import { createCrosswalk } from '../crosswalk/createCrosswalk.ts'
import { mapSource } from '../crosswalk/mapSource.ts'
import { crosswalkContext } from '../directory/crosswalkContext.ts'
import { createLexicon } from '../directory/lexicon.ts'
import { composeSchema } from '../directory/readActors.ts'
import type { Row, Source } from '../sources/row.ts'
import { createRecordsGate } from '../validation/records.ts'
import { parseTerritoryIri } from '../vocabulary/territories.ts'
import { loadVocabulary } from '../vocabulary/vocabulary.ts'
import type { Places } from './draft.ts'

/** What a proposed configuration makes of the rows of a sample. */
export interface Trial {
  readonly records: number
  /** Records that would be published. */
  readonly published: number
  /** Of columns that have values for which records are left out: these values, and how often each occurs. */
  readonly refused: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Whether some record says when it was updated. */
  readonly isDated: boolean
  /** Whether some record lies in a region, in a département. */
  readonly places: Places
}

/** Maps and checks the rows as `annuaire check` would. */
export async function tryOut(
  configuration: Configuration,
  columns: readonly string[],
  rows: readonly Row[],
): Promise<Trial> {
  const lexicon = createLexicon(configuration, await loadVocabulary())
  const gate = await createRecordsGate(composeSchema(configuration, lexicon))
  const crosswalk = createCrosswalk(configuration.sources[0]!, await crosswalkContext(configuration, lexicon))
  const source: Source = {
    detection: { format: 'csv' },
    columns,
    async *batches() {
      yield rows
    },
  }
  const refused = new Map<string, Map<string, number>>()
  let [records, published] = [0, 0]
  let isDated = false
  const places = { region: false, department: false }
  for await (const batch of mapSource(source, crosswalk, gate)) {
    for (const { rows, results, actor } of batch) {
      records += 1
      if (actor) published += 1
      if (actor?.modified !== undefined) isDated = true
      for (const territory of [actor?.address?.commune, actor?.address?.department, actor?.address?.region])
        note(territory, places)
      for (const { severity, code, source: place } of results) {
        if (severity !== 'violation' || code === 'duplicate-key' || place?.column === undefined) continue
        const row = rows.find(({ line }) => line === place.line) ?? rows[0]!
        const cell = row.cells[row.columns.indexOf(place.column)]
        const values = refused.get(place.column) ?? new Map<string, number>()
        refused.set(place.column, values)
        for (const text of cell === undefined ? [] : [cell].flat()) {
          values.set(text.trim(), (values.get(text.trim()) ?? 0) + 1)
        }
      }
    }
  }
  return { records, published, refused, isDated, places }
}

/** Regions and départements follow from communes; overseas collectivities are in neither. */
function note(territory: string | undefined, places: { region: boolean; department: boolean }): void {
  const found = territory === undefined ? undefined : parseTerritoryIri(territory)
  if (!found || found.level === 'collectivite') return
  if (found.level === 'commune' && /^(?:97[578]|98)/.test(found.code)) return
  places.region = true
  if (found.level !== 'region') places.department = true
}

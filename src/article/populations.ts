import { isPopulationNote } from '../statistics/populationNotes.ts'
import type { Table } from '../statistics/statistic.ts'

/** Remembers of which populations it was said whom they are made of. */
export interface Populations {
  /**
   * A table without the note on its population, where an earlier table of a population with the same label and the same
   * note has it: the label is in the base of each table.
   */
  tellOnce(table: Table): Table
}

/** Tells of each population once, where it is first met. */
export function createPopulations(): Populations {
  const told = new Map<string, string>()
  return {
    tellOnce(table) {
      const { populationLabel, notes = [] } = table
      const note = notes.find(isPopulationNote)
      if (!populationLabel || !note) return table
      if (told.get(populationLabel.fr) === note.fr)
        return { ...table, notes: notes.filter(one => one !== note) }
      told.set(populationLabel.fr, note.fr)
      return table
    },
  }
}

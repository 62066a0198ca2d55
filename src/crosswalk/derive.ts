import type { CompiledTarget, Crosswalk } from './createCrosswalk.ts'
import type { CellStatus, Derivation } from './crosswalk.ts'
import { readPoint, readPosition } from './location.ts'
import type { MappedRecord } from './mappedRecord.ts'
import * as messages from './messages.ts'
import { columnsOf } from './plan.ts'
import { isEmptyCell, isWanted, readCell } from './readCell.ts'
import { readValue } from './readValue.ts'

/** A derivation, its target found. */
export interface CompiledDerivation {
  readonly definition: Derivation
  readonly target: CompiledTarget
}

/** Reads what a derivation makes of the row that a record is at. */
export function readDerivation(
  { definition, target }: CompiledDerivation,
  record: MappedRecord,
  crosswalk: Crosswalk,
): void {
  if (!isWanted(target, record)) return
  const isFilled = (column: string) => {
    const cell = record.cell(column)
    return cell !== undefined && !isEmptyCell(cell, crosswalk)
  }
  const read = (column: string) => {
    const position = record.row.columns.indexOf(column)
    readCell(record.row.cells[position]!, position, column, target, record, crosswalk)
  }
  switch (definition.from) {
    case 'constant':
      readValue(definition.constant, undefined, target, record, crosswalk)
      return
    case 'join': {
      const filled = definition.columns.filter(isFilled)
      if (filled.length === 0) return
      const text = filled
        .map(column => [definition.labels?.[column] ?? [], record.text(column).trim()].flat().join(' '))
        .join(definition.with ?? ' ')
      const status = readValue(text, filled[0], target, record, crosswalk)
      for (const column of filled) record.mark(column, status)
      return
    }
    case 'first': {
      const column = definition.columns.find(isFilled)
      if (column !== undefined) read(column)
      return
    }
    case 'each':
      for (const column of columnsOf(definition, record.row.columns)) if (isFilled(column)) read(column)
      return
    case 'options':
      readOptions(definition, isFilled, target, record, crosswalk)
      return
    case 'coordinates':
      if (isFilled(definition.x) || isFilled(definition.y)) readPosition(definition, record, crosswalk)
      return
    case 'point':
      if (isFilled(definition.column)) readPoint(definition, record)
  }
}

const YES = ['oui', 'yes', 'true', 'vrai', '1', 'x', 'o', 'y']
const NO = ['non', 'no', 'false', 'faux', '0', 'n']

type OptionsDerivation = Extract<Derivation, { from: 'options' }>

/** A column per value. Where some say no and none anything else, that may be an answer too. */
function readOptions(
  definition: OptionsDerivation,
  isFilled: (column: string) => boolean,
  target: CompiledTarget,
  record: MappedRecord,
  crosswalk: Crosswalk,
): void {
  const { options, none } = definition
  let refused: string | undefined
  let isOpen = none !== undefined && record.builder.get(...target.field.path) === undefined
  for (const [column, value] of Object.entries(options)) {
    if (!isFilled(column)) continue
    const answer = readOption(column, value, definition, target, record, crosswalk)
    record.mark(column, answer.status)
    if (answer.isNo) refused ??= column
    else isOpen = false
  }
  if (isOpen && refused !== undefined)
    record.mark(refused, readValue(none!, refused, target, record, crosswalk))
}

/** A column that stands for one value: its cell says whether it counts, in a word or by the value itself. */
function readOption(
  column: string,
  value: string,
  { yes = [], no = [] }: OptionsDerivation,
  target: CompiledTarget,
  record: MappedRecord,
  crosswalk: Crosswalk,
): { readonly status: CellStatus; readonly isNo?: true } {
  const raw = record.text(column)
  const word = crosswalk.normalise(raw)
  const isOneOf = (words: readonly string[]) => words.some(known => crosswalk.normalise(known) === word)
  if (isOneOf([...no, ...NO])) return { status: 'mapped', isNo: true }
  if (isOneOf([...yes, ...YES, value, column]) || isLabelOf(raw, value, target)) {
    return { status: readValue(value, column, target, record, crosswalk) }
  }
  record.report(
    column,
    { severity: 'warning', code: 'unreadable-option', message: messages.unreadableOption(raw.trim()) },
    { field: target.name, value: raw },
  )
  return { status: 'rejected' }
}

/** Whether the cell says the label of the very concept that its column stands for. */
function isLabelOf(raw: string, value: string, { matcher }: CompiledTarget): boolean {
  const concept = matcher?.match(raw)
  return concept !== undefined && concept === matcher?.match(value)
}

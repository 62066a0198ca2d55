import type { LocalizedText } from '../errors.ts'
import type { Position } from './coordinates.ts'
import type { RepairRule } from './repairRules.ts'

/** Something that is wrong with a text, known by its name. */
export interface ValueProblem {
  /** Stable name, e.g. `siret-rounded`. */
  readonly code: string
  readonly message: LocalizedText
}

/** The value that a text stands for, and the repairs that it took; or what it should have been. */
export type Conversion =
  | {
      readonly value: string | number | boolean | Position
      readonly repairs: readonly RepairRule[]
      /** The field that the value belongs to, where it is not the one that was asked for. */
      readonly field?: string
    }
  | {
      readonly expected: LocalizedText
      /** What it is instead, where that is known. */
      readonly problem?: ValueProblem
    }

/** How texts are to be read where they do not say it. */
export interface ConversionOptions {
  /** Order of day, month and year in dates of figures; with it, years may have two digits. Default: `dmy`, four digits. */
  readonly dateOrder?: 'dmy' | 'mdy' | 'ymd'
  /** Whether a number is the serial number of a day in a spreadsheet. Default: false. */
  readonly excelDates?: boolean
}

const NO_REPAIRS: readonly RepairRule[] = []

/** A value as its text says it. */
export function asIs(value: string | number | boolean | Position): Conversion {
  return { value, repairs: NO_REPAIRS }
}

/** A text that is not what was expected, and, where it is known, what it is. */
export function fail(expected: LocalizedText, problem?: ValueProblem): Conversion {
  return problem ? { expected, problem } : { expected }
}

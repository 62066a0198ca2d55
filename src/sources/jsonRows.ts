import { SourceError } from '../errors.ts'
import type { JsonElement } from './jsonElements.ts'
import { findRepeatedName, keepDigits, measureJson } from './jsonText.ts'
import { DEEPEST_NESTING, MOST_COLUMNS } from './limits.ts'
import type { Cell, Row } from './row.ts'

/** The column of the name that a record has in an object of records. */
const KEY_COLUMN = '@key'

/** In one record: where members of many elements stand in few of them, filling up would take quadratic memory. */
const MOST_EMPTY = 1_000_000

/** A place in the records, with the places below it. */
interface Place {
  readonly path: string
  /** In an array: its cells are lists. */
  readonly isList: boolean
  /** Of its column; -1 as long as no record has a text there. */
  position: number
  readonly members: Map<string, Place>
  elements?: Place
}

/**
 * Makes rows of the records of one JSON file. Nested values get paths as column names: `address.city`, and
 * `members[].code` gathers one text per element of the outermost array: lists of one array are in step, what an array
 * within holds is separated by line feeds. The columns grow as paths occur.
 *
 * Numbers are written as JavaScript writes them, but for those that it would round: these keep the digits that they
 * have in the file. Half of a surrogate pair becomes U+FFFD.
 */
export class JsonRows {
  readonly columns: string[] = []
  readonly #file: string
  readonly #positions = new Map<string, number>()
  readonly #root = newPlace('')
  #places = 0
  #count = 0
  #lastLine = 0
  /** Of the record that is being read. */
  #line = 0
  #members = 0
  #cells: (Cell | undefined)[] = []
  /** Of the outermost array that is being read: the place of its element. */
  #element: number | undefined
  /** How many texts the lists have for elements that lack a value. */
  #empty = 0

  /** @param file as rows and errors name it */
  constructor(file: string) {
    this.#file = file
  }

  /**
   * The row of a record.
   *
   * @throws {SourceError} where it is not a JSON object, two of its members have one name or path, or it is nested
   *   too deep, with its line
   */
  rowOf({ text, line, key }: JsonElement): Row {
    this.#line = line
    this.#members = 0
    this.#empty = 0
    const cells: (Cell | undefined)[] = []
    this.#cells = cells
    const { depth, members } = measureJson(text)
    if (depth > DEEPEST_NESTING) {
      throw this.#error(`arrays and objects lie more than ${DEEPEST_NESTING} deep in each other`)
    }
    const record = this.#parse(text)
    if (key !== undefined) cells[this.#positionOf(KEY_COLUMN)] = key
    this.#readMembers(record, this.#root)
    if (this.#members !== members) {
      throw this.#error(`this record has two members "${findRepeatedName(text)}"; rename or remove one`)
    }
    const index = this.#count
    this.#count += 1
    const isAlone = line !== this.#lastLine
    this.#lastLine = line
    return { file: this.#file, line, ...(isAlone ? {} : { index }), columns: this.columns, cells }
  }

  #parse(text: string): object {
    let record: unknown
    try {
      record = JSON.parse(text)
      const exact = keepDigits(text)
      if (exact !== text) record = JSON.parse(exact)
    } catch (cause) {
      throw this.#error(`this record is not JSON: ${(cause as Error).message}`, cause)
    }
    if (record === null || typeof record !== 'object' || Array.isArray(record)) {
      throw this.#error('this record is not a JSON object')
    }
    return record
  }

  #readMembers(value: object, place: Place): void {
    for (const [name, member] of Object.entries(value)) {
      this.#members += 1
      this.#read(member, place.members.get(name) ?? this.#addMember(place, name))
    }
  }

  #read(value: unknown, place: Place): void {
    if (Array.isArray(value)) {
      place.elements ??= newPlace(`${place.path}[]`)
      const isOutermost = this.#element === undefined
      for (const [index, element] of value.entries()) {
        if (isOutermost) this.#element = index
        this.#read(element, place.elements)
      }
      if (isOutermost) this.#element = undefined
    } else if (value !== null && typeof value === 'object') this.#readMembers(value, place)
    else this.#write(value === null ? '' : String(value).toWellFormed(), place)
  }

  #write(text: string, place: Place): void {
    if (place.position === -1) place.position = this.#positionOf(place.path)
    const cell = this.#cells[place.position]
    if (place.isList) {
      this.#cells[place.position] = this.#addElement((cell ?? []) as string[], this.#element!, text)
    } else if (cell === undefined) this.#cells[place.position] = text
    else throw this.#error(`this record has two values at "${place.path}"; rename or remove one`)
  }

  /** Lists of one array stay in step: an element that lacks a value has an empty text, one that has several has lines. */
  #addElement(list: string[], index: number, text: string): string[] {
    this.#empty += index - Math.min(index, list.length)
    if (this.#empty > MOST_EMPTY) {
      throw this.#error(
        'the elements of an array have too many empty members; do they differ in their names?',
      )
    }
    while (list.length < index) list.push('')
    if (list.length === index) list.push(text)
    else list[index] += `\n${text}`
    return list
  }

  #addMember(parent: Place, rawName: string): Place {
    this.#places += 1
    if (this.#places > MOST_COLUMNS) throw this.#tooManyColumns()
    const name = rawName.toWellFormed().normalize('NFC')
    const place = newPlace(parent.path ? `${parent.path}.${name}` : name)
    parent.members.set(rawName, place)
    return place
  }

  #positionOf(path: string): number {
    let position = this.#positions.get(path)
    if (position === undefined) {
      if (this.columns.length === MOST_COLUMNS) throw this.#tooManyColumns()
      position = this.columns.push(path) - 1
      this.#positions.set(path, position)
    }
    return position
  }

  #tooManyColumns(): SourceError {
    return this.#error(
      `the records have more than ${MOST_COLUMNS} different paths; is an object of records among them? say "records" with the path to it`,
    )
  }

  #error(message: string, cause?: unknown): SourceError {
    return new SourceError(message, { cause, location: { file: this.#file, line: this.#line } })
  }
}

function newPlace(path: string): Place {
  return { path, isList: path.includes('[]'), position: -1, members: new Map() }
}

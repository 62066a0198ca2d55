import type { SourceError } from '../errors.ts'
import { JsonReader } from './jsonReader.ts'

/** How many of its arrays an error names, of a text that has several. */
const MOST_NAMED = 10

/** The path that says that the root is the one record, as in JSONPath (RFC 9535). */
const WHOLE = '$'

/** The text of one record of a JSON text. */
export interface JsonElement {
  readonly text: string
  /** On which it begins, from 1; that of its name, where it has one. */
  readonly line: number
  /** Of a member of an object: its name. */
  readonly key?: string
}

/**
 * The elements of the array, or the members of the object, to which a path leads in a JSON text. What stands beside it
 * is not parsed.
 *
 * @param path names of members with points between, as `data.items`; `''` for the root; `$` where the root is itself
 *   the one record
 * @param passed is given all the text that is in no element, in its order with the elements
 * @throws {SourceError} where there is no array or object, or it is not as it should be, with the line
 */
export async function* readJsonElements(
  texts: AsyncIterable<string>,
  path: string,
  file: string,
  passed?: (text: string) => void,
): AsyncGenerator<JsonElement> {
  const reader = new JsonReader(texts, file, passed)
  try {
    if (path === WHOLE) {
      if ((await reader.peek()) !== '{') throw noRecords(reader, path)
      yield await readElement(reader)
    } else {
      const depth = await enter(reader, path)
      const bracket = await reader.peek()
      if (bracket !== '[' && bracket !== '{') throw noRecords(reader, path)
      reader.advance()
      const isKeyed = bracket === '{'
      for (let isFirst = true; await hasNext(reader, isKeyed ? '}' : ']', isFirst); isFirst = false) {
        yield await readElement(reader, isKeyed)
      }
      if (depth > 0) await reader.skip(depth)
    }
    if ((await reader.peek()) !== '') throw reader.error('there is text after the end of the JSON text')
    await reader.finish()
  } finally {
    await reader.close()
  }
}

/**
 * Finds the records of a JSON text: in its root where that is an array, or an object whose members are all objects;
 * else in the one member of the root that is an array of objects.
 *
 * @returns a path, as {@link readJsonElements} takes it
 * @throws {SourceError} where it is not clear, with what to say
 */
export async function findRecords(texts: AsyncIterable<string>, file: string): Promise<string> {
  const reader = new JsonReader(texts, file)
  try {
    const bracket = await reader.peek()
    if (bracket === '[') return ''
    if (bracket !== '{') throw noRecords(reader, '')
    reader.advance()
    const arrays: string[] = []
    const emptyArrays: string[] = []
    let others = 0
    for (let isFirst = true; await hasNext(reader, '}', isFirst); isFirst = false) {
      const name = await readName(reader)
      const kind = await skipAndTell(reader)
      if (kind === 'array of objects') {
        if (arrays.length < MOST_NAMED) arrays.push(name)
      } else if (kind === 'empty array' && emptyArrays.length < MOST_NAMED) emptyArrays.push(name)
      else if (kind !== 'object') others += 1
    }
    const [only, ...more] = arrays.length > 0 ? arrays : emptyArrays
    if (only === undefined && others === 0) return ''
    if (only !== undefined && more.length === 0) return only
    throw arrays.length > 1 ? severalArrays(reader, arrays) : noRecords(reader, '')
  } finally {
    await reader.close()
  }
}

/** Walks over a value, and tells what it was. */
async function skipAndTell(
  reader: JsonReader,
): Promise<'object' | 'array of objects' | 'empty array' | 'other'> {
  const bracket = await reader.peek()
  if (bracket !== '[') {
    await reader.skip()
    return bracket === '{' ? 'object' : 'other'
  }
  reader.advance()
  const first = await reader.peek()
  await reader.skip(1)
  return first === '{' ? 'array of objects' : first === ']' ? 'empty array' : 'other'
}

async function readElement(reader: JsonReader, isKeyed = false): Promise<JsonElement> {
  const { line } = reader
  const key = isKeyed ? await readName(reader) : undefined
  const text = await reader.take()
  return key === undefined ? { text, line } : { text, line, key }
}

/**
 * Walks to the value to which a path leads. Names may hold points themselves.
 *
 * @returns how many objects it lies in
 */
async function enter(reader: JsonReader, path: string): Promise<number> {
  let rest = path
  let depth = 0
  for (; rest !== ''; depth++) {
    if ((await reader.peek()) !== '{') throw noRecords(reader, path)
    reader.advance()
    const name = await enterMember(reader, rest)
    if (name === undefined) throw reader.error(`it has no member "${path}"; check "records"`)
    rest = rest.slice(name.length + 1)
  }
  return depth
}

/** Walks to the value of the first member whose name is the path, or begins it and has members. @returns its name */
async function enterMember(reader: JsonReader, path: string): Promise<string | undefined> {
  for (let isFirst = true; await hasNext(reader, '}', isFirst); isFirst = false) {
    const name = await readName(reader)
    if (name === path) return name
    if (name !== '' && path.startsWith(`${name}.`) && (await reader.peek()) === '{') return name
    await reader.skip()
  }
  return undefined
}

/** Walks to the next item of an array or object, or over its closing bracket. */
async function hasNext(reader: JsonReader, closing: string, isFirst: boolean): Promise<boolean> {
  const next = await reader.peek()
  if (next === closing) {
    reader.advance()
    return false
  }
  if (next === '') throw reader.error('the JSON text never ends; the file looks cut off')
  if (isFirst) return true
  if (next !== ',') throw reader.error(`this is not JSON: there should be a comma or ${closing}`)
  reader.advance()
  if ((await reader.peek()) === closing) {
    throw reader.error(`this is not JSON: there should be something between the comma and ${closing}`)
  }
  return true
}

/** Walks over the name of a member and the colon after it. */
async function readName(reader: JsonReader): Promise<string> {
  if ((await reader.peek()) !== '"') throw reader.error('this is not JSON: there should be a name in quotes')
  const text = await reader.take({ passed: true })
  let name: string
  try {
    name = JSON.parse(text)
  } catch (cause) {
    throw reader.error(`this name is not JSON: ${(cause as Error).message}`)
  }
  if ((await reader.peek()) !== ':')
    throw reader.error('this is not JSON: there should be a colon after a name')
  reader.advance()
  await reader.peek()
  return name.toWellFormed()
}

function noRecords(reader: JsonReader, path: string): SourceError {
  return reader.error(
    path !== ''
      ? `"${path}" does not lead to an array or object; check "records"`
      : `the file is not a JSON array of records, nor an object of records; say with "records" where they are, as "data.items", or "${WHOLE}" if all of it is one record`,
  )
}

function severalArrays(reader: JsonReader, names: readonly string[]): SourceError {
  return reader.error(
    `the file is not a JSON array of records, and several of its members are; say "records" with one of ${names.map(name => JSON.stringify(name)).join(', ')}, or "${WHOLE}" if all of it is one record`,
  )
}

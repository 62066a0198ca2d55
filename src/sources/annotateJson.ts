import { readJsonElements } from './jsonElements.ts'
import { isBlank, readLines } from './ndjson.ts'
import type { Addition } from './row.ts'
import type { TextInput } from './textInput.ts'

/** A JSON text, or one of JSON lines, with members added to the end of each record. */
export async function* annotateJson(input: TextInput, addition: Addition): AsyncGenerator<string> {
  const { detection, file, recordsPath, texts } = input
  let index = 0
  const annotate = (text: string, line: number) => addMembers(text, addition, addition.cellsOf(line, index++))
  if (detection.format === 'ndjson') {
    for await (const { text, line, lineEnd } of readLines(texts(true), file)) {
      yield (isBlank(text) ? text : annotate(text, line)) + lineEnd
    }
    return
  }
  const passed: string[] = []
  for await (const { text, line } of readJsonElements(texts(true), recordsPath, file, text =>
    passed.push(text),
  )) {
    yield passed.splice(0).join('')
    yield annotate(text, line)
  }
  yield passed.join('')
}

/** Writes members where the last of an object ends, with the white space that stands before its first. */
function addMembers(text: string, { headers }: Addition, cells: readonly string[] = []): string {
  const begin = text.indexOf('{') + 1
  const end = text.lastIndexOf('}')
  if (begin === 0 || end < begin || headers.length === 0) return text
  const members = text.slice(begin, end)
  const space = members.slice(0, members.length - members.trimStart().length)
  const added = headers.map(
    (header, index) =>
      `${space}${JSON.stringify(header)}:${space && ' '}${JSON.stringify(cells[index] ?? '')}`,
  )
  const isEmpty = space === members
  const own = text.slice(0, isEmpty ? begin : begin + members.trimEnd().length)
  return `${own}${isEmpty ? '' : ','}${added.join(',')}${text.slice(own.length)}`
}

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

/** Writes members after the last of an object, on its line: the lines of all that follows stay as they were. */
function addMembers(text: string, { headers }: Addition, cells: readonly string[] = []): string {
  const begin = text.indexOf('{') + 1
  const end = text.lastIndexOf('}')
  if (begin === 0 || end < begin || headers.length === 0) return text
  const members = text.slice(begin, end)
  const space = /^\s/.test(members) ? ' ' : ''
  const added = headers.map(
    (header, index) => `${JSON.stringify(header)}:${space}${JSON.stringify(cells[index] ?? '')}`,
  )
  const isEmpty = members.trim() === ''
  const own = text.slice(0, begin + (isEmpty ? 0 : members.trimEnd().length))
  return `${own}${isEmpty ? '' : `,${space}`}${added.join(`,${space}`)}${text.slice(own.length)}`
}

import { type JsonElement, readJsonElements } from './jsonElements.ts'
import { JsonRows } from './jsonRows.ts'
import { isBlank, readLines } from './ndjson.ts'
import type { Row, Source } from './row.ts'
import type { TextInput } from './textInput.ts'

const BATCH_LENGTH = 256
/** Of the texts of a batch, in UTF-16 units. */
const BATCH_SIZE = 1024 * 1024

/** Opens a JSON text, or one of JSON lines, whose records are parsed one by one as they are read. */
export function openJson(input: TextInput): Source {
  const rows = new JsonRows(input.file)
  return {
    detection: input.detection,
    columns: rows.columns,
    async *batches() {
      let batch: Row[] = []
      let size = 0
      for await (const element of readElements(input)) {
        batch.push(rows.rowOf(element))
        size += element.text.length
        if (batch.length < BATCH_LENGTH && size < BATCH_SIZE) continue
        yield batch
        batch = []
        size = 0
      }
      if (batch.length > 0) yield batch
    },
  }
}

async function* readElements({
  detection,
  file,
  recordsPath,
  texts,
}: TextInput): AsyncGenerator<JsonElement> {
  if (detection.format === 'json') return yield* readJsonElements(texts(true), recordsPath, file)
  for await (const line of readLines(texts(true), file)) if (!isBlank(line.text)) yield line
}

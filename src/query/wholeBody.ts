import { QueryError } from '../errors.ts'

/**
 * A body that fails where it ends before its time, which parsers of streams do not notice: JSON whose brackets are
 * open, or SPARQL results in XML without their closing tag. Once the query is given up it says nothing any more:
 * nobody listens, and an error that nobody hears ends the process.
 */
export function wholeBody(
  body: ReadableStream<Uint8Array>,
  mediaType: string,
  name: string,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  const ending = createEnding(mediaType)
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read()
        if (done && !ending.isReached()) throw new Error('the end is missing')
        if (done) return controller.close()
        ending.take(value)
        controller.enqueue(value)
      } catch (cause) {
        if (signal.aborted) return new Promise(() => {})
        controller.error(
          new QueryError(`the answer of ${name} breaks off (${(cause as Error).message}); ask again`, {
            cause,
          }),
        )
      }
    },
    cancel: reason => reader.cancel(reason),
  })
}

interface Ending {
  take(bytes: Uint8Array): void
  isReached(): boolean
}

function createEnding(mediaType: string): Ending {
  if (mediaType.endsWith('json')) return createJsonEnding()
  if (mediaType.endsWith('xml')) return createXmlEnding()
  // Triples are whole by the line: where one is cut the parser says so, between two of them no one can.
  return { take: () => {}, isReached: () => true }
}

const [QUOTE, BACKSLASH] = Buffer.from('"\\')
const OPENING = new Set(Buffer.from('{['))
const CLOSING = new Set(Buffer.from('}]'))

/** Bytes will do: in UTF-8 none of a longer character looks like a quote or a bracket. */
function createJsonEnding(): Ending {
  let depth = 0
  let isBegun = false
  let isText = false
  let isEscaped = false
  return {
    take(bytes) {
      for (const byte of bytes) {
        if (isEscaped) isEscaped = false
        else if (isText) {
          if (byte === BACKSLASH) isEscaped = true
          else if (byte === QUOTE) isText = false
        } else if (byte === QUOTE) isText = true
        else if (OPENING.has(byte)) {
          depth++
          isBegun = true
        } else if (CLOSING.has(byte)) depth--
      }
    },
    isReached: () => isBegun && depth === 0,
  }
}

/** The closing tag stands among the last bytes; white space may follow it. */
function createXmlEnding(): Ending {
  let last = ''
  return {
    take(bytes) {
      last = (last + Buffer.from(bytes).toString('latin1')).slice(-1000)
    },
    isReached: () => /<\/(?:\w+:)?sparql\s*>\s*$/.test(last),
  }
}

import { LineCounter, parseDocument } from 'yaml'
import { ConfigurationError } from '../errors.ts'

/** A YAML document that knows on which line each of its values stands. */
export interface YamlDocument {
  readonly value: unknown
  /** Line, from 1, of the value at a path, or of the nearest one around it. */
  lineOf(path: readonly (string | number)[]): number
}

/**
 * Reads YAML 1.2, with the merge keys (`<<`) of YAML 1.1.
 *
 * @throws {ConfigurationError} with the line of the first syntax error
 */
export function readYaml(text: string, file: string): YamlDocument {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true })
  const [error] = document.errors
  if (error) {
    const { line } = lines.linePos(error.pos[0])
    throw new ConfigurationError(`this is not YAML: ${error.message}`, {
      cause: error,
      location: { file, line },
    })
  }
  return {
    value: document.toJS({ maxAliasCount: 100 }),
    lineOf(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true)
        const range = (node as { range?: readonly [number, number, number] | null } | undefined)?.range
        if (range) return lines.linePos(range[0]).line
      }
      return 1
    },
  }
}

import { SourceError } from '../errors.ts'
import { CsvScanner } from './csvScanner.ts'

interface Sample {
  readonly text: string
  readonly whole: boolean
}

const CANDIDATES = [';', ',', '\t', '|'] as const

/**
 * The delimiter of a CSV text, of `;` `,` TAB and `|`: the one that cuts the first record into several cells and most
 * of the following into as many. Where none does, the text has one column, and the delimiter is one that does not
 * occur in it.
 *
 * @param sample the beginning of the text, and whether that is all of it
 */
export function detectDelimiter(sample: Sample): string {
  let best: string | undefined
  let bestScore = 0
  for (const candidate of CANDIDATES) {
    const score = scoreOf(candidate, sample)
    if (score > bestScore) {
      best = candidate
      bestScore = score
    }
  }
  return best ?? [',', ...CANDIDATES].find(candidate => !sample.text.includes(candidate)) ?? ','
}

/**
 * Checks a delimiter that somebody names.
 *
 * @throws {SourceError} where it is not one character, or one that CSV uses otherwise
 */
export function checkDelimiter(delimiter: string, file: string): string {
  const isCharacter = delimiter.length === 1 && delimiter.isWellFormed()
  if (isCharacter && !'"\r\n'.includes(delimiter)) return delimiter
  throw new SourceError(
    `${JSON.stringify(delimiter)} cannot be a delimiter; give one character that is no quote and no line end`,
    { location: { file } },
  )
}

/** Agreement of the records counts more than the number of cells: texts hold commas too. */
function scoreOf(delimiter: string, sample: Sample): number {
  const widths = widthsOf(delimiter, sample)
  const [header = 0] = widths
  const agreement = widths.filter(width => width === header).length / widths.length
  return header < 2 ? 0 : agreement ** 2 * (header - 1)
}

function widthsOf(delimiter: string, { text, whole }: Sample): number[] {
  const scanner = new CsvScanner(delimiter, '')
  const read = () => scanner.read().map(({ cells }) => cells.length)
  scanner.load(text, false)
  const widths = read()
  // The last record is whole at the end of the text only; but where it is the header, it has to do.
  if (!whole && widths.length > 0) return widths
  try {
    scanner.load(text.slice(scanner.position), true)
    return widths.concat(read())
  } catch (error) {
    if (error instanceof SourceError) return widths
    throw error
  }
}

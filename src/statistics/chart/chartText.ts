/** Widths of the characters from space to `~` in Helvetica, which Arial and Liberation Sans share, in 1/1000 em. */
const ASCII_WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
]
const WIDTHS: ReadonlyMap<string, number> = new Map([
  ...ASCII_WIDTHS.map((width, index) => [String.fromCharCode(32 + index), width] as const),
  ['\u00a0', 278],
  ['\u202f', 200],
  ['’', 222],
  ['—', 1000],
  ['…', 1000],
  ['œ', 944],
  ['Œ', 1000],
])

/** Where the fonts of a reader are wider than those that widths are known of. */
const RESERVE = 1.06

/**
 * About how wide a text is set in the fonts of charts, in pixels. It is known from the text alone: no font of this
 * machine has a part in it.
 *
 * @param size of the font, in pixels
 */
export function widthOf(text: string, size: number): number {
  let width = 0
  for (const character of text.normalize('NFD')) width += WIDTHS.get(character) ?? widthOfOther(character)
  return (width / 1000) * size * RESERVE
}

function widthOfOther(character: string): number {
  if (/\p{M}|\p{Cf}/u.test(character)) return 0
  return character >= '\u1100' ? 1000 : 600
}

/**
 * A text of the data as it can stand in an image: on one line, without characters that XML lacks, and without those
 * that would turn the direction of what follows (Unicode Annex 9, explicit formatting).
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/g, '')
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/[\p{Cc}\u2028\u2029 ]+/gu, ' ')
    .replace(/^ +| +$/g, '')
}

/** A label within a text of other words: where it runs from right to left, these keep their places. */
export function isolate(label: string): string {
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(label)
    ? `\u2068${label}\u2069`
    : label
}

/**
 * Breaks a text into lines at its spaces, and within words that are longer than a line: no more lines than it needs, of
 * about the same width.
 *
 * @param width of a line, in pixels
 * @param size of the font, in pixels
 * @param limit of lines; a text that needs more ends with an ellipsis
 */
export function balanceText(
  text: string,
  width: number,
  size: number,
  limit: number = Number.POSITIVE_INFINITY,
): readonly string[] {
  const lines = wrapText(text, width, size, limit)
  if (lines.length === 1 || lines.at(-1)!.endsWith('…')) return lines
  const even = widthOf(text, size) / lines.length
  for (let narrower = even; narrower < width; narrower += width / 20) {
    const balanced = wrapText(text, narrower, size, limit)
    if (balanced.length === lines.length && !balanced.at(-1)!.endsWith('…')) return balanced
  }
  return lines
}

/** Breaks a text into lines as {@link balanceText} does, each as full as it can be. */
export function wrapText(
  text: string,
  width: number,
  size: number,
  limit: number = Number.POSITIVE_INFINITY,
): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of piecesOf(text, width, size)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || widthOf(longer, size) <= width) {
      line = longer
      continue
    }
    lines.push(line)
    line = word
    if (lines.length >= limit) return [...lines.slice(0, -1), shorten(`${lines.at(-1)} ${word}`, width, size)]
  }
  return [...lines, line]
}

/** The words of a text, those that are too long cut. */
function* piecesOf(text: string, width: number, size: number): Generator<string> {
  for (const word of text.split(' ')) {
    if (widthOf(word, size) <= width) {
      yield word
      continue
    }
    let piece = ''
    let length = 0
    for (const character of graphemesOf(word)) {
      const added = widthOf(character, size)
      if (piece !== '' && length + added > width) {
        yield piece
        piece = ''
        length = 0
      }
      piece += character
      length += added
    }
    yield piece
  }
}

function shorten(text: string, width: number, size: number): string {
  let kept = ''
  let length = widthOf('…', size)
  for (const character of graphemesOf(text)) {
    length += widthOf(character, size)
    if (length > width) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

const segmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' })

function graphemesOf(text: string): Iterable<string> {
  return segmenter
    .segment(text)
    [Symbol.iterator]()
    .map(({ segment }) => segment)
}

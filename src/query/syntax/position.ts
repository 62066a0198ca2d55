/** A place in a text, as people count: lines and columns from 1, columns in characters. */
export function positionAt(text: string, offset: number): string {
  const before = text.slice(0, offset).split(LINE_END)
  return `line ${before.length}, column ${[...before.at(-1)!].length + 1}`
}

const LINE_END = /\r\n|[\n\r]/

/** How much of a line is shown before and after the place. */
const [BEFORE, AFTER] = [60, 60]

/** The line of a place with a caret under it. Of a long line, what is around the place. */
export function showLine(text: string, offset: number): string {
  const before = printable(text.slice(0, offset).split(LINE_END).at(-1)!)
  const after = printable(text.slice(offset).split(LINE_END, 1)[0]!)
  const start = before.length > BEFORE ? ['…', ...before.slice(1 - BEFORE)] : before
  const rest = after.length > AFTER ? [...after.slice(0, AFTER - 1), '…'] : after
  return `  ${start.join('')}${rest.join('')}\n  ${' '.repeat(start.length)}^`
}

/** What was found, short and in quotes. */
export function quote(text: string): string {
  const characters = printable(text)
  return `"${characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : characters.join('')}"`
}

/** What would steer a terminal or the direction of the text is replaced, a character by a character. */
function printable(text: string): string[] {
  return [...text.replaceAll('\t', ' ').replace(UNPRINTABLE, '\uFFFD')]
}

const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu

const A = 'A'.charCodeAt(0)
const LETTERS = 26

/** The column of a reference to a cell (`AB12`), from 0; -1 where it is none. */
export function columnOf(reference: string): number {
  let column = 0
  for (let index = 0; index < reference.length; index++) {
    const letter = reference.charCodeAt(index) - A
    if (letter < 0 || letter >= LETTERS) return index === 0 ? -1 : column - 1
    column = column * LETTERS + letter + 1
  }
  return -1
}

/** The letters of a column, from 0: `A` … `XFD`. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / LETTERS)) {
    letters = String.fromCharCode(A + ((rest - 1) % LETTERS)) + letters
  }
  return letters
}

/** The pairs of neighbouring characters of a text, its ends included, in order of their codes. */
export type Bigrams = Uint32Array

/** The bigrams of a text; one that occurs twice is there twice. */
export function bigramsOf(text: string): Bigrams {
  const padded = ` ${text} `
  const grams = new Uint32Array(padded.length - 1)
  for (let index = 0; index < grams.length; index += 1) {
    grams[index] = padded.charCodeAt(index) * 0x1_0000 + padded.charCodeAt(index + 1)
  }
  return grams.sort()
}

/** The Sørensen–Dice coefficient of two texts: 0 where they share no bigram, 1 where they have the same ones. */
export function similarity(a: Bigrams, b: Bigrams): number {
  let common = 0
  let [inA, inB] = [0, 0]
  while (inA < a.length && inB < b.length) {
    const difference = a[inA]! - b[inB]!
    if (difference === 0) common += 1
    if (difference <= 0) inA += 1
    if (difference >= 0) inB += 1
  }
  return (2 * common) / (a.length + b.length)
}

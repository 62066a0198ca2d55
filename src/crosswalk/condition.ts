import type { Condition } from './crosswalk.ts'

/** Tells whether a condition holds for the cells of a row, which it gets by the name of their column. */
export type Tester = (textOf: (column: string) => string) => boolean

/**
 * Makes a condition ready.
 *
 * @param normalise makes texts comparable, as labels are
 */
export function createTester(
  { columns, is, contains, except }: Condition,
  normalise: (text: string) => string,
): Tester {
  const wanted = is && new Set(is.map(normalise))
  const parts = contains?.map(normalise)
  const excluded = except?.map(normalise) ?? []
  const fulfils = (text: string) => {
    if (text.trim() === '') return false
    const normal = normalise(text)
    return (!wanted || wanted.has(normal)) && (!parts || parts.some(part => normal.includes(part)))
  }
  return textOf => {
    const texts = columns.map(textOf)
    return (
      texts.some(fulfils) &&
      !(excluded.length > 0 && texts.some(text => excluded.some(part => normalise(text).includes(part))))
    )
  }
}

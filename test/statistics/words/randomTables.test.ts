import { expect, test } from 'vitest'
import type { Observation, Table } from '../../../src/statistics/statistic.ts'
import { toTableNote } from '../../../src/statistics/words/note.ts'
import { formatNumber } from '../../../src/statistics/words/numbers.ts'
import { toSentenceParts } from '../../../src/statistics/words/sentence.ts'
import { toSummary } from '../../../src/statistics/words/summary.ts'
import { textOf } from '../../../src/statistics/words/template.ts'
import { fc } from '../../fastCheck.ts'
import { typographyFaults } from '../../frenchTypography.ts'
import { tables } from '../exchange/tableArbitrary.ts'

/** Tables of any kind, read in either language, and as their other properties may have it. */
const spoken = fc.record({
  given: tables,
  language: fc.constantFrom('fr' as const, 'en' as const),
  base: fc.constantFrom('answered' as const, 'population' as const),
  counted: fc.constantFrom('actors' as const, 'responses' as const),
  isMultiValued: fc.boolean(),
  isWithin: fc.boolean(),
  weight: fc.option(fc.constant('members'), { nil: undefined }),
})

function tableOf({ given, base, counted, isMultiValued, isWithin, weight }: Arbitrary): Table {
  return {
    ...given,
    // No table counts more than its base: it would have been refused.
    observations: given.observations.filter(one => one.n === null || one.base === null || one.n <= one.base),
    base,
    counted,
    isMultiValued,
    of: 'members',
    ...(weight === undefined ? {} : { weight }),
    ...(isWithin && given.dimensions.length === 2 ? { within: given.dimensions[1]! } : {}),
  }
}

type Arbitrary = typeof spoken extends fc.Arbitrary<infer Value> ? Value : never

/** None and one may be words; of a size that is all there is, the whole is not told again. Nor is a whole that is not known, or a share of nobody. */
function holdsFigures(
  table: Table,
  { n, base, values, share }: Observation,
  parts: ReturnType<typeof toSentenceParts>,
  language: 'fr' | 'en',
): boolean {
  const text = (figure: string) => parts.find(part => part.figure === figure)?.text
  const isTotal = table.dimensions.length === 0
  const isMissing =
    table.base !== 'population' &&
    values.some(({ role }, index) => role === 'missing' && table.dimensions[index] !== table.within)
  if (n === null) {
    return isTotal || isMissing || base === null || text('base') === formatNumber(base, language)
  }
  const isTold = text('n') === formatNumber(n, language) || ((n === 0 || n === 1) && text('n') !== undefined)
  const whole = base === null ? null : isMissing ? n + base : base
  const isWholeTold =
    whole === null ||
    (isTotal && n === base) ||
    (text('base') ?? text('asked')) === formatNumber(whole, language)
  return isTold && isWholeTold && (isTotal || share === null || base === 0 || text('share') !== undefined)
}

test('every observation has a sentence that holds its figures, of good typography, in both languages', () => {
  fc.assert(
    fc.property(spoken, one => {
      const table = tableOf(one)
      const { language } = one
      for (const observation of table.observations) {
        const parts = toSentenceParts(table, observation, { language })
        const text = textOf(parts)
        expect(holdsFigures(table, observation, parts, language), text).toBe(true)
        expect(text).not.toMatch(/undefined|null|NaN|\s{2}/)
        if (language === 'fr') expect(typographyFaults(text), text).toEqual([])
      }
      for (const text of [toSummary(table, { language }), toTableNote(table, { language })]) {
        expect(text).not.toMatch(/undefined|null|NaN|\s{2}/)
        if (language === 'fr') expect(typographyFaults(text), text).toEqual([])
      }
    }),
    { numRuns: 400 },
  )
})

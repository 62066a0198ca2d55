import { describe, expect, test } from 'vitest'
import type { CompiledTarget } from '../../src/crosswalk/createCrosswalk.ts'
import { splitCell } from '../../src/crosswalk/splitCell.ts'
import { fc } from '../fastCheck.ts'
import { crosswalkOf, map } from './crosswalkOf.ts'

/** The one label of the shipped missions that has commas. */
const EXPERTISE = 'Expertise TIC, accompagnement de projets, appui méthodologique'

async function targetOf(split: string | readonly string[]): Promise<CompiledTarget> {
  return (await crosswalkOf({ c: { field: 'missions', split } })).columns.get('c')![0]!
}

describe('a list whose labels have its separator in them', () => {
  test.each([
    [EXPERTISE, [EXPERTISE]],
    [`Formation TIC, ${EXPERTISE}, e-Inclusion`, ['Formation TIC', EXPERTISE, 'e-Inclusion']],
    [EXPERTISE.toUpperCase(), [EXPERTISE.toUpperCase()]],
    ['Formation TIC, e-Inclusion', ['Formation TIC', 'e-Inclusion']],
    ['Expertise TIC, accompagnement de projets', ['Expertise TIC', 'accompagnement de projets']],
    ['', ['']],
    [', , ', ['', '', '']],
  ])('%j', async (text, values) => {
    expect(splitCell(text, await targetOf(', '))).toEqual(values)
  })

  test('any of several separators stays what it was within a label', async () => {
    const target = await targetOf([', ', ';'])
    expect(splitCell(`e-Inclusion;${EXPERTISE};Formation TIC`, target)).toEqual([
      'e-Inclusion',
      EXPERTISE,
      'Formation TIC',
    ])
  })

  test('its values are all mapped', async () => {
    const { actor, unmatched } = await map(
      { c: { field: 'missions', split: ', ' } },
      { c: `${EXPERTISE}, Veille technologique` },
    )
    expect(actor?.missions).toHaveLength(2)
    expect(unmatched).toEqual([])
  })

  test('nothing of a cell is lost, whatever it holds', async () => {
    const target = await targetOf(', ')
    const part = fc.oneof(
      fc.constantFrom('Expertise TIC', 'accompagnement de projets', 'appui méthodologique', EXPERTISE, ''),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), parts => {
        const text = parts.join(', ')
        expect(splitCell(text, target).join(', ')).toBe(text)
      }),
    )
  })

  test('a cell of a million parts is split: were it in quadratic time, not before the test has to end', async () => {
    const target = await targetOf(', ')
    expect(splitCell(', '.repeat(1_000_000), target)).toHaveLength(1_000_001)
  })
})

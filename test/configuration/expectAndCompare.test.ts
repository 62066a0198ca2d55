import { describe, expect, test } from 'vitest'
import { readConfiguration } from '../../src/configuration/readConfiguration.ts'
import { CONFIGURATION } from '../directory/writeDirectory.ts'

const WITH_GRADES = CONFIGURATION.replace(
  'fields:\n',
  'fields:\n  grades: { label: Notes, datatype: integer, public: true, multiple: true }\n',
)

/** A configuration whose last statistic has something more. */
function configured(more: string, populations = ''): Promise<unknown> {
  return readConfiguration(
    `${WITH_GRADES}  last: { title: Natures, ${more.startsWith('dimensions') ? '' : 'dimensions: [legalForm], '}${more} }\n${populations}`,
    'annuaire.yaml',
  )
}

const statisticOf = async (more: string, populations?: string) =>
  ((await configured(more, populations)) as { statistics: unknown[] }).statistics.at(-1)

test('how many gave a number can be expected where measures of it are asked for', async () => {
  const more = 'of: members, measures: [mean], expect: [{ measure: valid, min: 3 }]'
  expect(await statisticOf(more)).toMatchObject({ expect: [{ measure: 'valid', min: 3 }] })
})

test('what a statistic expects, and is compared with', async () => {
  const statistic = await statisticOf(
    'expect: [{ at: { legalForm: asso }, min: 5, max: 9 }, { measure: lower, change: 2.5 }], measures: [lower], ' +
      'drawnFrom: 400, compare: { a: { title: A, with: previous }, b: { title: B, with: directory }, ' +
      'c: { title: C, with: west, samples: both }, d: { title: D, with: { legalForm: [asso] } } }',
    'populations: { west: { where: { seatRegion: ["53"] }, label: de l’Ouest } }\n',
  )
  expect(statistic).toMatchObject({
    drawnFrom: 400,
    expect: [
      { at: { legalForm: 'asso' }, min: 5, max: 9 },
      { measure: 'lower', change: 2.5 },
    ],
    compare: [
      { id: 'a', title: { fr: 'A' }, with: 'previous' },
      { id: 'b', with: { population: {} } },
      {
        id: 'c',
        with: { population: { seatRegion: ['53'] }, label: { fr: 'de l’Ouest' } },
        samples: 'both',
      },
      { id: 'd', with: { population: { legalForm: ['asso'] } } },
    ],
  })
})

describe('what cannot be is told with its line', () => {
  test.each<[string, string, RegExp]>([
    [
      'a cell of another dimension',
      'expect: [{ at: { mission: veille }, min: 5 }]',
      /no dimension of this statistic "mission"/,
    ],
    [
      'a measure that it has not',
      'expect: [{ measure: mean, min: 5 }]',
      /no measure of this statistic "mean"/,
    ],
    [
      'what shares of several values add up to',
      'dimensions: [mission], measures: [cumulativeShare]',
      /"cumulativeShare" adds shares up, and one may have several values of "mission"/,
    ],
    [
      'numbers of which one may have several, weighted',
      'of: grades, weight: members, measures: [mean]',
      /one may have several numbers for "grades"; to weight numbers, each needs one number and one weight/,
    ],
    ['a measure of no number', 'measures: [mean]', /"mean" is of a number; say "of" which field/],
    ['bounds of weights', 'weight: members, measures: [upper]', /"upper" is only had without "weight"/],
    [
      'the first ones of two dimensions',
      'dimensions: [legalForm, seatRegion], within: legalForm, top: 3',
      /"top" is for one dimension, and this has 2/,
    ],
    ['bases in one dimension', 'within: legalForm', /"within" is for two dimensions/],
    ['a least above the most', 'expect: [{ min: 5, max: 4 }]', /"min" is 5, "max" 4: nothing can be both/],
    ['nothing expected', 'expect: [{ measure: n }]', /./],
    ['a change of nothing', 'expect: [{ change: 0 }]', /"change"/],
    ['an unknown population', 'compare: { a: { title: A, with: west } }', /there is no population "west"/],
    [
      'an id that can be no name of a file',
      'compare: { "a/b": { title: A, with: previous } }',
      /"compare" must match pattern/,
    ],
    ['a sample of nobody', 'drawnFrom: 0', /"drawnFrom"/],
  ])('%s', async (_, more, message) => {
    const line = WITH_GRADES.split('\n').length
    await expect(configured(more)).rejects.toThrow(`line ${line}: `)
    await expect(configured(more)).rejects.toThrow(message)
  })

  test.each(['previous', 'directory'])('a population called "%s"', async name => {
    const populations = `populations: { ${name}: { legalForm: [asso] } }\n`
    await expect(configured('order: code', populations)).rejects.toThrow(
      `"${name}" is what figures are compared with`,
    )
  })
})

test('a section with nothing in it is told with its line', async () => {
  const text = `${WITH_GRADES}article:\n  sections:\n    - { title: Vide }\n`
  const line = text.split('\n').length - 1
  await expect(readConfiguration(text, 'annuaire.yaml')).rejects.toThrow(`line ${line}: `)
  await expect(readConfiguration(text, 'annuaire.yaml')).rejects.toThrow('there is nothing in this section')
})

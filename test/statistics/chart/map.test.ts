import { describe, expect, test } from 'vitest'
import { StatisticsError } from '../../../src/errors.ts'
import type { TerritoryFeatures } from '../../../src/statistics/chart/chartOptions.ts'
import { describeChart } from '../../../src/statistics/chart/describeChart.ts'
import { toChart } from '../../../src/statistics/chart/toChart.ts'
import type { Table } from '../../../src/statistics/statistic.ts'
import { cell, NOTHING, tableOf, valueFor } from './chartTables.ts'
import { elementsOf, luminance, readSvg, textsOf, titlesOf } from './readSvg.ts'

type Ring = readonly (readonly [number, number])[]

/** A square whose south-western corner is there; counter-clockwise, as RFC 7946 (§3.1.6) wants outer rings. */
function square(west: number, south: number, size = 1): Ring {
  const [east, north] = [west + size, south + size]
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}

function feature(code: unknown, ...rings: readonly Ring[]) {
  return { type: 'Feature', properties: { code }, geometry: { type: 'Polygon', coordinates: rings } }
}

function geometryOf(features: readonly unknown[], code = 'code') {
  return { features: { type: 'FeatureCollection', features } as TerritoryFeatures, code }
}

const COUNTS = [1, 2, 4, 8, 16]
const REGIONS = tableOf(
  COUNTS.map((n, index) => cell([valueFor(`0${index}`, `Région ${index}`)], n, 40)),
  { dimensions: ['seatRegion'] },
)
const ROW = COUNTS.map((_, index) => feature(`0${index}`, square(index, 45)))

async function drawMap(table: Table, features: readonly unknown[] = ROW) {
  const root = readSvg(await toChart(table, { kind: 'map', geometry: geometryOf(features) }))
  const territories = elementsOf(root, 'path').filter(({ children }) => children[0]?.name === 'title')
  return { root, territories, texts: textsOf(root), titles: titlesOf(root).slice(1) }
}

/** The box around a path in absolute commands. */
function boxOf(path: string) {
  const numbers = path.match(/-?\d+(\.\d+)?/g)!.map(Number)
  const [xs, ys] = [
    numbers.filter((_, index) => index % 2 === 0),
    numbers.filter((_, index) => index % 2 === 1),
  ]
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

describe('a map', () => {
  test('has each territory with its figure, and each class with its bounds', async () => {
    const { territories, texts, titles } = await drawMap(REGIONS)
    expect(titles).toEqual([
      'Région 0\u00a0: 2,5\u00a0% (1 sur 40)',
      'Région 1\u00a0: 5,0\u00a0% (2 sur 40)',
      'Région 2\u00a0: 10,0\u00a0% (4 sur 40)',
      'Région 3\u00a0: 20,0\u00a0% (8 sur 40)',
      'Région 4\u00a0: 40,0\u00a0% (16 sur 40)',
    ])
    expect(texts).toEqual(
      expect.arrayContaining(['Part (nombre de territoires)', '2,5\u00a0% (1)', '40,0\u00a0% (1)']),
    )
    const boxes = territories.map(({ attributes }) => boxOf(attributes.d!))
    for (const [index, { left, right }] of boxes.entries()) {
      expect(right - left).toBeGreaterThan(100)
      expect(right - left).toBeLessThan(160)
      if (index > 0) expect(left).toBeGreaterThan(boxes[index - 1]!.left)
    }
  })

  test('is darker where there is more', async () => {
    const { territories } = await drawMap(REGIONS)
    const shades = territories.map(({ attributes }) => luminance(attributes.fill!))
    expect(shades).toEqual(shades.toSorted((a, b) => b - a))
    for (const [index, shade] of shades.entries()) {
      if (index > 0) expect((shades[index - 1]! + 0.05) / (shade + 0.05)).toBeGreaterThan(1.4)
    }
  })

  test('equal figures have one shade, and many figures share five', async () => {
    const counts = Array.from({ length: 40 }, (_, index) => Math.floor(index / 2))
    const table = tableOf(
      counts.map((n, index) => cell([valueFor(`${index}`)], n, 40)),
      { dimensions: ['seatRegion'] },
    )
    const features = counts.map((_, index) => feature(index, square(index % 8, 40 + Math.floor(index / 8))))
    const { territories, texts } = await drawMap(table, features)
    const fills = territories.map(({ attributes }) => attributes.fill)
    expect(new Set(fills).size).toBe(5)
    for (let index = 0; index < 40; index += 2) expect(fills[index]).toBe(fills[index + 1])
    expect(texts.filter(text => / à .*\(8\)$/.test(text))).toHaveLength(5)
  })

  test('what is kept back is dotted, what the table has not is hatched, and the legend says so', async () => {
    const [first, second, ...rest] = REGIONS.observations
    const hidden = { values: second!.values, ...NOTHING, isSuppressed: true }
    const { territories, texts, titles } = await drawMap({ ...REGIONS, observations: [hidden, ...rest] })
    const fills = territories.map(({ attributes }) => attributes.fill!)
    expect(fills.slice(0, 2)).toEqual(['url(#chart-forms-back)', 'url(#chart-forms-dots)'])
    expect(titles.slice(0, 2)).toEqual(['00\u00a0: absent du tableau', 'Région 1\u00a0: secret statistique'])
    expect(texts).toEqual(expect.arrayContaining(['absent du tableau (1)', 'secret statistique (1)']))
    expect(first).toBeDefined()
  })

  test('what is not on it is told below', async () => {
    const missing = {
      values: [valueFor('missing', 'Sans réponse', 'missing')],
      n: 3,
      base: 40,
      missing: 3,
      share: null,
    }
    const { texts } = await drawMap(
      { ...REGIONS, observations: [...REGIONS.observations, missing] },
      ROW.slice(1),
    )
    expect(texts.at(-1)).toBe(
      'Hors de la carte\u00a0: Région 0\u00a0: 2,5\u00a0% (1 sur 40)\u00a0; Sans réponse\u00a0: 3, hors base.',
    )
  })

  test('is described by how many territories it has a figure of: those who did not answer are none', () => {
    const missing = { ...REGIONS.observations[0]!, values: [valueFor('missing', 'Sans réponse', 'missing')] }
    const table = { ...REGIONS, observations: [...REGIONS.observations.slice(0, 4), missing] }
    const geometry = geometryOf(ROW)
    expect(describeChart(table, 'fr', { kind: 'map', geometry })).toContain(' 4\u00a0valeurs. ')
    expect(describeChart(table, 'en', { kind: 'map', geometry })).toContain(' 4 values. ')
  })

  test('rings may turn either way, and have holes', async () => {
    const hole = square(0.25, 45.25, 0.5)
    const turned = await drawMap(REGIONS, [feature('00', square(0, 45).toReversed(), hole), ...ROW.slice(1)])
    const plain = await drawMap(REGIONS, [feature('00', square(0, 45), hole.toReversed()), ...ROW.slice(1)])
    const path = plain.territories[0]!.attributes.d!
    expect(turned.territories[0]!.attributes.d!.split(/(?=M)/)).toHaveLength(2)
    expect(boxOf(turned.territories[0]!.attributes.d!)).toEqual(boxOf(path))
    // A figure is not written over a hole.
    expect(plain.texts.filter(text => text === '2,5\u00a0%')).toHaveLength(0)
    expect(plain.texts).toContain('5,0\u00a0%')
  })

  test('what lies far away has a frame of its own', async () => {
    const far = feature('04', square(-61, 16))
    const { root, territories } = await drawMap(REGIONS, [...ROW.slice(0, 4), far])
    const frame = elementsOf(root, 'rect').find(({ attributes }) => attributes.width === '95')!
    const [main, away] = [boxOf(territories[0]!.attributes.d!), boxOf(territories[4]!.attributes.d!)]
    expect(main.right - main.left).toBeGreaterThan(140)
    expect(away.left).toBeGreaterThanOrEqual(Number(frame.attributes.x))
    expect(away.bottom).toBeLessThanOrEqual(Number(frame.attributes.y) + 95)
    expect(away.right - away.left).toBeGreaterThan(60)
  })

  test('across the antimeridian, and of the world', async () => {
    const [west, east] = [feature('00', square(-180, -18)), feature('01', square(179, -18))]
    const pacific = await drawMap(REGIONS, [west, east])
    const [left, right] = pacific.territories.map(({ attributes }) => boxOf(attributes.d!))
    expect(right!.right).toBeCloseTo(left!.left, 0)
    const world = [feature('00', square(-120, -20, 50)), feature('01', square(60, 10, 50))]
    expect((await drawMap(REGIONS, world)).territories).toHaveLength(2)
  })

  test('features without a geometry are no fault', async () => {
    const nowhere = { type: 'Feature', properties: null, geometry: null }
    expect((await drawMap(REGIONS, [nowhere, ...ROW])).territories).toHaveLength(5)
  })

  test.each([
    ['no collection', { type: 'Feature' }, 'no GeoJSON FeatureCollection'],
    ['nothing', null, 'no GeoJSON FeatureCollection'],
    [
      'a point',
      geometryOf([{ geometry: { type: 'Point', coordinates: [1, 2] } }]).features,
      'feature 0 is a "Point"',
    ],
    ['metres', geometryOf([feature('00', square(475198, 6800000))]).features, 'give degrees'],
    [
      'no numbers',
      geometryOf([
        feature('00', [
          [Number.NaN, 1],
          [1, 1],
          [1, 2],
          [2, 2],
        ]),
      ]).features,
      'give degrees',
    ],
    ['a line', geometryOf([feature('00', square(1, 1).slice(0, 2))]).features, 'has a ring of 2 positions'],
    [
      'no lists',
      geometryOf([{ geometry: { type: 'MultiPolygon', coordinates: 5 } }]).features,
      'has no lists',
    ],
    ['a feature that is none', geometryOf([7]).features, 'no feature has one of the codes'],
    [
      'no code that fits',
      geometryOf([feature('0', square(1, 1))]).features,
      '("00", "01", "02") as its "code"; there are "0"',
    ],
  ])('is refused of %s', async (_, features, message) => {
    const drawn = toChart(REGIONS, {
      kind: 'map',
      geometry: { features: features as TerritoryFeatures, code: 'code' },
    })
    await expect(drawn).rejects.toThrow(StatisticsError)
    await expect(drawn).rejects.toThrow(message)
  })

  test('a property of all objects is no code', async () => {
    const geometry = geometryOf(ROW, 'constructor')
    await expect(toChart(REGIONS, { kind: 'map', geometry })).rejects.toThrow('there are none')
  })
})

import { describe, expect, test } from 'vitest'
import { checkPosition, createTransformer } from '../../src/crosswalk/coordinates.ts'

/** The distance between two positions in metres, well enough over a few kilometres. */
function distance(a: { latitude: number; longitude: number }, latitude: number, longitude: number): number {
  const metres = 111_320
  const east = (a.longitude - longitude) * Math.cos((latitude * Math.PI) / 180) * metres
  return Math.hypot((a.latitude - latitude) * metres, east)
}

describe('coordinates in degrees', () => {
  test.each([
    // The origins of the projections, as their definitions have them.
    ['EPSG:2154', 700_000, 6_600_000, 46.5, 3, 0.01],
    ['EPSG:3942', 1_700_000, 1_200_000, 42, 3, 0.01],
    ['EPSG:3946', 1_700_000, 5_200_000, 46, 3, 0.01],
    ['EPSG:3950', 1_700_000, 9_200_000, 50, 3, 0.01],
    ['EPSG:3163', 400_000, 300_000, -21.5, 166, 0.01],
    ['EPSG:5490', 500_000, 0, 0, -63, 0.01],
    ['EPSG:4559', 500_000, 0, 0, -63, 0.01],
    ['EPSG:2972', 500_000, 0, 0, -51, 0.01],
    ['EPSG:2975', 500_000, 10_000_000, 0, 57, 0.01],
    ['EPSG:4471', 500_000, 10_000_000, 0, 45, 0.01],
    ['EPSG:4467', 500_000, 0, 0, -57, 0.01],
    ['EPSG:8903', 500_000, 10_000_000, 0, -177, 0.01],
    ['EPSG:3296', 500_000, 10_000_000, 0, -153, 0.01],
    ['EPSG:3297', 500_000, 10_000_000, 0, -147, 0.01],
    ['EPSG:3298', 500_000, 10_000_000, 0, -141, 0.01],
    ['EPSG:4326', -1.6794, 48.1147, 48.1147, -1.6794, 0.01],
    ['EPSG:3857', 0, 0, 0, 0, 0.01],
    // Paris, the town hall.
    ['EPSG:2154', 652_469.02, 6_862_035.26, 48.8566, 2.3522, 0.1],
    ['EPSG:3857', 261_845.71, 6_250_564.35, 48.8566, 2.3522, 0.1],
    // Zone II of NTF: its origin lies on the meridian of Paris; the datum shifts it by some fifty metres.
    ['EPSG:27572', 600_000, 2_200_000, 46.8, 2.337229, 70],
    // Caister water tower, the worked example of Ordnance Survey (A guide to coordinate systems, annexe C).
    ['EPSG:27700', 651_409.903, 313_177.27, 52.657979, 1.716052, 5],
    // Towns overseas, near enough to tell a wrong zone or hemisphere.
    ['guadeloupe', 655_000, 1_796_000, 16.24, -61.55, 1500],
    ['la-reunion', 340_000, 7_690_000, -20.88, 55.46, 1500],
    ['mayotte', 524_500, 8_587_000, -12.78, 45.226, 1500],
    ['nouvelle-caledonie', 446_000, 214_000, -22.276, 166.446, 1500],
  ])('%s, %d %d', async (crs, x, y, latitude, longitude, metres) => {
    const transform = await createTransformer(crs)
    expect(distance(transform(x, y), latitude, longitude)).toBeLessThan(metres)
  })

  test('a structure of Maine-et-Loire lies in Allonnes', async () => {
    const transform = await createTransformer('EPSG:2154')
    expect(transform(475198.121680863, 6692424.50691385)).toEqual({
      latitude: 47.294016,
      longitude: 0.0246602,
    })
  })

  test.each([
    'EPSG:2154',
    '2154',
    'urn:ogc:def:crs:EPSG::2154',
    'http://www.opengis.net/def/crs/EPSG/0/2154',
    'https://www.opengis.net/def/crs/EPSG/9.9.1/2154',
    'Lambert 93',
    'lambert-93',
    'RGF93 / Lambert-93',
  ])('%s is Lambert-93', async name => {
    const transform = await createTransformer(name)
    expect(transform(700_000, 6_600_000)).toEqual({ latitude: 46.5, longitude: 3 })
  })

  test.each(['EPSG:9999', 'lambert', '', 'EPSG:21540'])('%j is no system that is known', async name => {
    await expect(createTransformer(name)).rejects.toThrow(RangeError)
  })

  test('numbers that are none give none', async () => {
    const transform = await createTransformer('EPSG:2154')
    for (const x of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(transform(x, 0)).toEqual({ latitude: Number.NaN, longitude: Number.NaN })
    }
  })
})

describe('a position in a box', () => {
  const FRANCE = { west: -5.2, south: 41.3, east: 9.6, north: 51.1 }
  const FIJI = { west: 176, south: -21, east: -178, north: -12 }

  test.each([
    [48.1, -1.6, FRANCE, undefined],
    [-1.6, 48.1, FRANCE, 'swapped'],
    [0, 0, FRANCE, 'null-island'],
    [0, 0, { west: -1, south: -1, east: 1, north: 1 }, 'null-island'],
    [16.2, -61.5, FRANCE, 'outside'],
    [6_692_424, 475_198, FRANCE, 'impossible'],
    [Number.NaN, Number.NaN, FRANCE, 'impossible'],
    // Nouméa, whose longitude is no latitude.
    [166.4, -22.2, { west: 163, south: -23, east: 169, north: -19 }, 'swapped'],
    [-17, 179, FIJI, undefined],
    [-17, -179, FIJI, undefined],
    [-17, 170, FIJI, 'outside'],
  ])('%d, %d', (latitude, longitude, box, expected) => {
    expect(checkPosition({ latitude, longitude }, box)).toBe(expected)
  })
})

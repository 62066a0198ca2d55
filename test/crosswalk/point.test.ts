import { describe, expect, test } from 'vitest'
import { parseAngle, parsePoint } from '../../src/crosswalk/point.ts'
import { fc } from '../fastCheck.ts'

const RENNES = { latitude: 48.1147, longitude: -1.6794 }

describe('a point that says which number is which', () => {
  test.each([
    'POINT(-1.6794 48.1147)',
    'point (-1.6794 48.1147)',
    'POINT Z (-1.6794 48.1147 30)',
    'SRID=4326;POINT(-1.6794 48.1147)',
    '<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT(-1.6794 48.1147)',
    '<http://www.opengis.net/def/crs/EPSG/0/4326> POINT(48.1147 -1.6794)',
    '{"type":"Point","coordinates":[-1.6794,48.1147]}',
    '{"coordinates": [-1.6794, 48.1147, 30], "type": "Point"}',
    '{"lat": 48.1147, "lng": -1.6794}',
    "{'lon': -1.6794, 'lat': 48.1147}",
    '{"latitude":"48.1147","longitude":"-1.6794"}',
    'lat=48.1147&lon=-1.6794',
    'geo:48.1147,-1.6794',
    '48.1147 N, 1.6794 W',
    '48,1147° N ; 1,6794° O',
    'N 48.1147 O 1.6794',
    '1.6794 Ouest, 48.1147 Nord',
  ])('%s', text => {
    expect(parsePoint(text)).toEqual(RENNES)
    // What the text says goes before what the order says.
    expect(parsePoint(text, 'longitude-latitude')).toEqual(RENNES)
  })

  test('in degrees, minutes and seconds', () => {
    const point = { latitude: 48.1147222, longitude: -1.6794444 }
    for (const text of [
      '48°06′53″ N, 1°40′46″ O',
      `48°06'53"N 1°40'46"W`,
      `48° 6' 53'' N / 1° 40' 46'' W`,
      'N 48°06′53″ W 1°40′46″',
    ]) {
      expect(parsePoint(text)).toEqual(point)
    }
    expect(parsePoint(`48° 06.5' N 1° 40.2' W`)).toEqual({ latitude: 48.1083333, longitude: -1.67 })
  })

  test.each([
    'SRID=2154;POINT(475198 6692424)',
    'POINT(-1.6794,48.1147)',
    'POINT EMPTY',
    'LINESTRING(0 0, 1 1)',
    '{"type":"MultiPoint","coordinates":[[-1.6,48.1]]}',
    '{"lat": 48.1}',
    'lat=48,1 lon=-1,6',
    'lat 48.1 lat 48.2 lon 1',
    '{"lat": 48.1, "lat": 48.2, "lon": 1}',
    '48.1 N, 49.2 N',
    '48°61′ N, 1° E',
    '95° N, 1° E',
    '',
  ])('%j is none', text => {
    expect(parsePoint(text, 'latitude-longitude')).toBeUndefined()
  })
})

describe('a pair of numbers', () => {
  test.each([
    '48.1147,-1.6794',
    '48.1147, -1.6794',
    '48,1147;-1,6794',
    '48,1147 ; -1,6794',
    '48,1147 -1,6794',
    '48.1147 -1.6794',
    '48.1147|-1.6794',
    '[48.1147, -1.6794]',
    '(48.1147, -1.6794)',
  ])('%s needs an order', text => {
    expect(parsePoint(text)).toBeUndefined()
    expect(parsePoint(text, 'latitude-longitude')).toEqual(RENNES)
    const swapped = { latitude: RENNES.longitude, longitude: RENNES.latitude }
    expect(parsePoint(text, 'longitude-latitude')).toEqual(swapped)
  })

  test('one may be whole', () => {
    expect(parsePoint('48, -1', 'latitude-longitude')).toEqual({ latitude: 48, longitude: -1 })
    expect(parsePoint('48.5,-1', 'latitude-longitude')).toEqual({ latitude: 48.5, longitude: -1 })
  })

  test.each(['48,1', '48,1,-1,6', '48.1', '1 2 3', '1,000,000', '48.1.2,3', 'a,b'])(
    '%s could be anything',
    text => {
      expect(parsePoint(text, 'latitude-longitude')).toBeUndefined()
    },
  )
})

test('an angle says its axis', () => {
  expect(parseAngle('22,2° S')).toEqual({ axis: 'latitude', degrees: -22.2 })
  expect(parseAngle('166,4 E')).toEqual({ axis: 'longitude', degrees: 166.4 })
  expect(parseAngle('48°06′53″')).toBeUndefined()
  expect(parseAngle('48')).toBeUndefined()
})

const degrees = (limit: number) => fc.integer({ min: -limit * 1e7, max: limit * 1e7 }).map(n => n / 1e7)

test('positions come back from each of their forms', () => {
  fc.assert(
    fc.property(degrees(90), degrees(180), (latitude, longitude) => {
      // Machines write small numbers with an exponent; people do not.
      fc.pre([latitude, longitude].every(number => number === 0 || Math.abs(number) >= 1e-6))
      const expected = { latitude: latitude + 0, longitude: longitude + 0 }
      for (const text of [
        `POINT(${longitude} ${latitude})`,
        JSON.stringify({ type: 'Point', coordinates: [longitude, latitude] }),
        JSON.stringify({ longitude, latitude }),
        `geo:${latitude},${longitude}`,
        `${latitude}; ${longitude}`,
        `${latitude} ${longitude}`.replaceAll('.', ','),
      ]) {
        expect(parsePoint(text, 'latitude-longitude')).toEqual(expected)
      }
    }),
  )
})

test('any text is answered, a very long one too: were it in quadratic time, not before the test has to end', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'0123456789.,;-+ NSEO°′″\'"{}[]():latongPOINT'), maxLength: 300 }),
      text => {
        const point = parsePoint(text, 'latitude-longitude')
        if (point) expect(Object.values(point).every(Number.isFinite)).toBe(true)
      },
    ),
    { numRuns: 2000 },
  )
  for (const part of ['1', ' ', '1 ', '1°', 'N', 'lat:', '{"type":"Point"', 'POINT(', ', ']) {
    for (const times of [300 / part.length, 1e6]) parsePoint(part.repeat(times), 'latitude-longitude')
  }
})

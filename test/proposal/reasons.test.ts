import { expect, test } from 'vitest'
import * as fileReasons from '../../src/proposal/fileReasons.ts'
import * as reasons from '../../src/proposal/reasons.ts'
import { WORDS } from '../../src/proposal/words.ts'
import { typographyFaults } from '../frenchTypography.ts'

const WHAT = { fr: 'des SIREN', en: 'SIRENs' }

const TEXTS = [
  ...[...Object.values(reasons), ...Object.values(fileReasons)].filter(reason => typeof reason === 'object'),
  ...Object.values(WORDS),
  ...[1, 2].flatMap(count => [
    reasons.fewValues(count),
    reasons.ofOwnScheme(count, 0.5),
    reasons.unreadableValues(count),
    fileReasons.hardlyUnique(count),
    fileReasons.duplicateRows(count),
    ...(['email', 'telephone', 'text'] as const).flatMap(what => [
      reasons.personalValues(count, 9, what),
      reasons.fewPersonal(count, 9, what),
    ]),
  ]),
  reasons.joinReasons([reasons.byHeader, reasons.wgs84]),
  reasons.valuesAre(0.5, WHAT),
  reasons.valuesAreNot(0.5, WHAT),
  reasons.constantColumn('a'),
  reasons.severalPerCell(['|', '\n']),
  reasons.inScheme(1, { fr: 'publics', en: 'audiences' }),
  reasons.secondTo('a', 'name'),
  reasons.alsoNamed('a'),
  reasons.fillsUp('a'),
  reasons.keysOf(1, 'a'),
  reasons.registerOf('ROR'),
  reasons.coordinateSystem('EPSG:2154', 1),
  fileReasons.otherSheets('a', ['b', 'c']),
]

test.each(TEXTS)('$fr', ({ fr, en }) => {
  expect(typographyFaults(fr)).toEqual([])
  expect(en).not.toMatch(/undefined|«|\u00a0/)
})

test('shares are rounded, but never to all or nothing', () => {
  const shown = [0.999, 0.001, 1, 0, 0.256].map(share => reasons.valuesAre(share, WHAT).en.split(' ')[0])
  expect(shown).toEqual(['99%', '1%', '100%', '0%', '26%'])
})

import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDirectory } from '../../src/index.ts'
import { typographyFaults } from '../frenchTypography.ts'
import { CONFIGURATION, GOOD, HEADER, writeFolder } from './writeDirectory.ts'

const MAP = 'chart: { kind: map, geometry: { file: contours.geojson, code: code } }'

/** A square with a code. */
function outlines(code: string, size = 1): string {
  const ring = [
    [0, 0],
    [0, size],
    [size, size],
    [size, 0],
    [0, 0],
  ]
  const geometry = { type: 'Polygon', coordinates: [ring] }
  return JSON.stringify({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: { code }, geometry }],
  })
}

async function mapped(contours: string | undefined) {
  const folder = await writeFolder({
    'annuaire.yaml': CONFIGURATION.replace('dimensions: [legalForm]', `dimensions: [legalForm], ${MAP}`),
    'acteurs.csv': [HEADER, ...GOOD].join('\n'),
  })
  const path = join(folder, 'contours.geojson')
  if (contours === undefined) await rm(path, { force: true })
  else await writeFile(path, contours)
  return openDirectory(folder)
}

test.each<[string, string | undefined, string, string]>([
  ['no file', undefined, 'contours.geojson', 'this file cannot be read'],
  ['a file that is no JSON', 'a;b', 'contours.geojson', 'is no JSON'],
  ['a file that is no collection', '{"type":"Feature"}', 'contours.geojson', 'is no FeatureCollection'],
  ['outlines in metres', outlines('asso', 6_500_000), 'annuaire.yaml', 'give degrees'],
  ['outlines of others', outlines('53'), 'annuaire.yaml', 'no feature has one of the codes'],
])('a map with %s is a violation, for it cannot be published', async (_, contours, file, message) => {
  const directory = await mapped(contours)
  const { conforms, results } = await directory.check()
  expect([conforms, results.map(({ code, path, source }) => [code, path, source])]).toEqual([
    false,
    [['map-undrawn', 'natures', { file }]],
  ])
  expect(results[0]!.message.en).toContain(message)
  expect(results[0]!.message.fr).toContain('sa carte ne peut être dessinée')
  expect(typographyFaults(results[0]!.message.fr.replace(/\(.*/, ''))).toEqual([])
  await expect(directory.publish()).rejects.toThrow()
})

test('a map that can be drawn is none', async () => {
  expect((await (await mapped(outlines('asso'))).check()).results).toEqual([])
})

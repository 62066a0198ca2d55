import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { toChart } from '../../src/statistics/chart/toChart.ts'
import type { Table } from '../../src/statistics/statistic.ts'
import { elementsOf, readSvg } from '../statistics/chart/readSvg.ts'
import { describeWith, shared } from './shared.ts'

const FILE = 'data/geo-france/departements-version-simplifiee.geojson'

interface Departments {
  readonly type: 'FeatureCollection'
  readonly features: readonly {
    readonly properties: { readonly code: string; readonly nom: string }
    readonly geometry: { readonly type: string }
  }[]
}

describeWith(FILE, 'a map of the 96 départements of the mainland', () => {
  test('has all of them, Corsica too, in less than a third of the bytes of their outlines', async () => {
    const text = await readFile(shared(FILE), 'utf8')
    const features: Departments = JSON.parse(text)
    const table: Table = {
      id: 'departments',
      title: { fr: 'Acteurs par département', en: 'Actors by département' },
      dimensions: ['seatDepartment'],
      measures: ['n', 'base', 'missing', 'share'],
      observations: features.features.map(({ properties: { code, nom } }, index) => {
        return { values: [{ code, label: nom }], n: index, base: 4560, missing: 0, share: index / 45.6 }
      }),
      query: 'SELECT * {}',
    }
    const svg = await toChart(table, { kind: 'map', geometry: { features, code: 'code' } })
    const root = readSvg(svg)
    const paths = elementsOf(root, 'path').filter(({ children }) => children[0]?.name === 'title')
    expect(paths).toHaveLength(96)
    expect(new Set(paths.map(({ attributes }) => attributes.fill)).size).toBe(5)
    // Corsica lies near enough to need no frame.
    expect(elementsOf(root, 'rect').filter(({ attributes }) => attributes.fill === 'none')).toEqual([])
    expect(svg.length).toBeLessThan(text.length / 3)
  })
})

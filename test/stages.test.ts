import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import {
  type Actor,
  actorToQuads,
  buildGraph,
  checkActor,
  communeQuads,
  computeStatistic,
  createCrosswalk,
  createTransformer,
  loadCommunes,
  loadPlainText,
  loadVocabulary,
  mapRow,
  mapSource,
  openDirectory,
  openSource,
  readRows,
  type SourceCrosswalk,
  type Statistic,
  StatisticsError,
  serialize,
} from '../src/index.ts'
import { CONFIGURATION, GOOD, HEADER, writeFolder } from './directory/writeDirectory.ts'

const oten = fileURLToPath(new URL('../examples/oten-2010', import.meta.url))

async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  return (await Array.fromAsync(chunks)).join('')
}

describe('the stages, each by itself, with nothing but the public functions', () => {
  test('without a directory: a file is read, mapped, checked, written and counted', async () => {
    const folder = await writeFolder({
      'a.csv': 'id;nom;forme;insee;x;y;note\n1;Le Lien;Association;35152;1;2;<b>ici</b>\n2;La Ville;;;;;\n',
    })
    const vocabulary = await loadVocabulary()
    const { schemes } = vocabulary
    const communes = await loadCommunes()
    const definition: SourceCrosswalk = {
      name: 'a',
      key: ['id'],
      nullMarkers: [],
      columns: new Map([
        ['nom', [{ field: 'name' }]],
        ['forme', [{ field: 'legalForm' }]],
        ['insee', [{ field: 'address.commune' }]],
        ['note', [{ field: 'description', html: true }]],
      ]),
      derive: [],
      parts: [],
      ignore: new Map([
        ['x', undefined],
        ['y', undefined],
      ]),
    }
    const crosswalk = createCrosswalk(definition, {
      base: 'https://e.example',
      fields: [],
      schemeOf: field => (field === 'legalForm' ? schemes.get('legal-forms') : undefined),
      communes,
      departments: schemes.get('departements')!,
      regionSchemes: [schemes.get('regions-2016')!],
      transformers: new Map([['EPSG:2154', await createTransformer('EPSG:2154')]]),
      toPlainText: await loadPlainText(),
    })
    const actors: Actor[] = []
    for await (const row of readRows(join(folder, 'a.csv'))) {
      const { actor, problems } = mapRow(row, crosswalk)
      expect(problems).toEqual([])
      expect((await checkActor(actor!)).results).toEqual([])
      actors.push(actor!)
    }
    expect(actors.map(({ name, description }) => [name, description])).toEqual([
      ['Le Lien', 'ici'],
      ['La Ville', undefined],
    ])
    const options = { base: 'https://e.example', language: 'fr' } as const
    const graph = await buildGraph([
      ...vocabulary.quads,
      ...communeQuads(['35152'], communes, vocabulary),
      ...actors.flatMap(actor => [...actorToQuads(actor, options)]),
    ])
    expect(await textOf(serialize(graph, 'text/turtle'))).toContain('foaf:name "Le Lien"@fr')
    const forms: Statistic = { id: 'forms', title: { fr: 'Formes', en: 'Forms' }, dimensions: ['legalForm'] }
    expect((await computeStatistic(graph, forms)).observations).toEqual([
      expect.objectContaining({ n: 1, base: 1, missing: 1, share: 100 }),
    ])
    const regions: Statistic = { ...forms, dimensions: ['seatRegion'] }
    await expect(computeStatistic(graph, regions)).rejects.toThrow(StatisticsError)
    await expect(computeStatistic(graph, regions)).rejects.toThrow(
      /of which day; give the statistic "regionsAt"/,
    )
    const { observations } = await computeStatistic(graph, { ...regions, regionsAt: '2020-01-01' })
    expect(observations.map(({ values }) => values[0]?.label)).toEqual(['Bretagne'])
  })

  test('of the example: the stages give the graph and the figures that the directory gives', async () => {
    const directory = await openDirectory(oten)
    const crosswalk = await directory.crosswalk('acteurs')
    const gate = await directory.recordsGate()
    const options = await directory.graphOptions()
    const actors: Actor[] = []
    for await (const row of readRows(join(oten, 'acteurs.csv'))) {
      const { actor, locate } = mapRow(row, crosswalk)
      expect(gate(actor!, locate).conforms).toBe(true)
      actors.push(actor!)
    }
    expect(actors).toEqual(await Array.fromAsync(directory.actors()))
    const whole = await directory.graph()
    for (const actor of actors) {
      for (const quad of actorToQuads(actor, options)) expect(whole.has(quad)).toBe(true)
    }
    const [statistic] = directory.configuration.statistics
    const [table] = await directory.statistics()
    expect(await computeStatistic(whole, statistic!, await directory.statisticContext())).toEqual(table)
  })

  test('own code lists and own fields go with the directory', async () => {
    const folder = await writeFolder({
      'annuaire.yaml': CONFIGURATION,
      'acteurs.csv': [HEADER, ...GOOD].join('\n'),
    })
    const directory = await openDirectory(folder)
    const source = await openSource(join(folder, 'acteurs.csv'))
    const crosswalk = await directory.crosswalk('acteurs')
    const batches = await Array.fromAsync(mapSource(source, crosswalk, await directory.recordsGate()))
    const records = batches.flat()
    expect(records.map(({ results }) => results)).toEqual([[], []])
    const options = await directory.graphOptions()
    const turtle = await textOf(
      serialize(
        records.flatMap(({ actor }) => [...actorToQuads(actor!, options)]),
        'text/turtle',
      ),
    )
    expect(turtle).toContain('<https://annuaire.example.org/def/onto#members> 12')
    // Both have the same website, which must not make them one.
    expect(turtle).toContain('foaf:page <https://lien.example/>')
    expect(turtle).not.toContain('Secret')
    await expect(directory.crosswalk('others')).rejects.toThrow(/no source "others"; known are acteurs/)
  })
})

/**
 * How fast cubes are checked: `node test/bench/cube.ts [OBSERVATIONS …]`. Twice the observations should take twice as
 * long; a fault planted at the end should be found.
 */
import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import { checkCube } from '../../src/statistics/cube/checkCube.ts'
import { toCube } from '../../src/statistics/cube/toCube.ts'
import type { Table } from '../../src/statistics/statistic.ts'

const PLACE = { base: 'https://annuaire.example.org', date: '2026-11-01' }
/** Of each size, so that the machine’s moods show. */
const RUNS = 5

const counts = process.argv.slice(2).map(Number)
for (const count of counts.length > 0 ? counts : [100_000, 200_000, 400_000]) {
  const quads = [...toCube(table(count), PLACE)]
  const seconds = Array.from({ length: RUNS }, () => {
    const start = process.cpuUsage()
    const { conforms } = checkCube(quads)
    if (!conforms) throw new Error('the cube is sound, but was not found to be')
    // Of the processor: a machine that does other things too does not count.
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1e6
  }).sort((a, b) => a - b)
  const { results } = checkCube([...quads, ...duplicateOf(quads)])
  console.log(
    `${count} observations, ${quads.length} quads: ${seconds[RUNS >> 1]!.toFixed(2)} s ` +
      `(${seconds.map(one => one.toFixed(2)).join(', ')}); duplicate: ${results.map(({ code }) => code).join()}`,
  )
}
console.log(`peak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)

/** Communes by missions, so to speak: two dimensions of concepts, one of them long. */
function table(count: number): Table {
  const value = (kind: string, index: number) => ({
    code: `${kind}-${index}`,
    label: `${kind} ${index}`,
    iri: `https://annuaire.example.org/def/${kind}/${kind}-${index}`,
  })
  return {
    id: 'bench',
    title: { fr: 'Essai', en: 'Test' },
    dimensions: ['seatCommune', 'mission'],
    measures: ['n', 'base', 'missing', 'share'],
    observations: Array.from({ length: count }, (_, index) => ({
      values: [value('commune', Math.floor(index / 12)), value('mission', index % 12)],
      n: index % 7,
      base: 12,
      missing: index % 5,
      share: Math.round(((index % 7) * 1_000_000) / 12) / 10_000,
    })),
    query: '',
  }
}

/** The last observation once more, under another name. */
function duplicateOf(quads: readonly RDF.Quad[]): RDF.Quad[] {
  const { subject } = quads.at(-1)!
  const other = DataFactory.namedNode(`${subject.value}-again`)
  return quads
    .slice(-20)
    .filter(quad => quad.subject.equals(subject))
    .map(({ predicate, object }) => DataFactory.quad(other, predicate, object) as RDF.Quad)
}

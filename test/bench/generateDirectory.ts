import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import type * as RDF from '@rdfjs/types'
import type { Actor } from '../../src/actor/actor.ts'
import { actorToQuads } from '../../src/graph/actorToQuads.ts'
import { communeQuads } from '../../src/vocabulary/communeQuads.ts'
import { loadCommunes } from '../../src/vocabulary/communes.ts'
import { parseTerritoryIri } from '../../src/vocabulary/territories.ts'
import { territoriesOf } from '../../src/vocabulary/territoriesOf.ts'
import { loadVocabulary, type Vocabulary } from '../../src/vocabulary/vocabulary.ts'
import { BASE, generateActors } from './generateActors.ts'
import { toLine } from './nTriplesLine.ts'

/** The graph of a generated directory: its actors, their communes, and the vocabulary. */
export const GRAPH_FILE = 'directory.nt'

/** The same as tables, for engines that know relations: `<name>.csv`, with a header. */
export const TABLES = {
  actor: 'id,iri,name,legal_form,homepage,founded,commune,locality,region,latitude,longitude',
  mission: 'actor,mission',
  audience: 'actor,audience',
  commune: 'code,department',
  concept: 'scheme,code,label',
} as const

/**
 * Writes a generated directory into a folder, as N-Triples and as tables.
 *
 * @returns the number of triples
 */
export async function generateDirectory(folder: string, count: number, seed = 2010): Promise<number> {
  const vocabulary = await loadVocabulary()
  const classesOf = (form: string) => vocabulary.schemes.get('legal-forms')!.get(form)!.organisationClasses
  const graph = openFile(join(folder, GRAPH_FILE))
  const names = Object.keys(TABLES) as (keyof typeof TABLES)[]
  const tables = Object.fromEntries(
    names.map(name => [name, openFile(join(folder, `${name}.csv`))]),
  ) as Record<keyof typeof TABLES, ReturnType<typeof openFile>>
  for (const name of names) await tables[name].write(`${TABLES[name]}\n`)

  let triples = 0
  const writeQuads = async (quads: Iterable<RDF.Quad>) => {
    let text = ''
    for (const quad of quads) {
      text += toLine(quad)
      triples += 1
    }
    await graph.write(text)
  }
  const codes = new Set<string>()
  let id = 0
  for await (const actor of generateActors(count, seed)) {
    id += 1
    await writeQuads(actorToQuads(actor, { base: BASE, language: 'fr', classesOf }))
    await tables.actor.write(actorRow(id, actor))
    for (const mission of actor.missions ?? []) await tables.mission.write(`${id},${lastOf(mission)}\n`)
    for (const audience of actor.audiences ?? []) await tables.audience.write(`${id},${lastOf(audience)}\n`)
    if (actor.address?.commune) codes.add(codeOf(actor.address.commune))
  }

  const communes = await loadCommunes()
  await writeQuads(communeQuads([...codes].sort(), communes, vocabulary))
  await writeQuads(vocabulary.quads)
  for (const code of codes) {
    const { department } = territoriesOf(communes.get(code)!, vocabulary)
    const isDepartment = department?.includes('/departement-')
    await tables.commune.write(`${code},${isDepartment ? codeOf(department!) : ''}\n`)
  }
  await tables.concept.write(conceptRows(vocabulary))
  await Promise.all([graph, ...Object.values(tables)].map(file => file.close()))
  return triples
}

function actorRow(
  id: number,
  { id: iri, name, legalForm, homepage, founded, address, location }: Actor,
): string {
  return `${[
    id,
    iri,
    quoted(name),
    legalForm && lastOf(legalForm),
    homepage,
    founded,
    address?.commune && codeOf(address.commune),
    address?.locality && quoted(address.locality),
    address?.region && codeOf(address.region),
    location?.latitude,
    location?.longitude,
  ]
    .map(value => value ?? '')
    .join(',')}\n`
}

function conceptRows({ schemes }: Vocabulary): string {
  return ['legal-forms', 'missions', 'audiences']
    .flatMap(scheme =>
      schemes
        .get(scheme)!
        .concepts.map(({ iri, prefLabel }) => `${scheme},${lastOf(iri)},${quoted(prefLabel.fr!)}\n`),
    )
    .join('')
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

function lastOf(iri: string): string {
  return iri.slice(iri.lastIndexOf('/') + 1)
}

function codeOf(territory: string): string {
  return parseTerritoryIri(territory)!.code
}

/** A file that is written a megabyte at a time. */
function openFile(path: string) {
  const stream = createWriteStream(path)
  let text = ''
  return {
    async write(more: string): Promise<void> {
      text += more
      if (text.length < 1 << 20) return
      const full = !stream.write(text)
      text = ''
      if (full) await once(stream, 'drain')
    },
    async close(): Promise<void> {
      stream.end(text)
      await once(stream, 'close')
    },
  }
}

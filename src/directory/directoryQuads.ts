import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { Actor } from '../actor/actor.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { type ActorGraphOptions, sourceIri } from '../graph/actorGraph.ts'
import { actorToQuads } from '../graph/actorToQuads.ts'
import { communeQuads } from '../vocabulary/communeQuads.ts'
import { loadCommunes } from '../vocabulary/communes.ts'
import { editionQuads, geographicCodeEdition } from '../vocabulary/geographicCode.ts'
import { iri } from '../vocabulary/namespaces.ts'
import { parseTerritoryIri } from '../vocabulary/territories.ts'
import type { Lexicon } from './lexicon.ts'

const { namedNode, literal, quad } = DataFactory

/** The quads of actors, of the sources that they come from, and of the communes that they name, with their edition. */
export async function directoryQuads(
  actors: readonly Actor[],
  configuration: Configuration,
  lexicon: Lexicon,
): Promise<Iterable<RDF.Quad>> {
  const named = namedCommunes(actors)
  const communes = named.length === 0 ? undefined : await loadCommunes()
  return {
    *[Symbol.iterator]() {
      yield* sourceQuads(configuration)
      const options = actorGraphOptions(actors, configuration, lexicon)
      for (const actor of actors) yield* actorToQuads(actor, options)
      if (!communes) return
      yield* editionQuads(geographicCodeEdition())
      yield* communeQuads(named, communes, lexicon.shipped)
    },
  }
}

function* sourceQuads(configuration: Configuration): Generator<RDF.Quad> {
  for (const { name } of configuration.sources) {
    const source = namedNode(sourceIri(configuration.base, name))
    yield quad(source, namedNode(iri('rdf:type')), namedNode(iri('prov:Entity')))
    yield quad(source, namedNode(iri('dcterms:title')), literal(name, configuration.language))
  }
}

/** The codes of the communes of addresses and of what is covered, in their order. */
function namedCommunes(actors: readonly Actor[]): readonly string[] {
  const communes = new Set<string>()
  for (const actor of actors) {
    const ofAddresses = [actor, ...(actor.sites ?? [])].map(({ address }) => address?.commune)
    for (const territory of [...ofAddresses, ...(actor.coverage ?? [])]) {
      const parsed = territory === undefined ? undefined : parseTerritoryIri(territory)
      if (parsed?.level === 'commune') communes.add(parsed.code)
    }
  }
  return [...communes].sort()
}

/** How the actors of a directory are mapped to quads. */
export function actorGraphOptions(
  actors: readonly Actor[],
  { base, language, fields }: Configuration,
  { classesOf }: Lexicon,
): ActorGraphOptions {
  const homepages = new Map<string, number>()
  for (const { homepage } of actors) {
    if (homepage !== undefined) homepages.set(homepage, (homepages.get(homepage) ?? 0) + 1)
  }
  return {
    base,
    language,
    fields,
    classesOf,
    isSharedHomepage: homepage => (homepages.get(homepage) ?? 0) > 1,
  }
}

import type * as RDF from '@rdfjs/types'
import { Parser } from 'n3'
import { PREFIXES } from '../../src/vocabulary/namespaces.ts'
import { PAGE } from './completeActor.ts'

/** What to put into data and take out of it, as Turtle relative to the complete actor's page. */
export interface Fault {
  readonly add?: string
  readonly drop?: string
}

const HEAD = Object.entries({ ...PREFIXES, id: 'https://w3id.org/annuaire-lod/id/geo/' })
  .map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`)
  .join('')

/**
 * A copy of data with a fault.
 *
 * @throws {Error} where there is nothing to take out
 */
export function plant(data: readonly RDF.Quad[], { add = '', drop = '' }: Fault): RDF.Quad[] {
  const unwanted = parse(drop)
  const missing = unwanted.find(quad => !data.some(other => other.equals(quad)))
  if (missing) throw new Error(`there is no such quad about ${missing.subject.value} to take out`)
  return [...data.filter(quad => !unwanted.some(other => other.equals(quad))), ...parse(add)]
}

function parse(turtle: string): RDF.Quad[] {
  return new Parser({ baseIRI: PAGE }).parse(HEAD + turtle) as RDF.Quad[]
}

import { readFile } from 'node:fs/promises'
import type * as RDF from '@rdfjs/types'
import { Parser } from 'n3'
import { VocabularyError } from '../errors.ts'
import type { ConceptScheme } from './concept.ts'
import { readScheme } from './readScheme.ts'

/** Names of the schemes that are shipped. */
export const SHIPPED_SCHEMES: readonly string[] = [
  'legal-forms',
  'cj',
  'missions',
  'audiences',
  'regions-2010',
  'regions-2016',
  'departements',
  'collectivites',
]

const FILES = ['ontology', 'legal-forms', 'cj', 'missions', 'audiences', 'territories'] as const

/** What this project publishes as its vocabulary. */
export interface Vocabulary {
  /** By name. */
  readonly schemes: ReadonlyMap<string, ConceptScheme>
  /** Ontology, schemes and territories. */
  readonly quads: readonly RDF.Quad[]
}

let vocabulary: Promise<Vocabulary> | undefined

/**
 * Reads the shipped vocabulary, once.
 *
 * @throws {VocabularyError} where a file of it is broken, with its name and line
 */
export function loadVocabulary(): Promise<Vocabulary> {
  vocabulary ??= readVocabulary()
  return vocabulary
}

/**
 * The text of a file of `vocab/`, e.g. `shapes.ttl`.
 *
 * @throws {VocabularyError} where it cannot be read
 */
export async function readVocabularyFile(name: string): Promise<string> {
  try {
    return await readFile(new URL(`../../vocab/${name}`, import.meta.url), 'utf8')
  } catch (cause) {
    throw new VocabularyError('this file of the package cannot be read; install the package again', {
      cause,
      location: { file: `vocab/${name}` },
    })
  }
}

async function readVocabulary(): Promise<Vocabulary> {
  const parts = await Promise.all(
    FILES.map(async name => parseTurtle(await readVocabularyFile(`${name}.ttl`), `${name}.ttl`)),
  )
  const quads = parts.flat()
  return { schemes: new Map(SHIPPED_SCHEMES.map(name => [name, readScheme(name, quads)])), quads }
}

/**
 * The quads of a Turtle file of `vocab/`.
 *
 * @param name of the file, for the error
 * @throws {VocabularyError} where it is broken, with the line
 */
export function parseTurtle(text: string, name: string): RDF.Quad[] {
  try {
    return new Parser({ format: 'text/turtle' }).parse(text) as RDF.Quad[]
  } catch (cause) {
    const line = (cause as { context?: { line?: number } }).context?.line
    throw new VocabularyError('this is not Turtle', {
      cause,
      location: { file: `vocab/${name}`, ...(line === undefined ? {} : { line }) },
    })
  }
}

import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import type * as RDF from '@rdfjs/types'
import { mediaTypeOf } from '../../src/graph/mediaTypes.ts'
import { parseQuads } from '../../src/graph/parse.ts'
import { gather } from '../graph/gather.ts'
import type { SuiteFile } from './manifest.ts'

/**
 * The quads of a document of a suite.
 *
 * @throws where the extension is that of no format of RDF, or the document is malformed
 */
export async function readDocument({ url, base }: SuiteFile): Promise<RDF.Quad[]> {
  const extension = extname(url.pathname)
  const mediaType = mediaTypeOf(extension)
  if (mediaType === undefined) throw new Error(`documents in files of "${extension}" are not known`)
  return gather(parseQuads([readFileSync(url, 'utf8')], mediaType, { baseIRI: base }))
}

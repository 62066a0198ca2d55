/** A format by its media type. */
export interface MediaTypeDescription {
  /** Extension of file names, without a dot. */
  readonly extension: string
  /** IRI in the IANA registry. */
  readonly iri: string
  /** Human name. */
  readonly name: string
}

const IANA = 'https://www.iana.org/assignments/media-types/'

/** The RDF formats that are written. */
export const RDF_MEDIA_TYPES = {
  'text/turtle': { extension: 'ttl', iri: `${IANA}text/turtle`, name: 'Turtle' },
  'application/n-triples': { extension: 'nt', iri: `${IANA}application/n-triples`, name: 'N-Triples' },
  'application/ld+json': { extension: 'jsonld', iri: `${IANA}application/ld+json`, name: 'JSON-LD' },
  'application/rdf+xml': { extension: 'rdf', iri: `${IANA}application/rdf+xml`, name: 'RDF/XML' },
} as const satisfies Record<string, MediaTypeDescription>

/** The RDF formats that are read, but not written: they hold named graphs. */
const READ_ONLY_MEDIA_TYPES = {
  'application/trig': { extension: 'trig', iri: `${IANA}application/trig`, name: 'TriG' },
  'application/n-quads': { extension: 'nq', iri: `${IANA}application/n-quads`, name: 'N-Quads' },
} as const satisfies Record<string, MediaTypeDescription>

/** Media type of an RDF format that is written. */
export type RdfMediaType = keyof typeof RDF_MEDIA_TYPES

/** Media type of an RDF format that is read. */
export type ReadableMediaType = RdfMediaType | keyof typeof READ_ONLY_MEDIA_TYPES

/** The RDF format that is read from files of an extension (`.ttl`); `undefined` where there is none. */
export function mediaTypeOf(extension: string): ReadableMediaType | undefined {
  const found = Object.entries({ ...RDF_MEDIA_TYPES, ...READ_ONLY_MEDIA_TYPES }).find(
    ([, known]) => `.${known.extension}` === extension.toLowerCase(),
  )
  return found?.[0] as ReadableMediaType | undefined
}

/** The IRI of any media type in the IANA registry. */
export function mediaTypeIri(mediaType: string): string {
  return IANA + mediaType
}

import type { JsonLdTermDefinition } from '../vocabulary/jsonldContext.ts'

/** What `@context` stands for: terms and prefixes, each with its definition. Never the address of another one. */
export type JsonLdContext = Readonly<Record<string, JsonLdTermDefinition>>

/** Gives the shortest name of an IRI in a context. */
export interface TermCompactor {
  /** A term, else a compact IRI, else the IRI. For what is relative to the vocabulary: properties, classes, datatypes. */
  compact(iri: string): string
  /** Whether a JSON-LD processor would take this IRI for a compact one (`geo:48.1,-1.7` where `geo` is a prefix). */
  isConfusable(iri: string): boolean
}

/** Keys of a definition that change nothing in how an explicit node or value object of the term is read. */
const HARMLESS_KEYS = new Set(['@id', '@type', '@language', '@direction', '@prefix', '@protected'])
/** The last character of an IRI that makes a simple term a prefix (JSON-LD 1.1 API §4.2.2, step 14.2.5). */
const GEN_DELIM = /[:/?#[\]@]$/

/** Compaction of IRIs after JSON-LD 1.1 API §6.2, for contexts without scopes. */
export function createTermCompactor(context: JsonLdContext): TermCompactor {
  const terms = new Map<string, string>()
  const prefixes: [prefix: string, namespace: string][] = []
  for (const [term, definition] of Object.entries(context)) {
    if (term.startsWith('@')) continue
    const iri = expand(idOf(definition), context)
    if (iri === undefined) continue
    if (isPrefix(definition, iri)) prefixes.push([term, iri])
    else if (isPlain(definition) && !terms.has(iri)) terms.set(iri, term)
  }
  prefixes.sort(([, a], [, b]) => b.length - a.length)
  const known = new Map<string, string>()

  function find(iri: string): string {
    const term = terms.get(iri)
    if (term !== undefined) return term
    const prefix = prefixes.find(
      ([, namespace]) => iri.startsWith(namespace) && iri.length > namespace.length,
    )
    if (!prefix) return iri
    const compact = `${prefix[0]}:${iri.slice(prefix[1].length)}`
    // `ex://x` would be read as an IRI, and a term of that name as itself.
    return compact.startsWith(`${prefix[0]}://`) || compact in context ? iri : compact
  }

  return {
    compact(iri) {
      const found = known.get(iri) ?? find(iri)
      // Properties, classes and datatypes are few; where they are not, memory stays bounded.
      if (known.size < 10_000) known.set(iri, found)
      return found
    },
    isConfusable(iri) {
      const colon = iri.indexOf(':')
      return !iri.startsWith('//', colon + 1) && Object.hasOwn(context, iri.slice(0, colon))
    },
  }
}

function idOf(definition: unknown): string | undefined {
  if (typeof definition === 'string') return definition
  const id = (definition as { '@id'?: unknown } | null)?.['@id']
  return typeof id === 'string' ? id : undefined
}

function isPrefix(definition: JsonLdTermDefinition, iri: string): boolean {
  return typeof definition === 'string' ? GEN_DELIM.test(iri) : definition['@prefix'] === true
}

function isPlain(definition: JsonLdTermDefinition): boolean {
  if (typeof definition === 'string') return true
  return definition['@type'] !== '@json' && Object.keys(definition).every(key => HARMLESS_KEYS.has(key))
}

/** The IRI that a definition names by a prefix of the same context; keywords have none. */
function expand(id: string | undefined, context: JsonLdContext): string | undefined {
  if (id === undefined || id.startsWith('@')) return undefined
  const colon = id.indexOf(':')
  if (colon < 0) return undefined
  const namespace = Object.hasOwn(context, id.slice(0, colon)) ? idOf(context[id.slice(0, colon)]) : undefined
  return namespace === undefined || id.startsWith('//', colon + 1) ? id : namespace + id.slice(colon + 1)
}

import { readVocabularyFile } from './vocabulary.ts'

/** A term of the context: an IRI or compact IRI, or an expanded definition (JSON-LD 1.1 §9.15). */
export type JsonLdTermDefinition = string | Readonly<Record<string, unknown>>

let context: Promise<Readonly<Record<string, JsonLdTermDefinition>>> | undefined

/** The shipped JSON-LD context (`vocab/context.jsonld`): what `@context` stands for. It is read once. */
export function readJsonLdContext(): Promise<Readonly<Record<string, JsonLdTermDefinition>>> {
  context ??= readVocabularyFile('context.jsonld').then(text => JSON.parse(text)['@context'])
  return context
}

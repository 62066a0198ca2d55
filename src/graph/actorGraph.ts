import type { OwnField } from '../actor/ownField.ts'
import type { Language } from '../errors.ts'

/** What the mapping between actors and quads has to know of their directory. */
export interface ActorGraphOptions {
  /** IRI under which the directory's own things live, without a final slash. */
  readonly base: string
  /** Language of names and other texts. */
  readonly language: Language
  /** Fields of the directory's own. Default: none. */
  readonly fields?: readonly OwnField[]
  /** Classes of the actors of a legal form, by the concept's IRI. Default: none beside `org:Organization`. */
  readonly classesOf?: (legalForm: string) => readonly string[]
  /**
   * Whether several actors have this website: `foaf:homepage` is inverse functional and would make them one, so
   * theirs is a `foaf:page`. Default: no.
   */
  readonly isSharedHomepage?: (homepage: string) => boolean
}

/** IRI of the page that describes an actor: that of the actor without its fragment. */
export function pageOf(actor: string): string {
  return actor.split('#', 1)[0]!
}

/** IRI of the source that an actor was read from. */
export function sourceIri(base: string, source: string): string {
  return `${base}/id/source/${source}`
}

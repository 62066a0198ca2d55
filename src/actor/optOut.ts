import type { Actor } from './actor.ts'

/**
 * Makes the test of who is never to be published. An actor is out where the list names its key, SIREN, SIRET or RNA
 * number, its IRI, another identifier or e-mail address of its own, or the SIRET or address of one of its sites. An
 * identifier names what bears exactly it: a SIREN in the list does not name the establishments of other records, nor a
 * SIRET its SIREN. How it is written does not matter: spaces and stops in numbers, case, `mailto:`, `#it`.
 */
export function createOptOut(identifiers: readonly string[]): (actor: Actor) => boolean {
  const listed = new Set(identifiers.flatMap(writings))
  return actor => identifiersOf(actor).some(identifier => writings(identifier).some(form => listed.has(form)))
}

/**
 * The positions in the list, from 0, of identifiers that name none of the actors: misspelt perhaps, so that somebody who
 * should be out is not.
 */
export function findUnmatchedOptOuts(identifiers: readonly string[], actors: Iterable<Actor>): number[] {
  const borne = new Set<string>()
  for (const actor of actors) {
    for (const form of identifiersOf(actor).flatMap(writings)) borne.add(form)
  }
  return identifiers.flatMap((identifier, position) =>
    writings(identifier).some(form => borne.has(form)) ? [] : [position],
  )
}

function identifiersOf(actor: Actor): string[] {
  const { id, key, siren, siret, rna, email, otherIdentifiers = [], sites = [] } = actor
  const held = [
    id,
    key,
    siren,
    siret,
    rna,
    email,
    ...otherIdentifiers.map(({ value }) => value),
    ...sites.flatMap(site => [site.siret, site.email]),
  ]
  return held.filter(text => text !== undefined)
}

/** What an identifier is compared by: its text without case; bare of separators too where it is a number. */
function writings(identifier: string): string[] {
  const text = identifier
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '')
    .replace(/#it$/, '')
  if (text === '') return []
  const bare = text.replace(/[\s.-]/g, '')
  return bare !== text && /^(?:\d{9}|\d{14}|w[\da-z]{9})$/.test(bare) ? [text, bare] : [text]
}

/** Licences of Creative Commons by the path of their IRI: their letters and their version. */
const CREATIVE_COMMONS = /^https?:\/\/creativecommons\.org\/licenses\/([a-z-]+)\/(\d\.\d)(?:\/|$)/
const SPDX = /^https?:\/\/spdx\.org\/licenses\/([A-Za-z0-9.+-]+?)(?:\.html)?\/?$/

/** Names by which people know licences better than by the identifiers of SPDX. */
const NAMES: Readonly<Record<string, string>> = {
  'etalab-2.0': 'Licence Ouverte 2.0 (Etalab)',
  'CC0-1.0': 'CC0 1.0',
}

/** What a licence is called, as far as its IRI says so; else the IRI. */
export function licenceName(iri: string): string {
  if (/^https?:\/\/creativecommons\.org\/publicdomain\/zero\/1\.0(?:\/|$)/.test(iri)) return 'CC0 1.0'
  const [, terms, version] = CREATIVE_COMMONS.exec(iri) ?? []
  if (terms !== undefined) return `CC ${terms.toUpperCase()} ${version}`
  const [, identifier] = SPDX.exec(iri) ?? []
  if (identifier === undefined) return iri
  return Object.hasOwn(NAMES, identifier) ? NAMES[identifier]! : identifier
}

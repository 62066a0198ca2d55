import { NAME_CHARACTER, NAME_START } from './nameCharacters.ts'

/** Ends in an NCName (Namespaces in XML §3, production 4). */
const ENDS_IN_NAME = new RegExp(`^(.*?)([${NAME_START}][${NAME_CHARACTER}.]*)$`, 'su')
/** Whatever is not Char (XML 1.0 §2.2, production 2): no reference can carry it either. */
const NOT_CHAR = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

/** An IRI as the name of an XML element. */
export interface QualifiedName {
  readonly namespace: string
  readonly localName: string
}

/** The IRI with the longest local name at its end; `undefined` where none can stand there. */
export function qualifiedName(iri: string): QualifiedName | undefined {
  const [, namespace = '', localName = ''] = ENDS_IN_NAME.exec(iri) ?? []
  return namespace === '' ? undefined : { namespace, localName }
}

/** The first character of a text that no XML 1.0 document can hold, as `U+0001`. */
export function characterUnknownToXml(text: string): string | undefined {
  const found = NOT_CHAR.exec(text)?.[0].codePointAt(0)
  return found === undefined ? undefined : `U+${found.toString(16).toUpperCase().padStart(4, '0')}`
}

const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for the content of an element or a quoted attribute; white space survives the parser in both. */
export function escapeXml(text: string, where: 'content' | 'attribute'): string {
  return text.replace(where === 'content' ? /[&<>\r]/g : /[&<>"\t\n\r]/g, character => {
    return REFERENCES[character] ?? `&#${character.charCodeAt(0)};`
  })
}

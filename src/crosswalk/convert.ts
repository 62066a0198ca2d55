import { isEmail } from '../actor/email.ts'
import { isHttpIri } from '../actor/httpIri.ts'
import { asIs, type Conversion, type ConversionOptions, fail } from './conversion.ts'
import type { ValueKind } from './fields.ts'
import { parsePoint } from './point.ts'
import { readDate, readYear } from './readDate.ts'
import { readNumber, readRna } from './readIdentifier.ts'
import { readDecimal, readInteger } from './readNumeral.ts'
import { EXPECTED } from './valueMessages.ts'

export type { Conversion, ConversionOptions } from './conversion.ts'

type LiteralKind = Exclude<ValueKind, 'concept' | 'territory' | 'identifier'>

const NO_OPTIONS: ConversionOptions = {}

/** Reads a trimmed, non-empty text as a value of the kind. */
export function convert(
  text: string,
  kind: LiteralKind,
  options: ConversionOptions = NO_OPTIONS,
): Conversion {
  switch (kind) {
    case 'text':
      return asIs(text)
    case 'siren':
    case 'siret':
      return readNumber(text, kind)
    case 'rna':
      return readRna(text)
    case 'email':
      return readEmail(text)
    case 'iri':
      return readIri(text)
    case 'decimal':
      return readDecimal(text)
    case 'integer':
      return readInteger(text)
    case 'boolean':
      return readBoolean(text)
    case 'date':
    case 'dateOrYear':
      return readDate(text, kind, options)
    case 'year':
      return readYear(text)
    case 'point': {
      const position = parsePoint(text)
      return position ? asIs(position) : fail(EXPECTED.point)
    }
  }
}

function readEmail(text: string): Conversion {
  const address = text.replace(/^mailto:/i, '')
  if (!isEmail(address)) return fail(EXPECTED.email)
  return address === text ? asIs(text) : { value: address, repairs: ['strip-mailto'] }
}

/** Longer addresses are not completed. */
const LONGEST_IRI = 2048

const BARE_HOST = /^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:[/?#]\S*)?$/i

function readIri(text: string): Conversion {
  if (isHttpIri(text)) return asIs(text)
  if (text.length <= LONGEST_IRI && BARE_HOST.test(text) && isHttpIri(`https://${text}`)) {
    return { value: `https://${text}`, repairs: ['add-scheme'] }
  }
  return fail(EXPECTED.iri)
}

const YES = new Set(['true', 'vrai', 'oui', 'yes', '1', 'x'])
const NO = new Set(['false', 'faux', 'non', 'no', '0'])

function readBoolean(text: string): Conversion {
  const word = text.toLowerCase()
  if (YES.has(word)) return asIs(true)
  return NO.has(word) ? asIs(false) : fail(EXPECTED.boolean)
}

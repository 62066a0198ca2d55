import type * as RDF from '@rdfjs/types'
import { fc } from '../../fastCheck.ts'
import { LITERALS, NODES, XSD } from './graphs.ts'
import type { Writer } from './scope.ts'

type Part = fc.Arbitrary<Writer>

/** The expressions of the grammar, by what they mostly are. Any may fail: each kind also gets values of the others. */
export interface Expressions {
  readonly any: Part
  readonly boolean: Part
  readonly number: Part
  readonly text: Part
}

/** A literal as SPARQL writes it; numbers and booleans sometimes short. */
export function literalText({ value, language, datatype }: RDF.Literal): string {
  const quoted = JSON.stringify(value)
  if (language !== '') return `${quoted}@${language}`
  const type = datatype.value.replace(XSD, '')
  if (type === 'string') return quoted
  if (type === 'integer' && /^\d+$/.test(value)) return value
  if (type === 'boolean' && /^(?:true|false)$/.test(value)) return value
  return `${quoted}^^<${datatype.value}>`
}

const variable: Part = fc.nat(63).map(choice => scope => scope.use(choice))
const fixed = (...texts: readonly string[]): Part => fc.constantFrom(...texts).map(text => () => text)
const literals = fixed(...LITERALS.map(literalText))
const numbers = fixed(
  '0',
  '1',
  '2',
  '-3',
  '2.5',
  '0.5',
  '1.0e0',
  '2.5e1',
  '"10"^^<http://www.w3.org/2001/XMLSchema#int>',
)
const texts = fixed('"abc"', '"a"', '"B"', '"bc"', '"a"@en', '"abc"@fr', '"é"', '"😀"')
// Comunica and Oxigraph have their own way with positions before the first character.
const positions = fixed('1', '2', '3', '5')
const patterns = fixed('"a"', '"^a"', '"b.$"', '"[A-C]+"', '"(a)(b)?"', '"."', '"é|c"')
const flags = fixed('""', '"i"', '"s"', '"q"', '"x"')
const types = fixed(`<${XSD}date>`, `<${XSD}string>`, '<http://e/wkt>', `<${XSD}dateTime>`)

/** A function or an operator over parts: `write('CONCAT($, $)', text, text)`. */
function write(template: string, ...parts: readonly Part[]): Part {
  const pieces = template.split('$')
  return fc
    .tuple(...parts)
    .map(
      writers => scope =>
        pieces.map((piece, i) => (i === 0 ? piece : writers[i - 1]!(scope) + piece)).join(''),
    )
}

const oneOf = (weighted: readonly (readonly [weight: number, part: Part])[]): Part =>
  fc.oneof(
    { maxDepth: 4, depthSize: 'small', depthIdentifier: 'expression' },
    ...weighted.map(([weight, arbitrary]) => ({ weight, arbitrary })),
  )

/** @param group what EXISTS is asked of, if anything is */
export function expressions(group: Part | undefined): Expressions {
  return fc.letrec<{ any: Writer; boolean: Writer; number: Writer; text: Writer }>(tie => {
    const any = tie('any') as Part
    const boolean = tie('boolean') as Part
    const number = tie('number') as Part
    const text = tie('text') as Part
    const each = (names: readonly string[], rest: string, ...parts: readonly Part[]): Part =>
      fc.oneof(...names.map(name => write(name + rest, ...parts)))
    return {
      any: oneOf([
        [6, variable],
        [2, literals],
        [1, fixed(...NODES.map(name => `:${name}`))],
        [1, boolean],
        [2, number],
        [2, text],
        [1, write('IF($, $, $)', boolean, any, any)],
        [1, write('COALESCE($, $)', any, any)],
        [1, each(['IRI', 'DATATYPE', 'STR', 'LANG'], '($)', any)],
        [1, write('STRDT($, $)', text, types)],
        [1, write('STRLANG($, $)', text, fixed('"en"', '"fr-CA"', '""'))],
        [
          1,
          each(
            ['string', 'integer', 'decimal', 'double', 'float', 'boolean', 'dateTime', 'date'].map(
              t => `xsd:${t}`,
            ),
            '($)',
            any,
          ),
        ],
        [1, each(['TZ', 'TIMEZONE'], '($)', variable)],
      ]),
      boolean: oneOf([
        [2, variable],
        [1, fixed('true', 'false')],
        [
          6,
          each(
            ['=', '!=', '<', '>', '<=', '>='].map(operator => `($ ${operator} `),
            '$)',
            any,
            any,
          ),
        ],
        [
          2,
          each(
            ['=', '<', '>', '<='].map(operator => `($ ${operator} `),
            '$)',
            number,
            number,
          ),
        ],
        [
          2,
          each(
            ['=', '<', '>='].map(operator => `($ ${operator} `),
            '$)',
            text,
            text,
          ),
        ],
        [3, each(['($ && ', '($ || '], '$)', boolean, boolean)],
        [2, write('(! $)', boolean)],
        [2, write('BOUND($)', variable)],
        [1, write('REGEX($, $)', text, patterns)],
        [1, write('REGEX($, $, $)', text, patterns, flags)],
        [2, each(['CONTAINS', 'STRSTARTS', 'STRENDS'], '($, $)', text, text)],
        [1, write('LANGMATCHES(LANG($), $)', any, fixed('"en"', '"*"', '"FR"', '"en-GB"'))],
        [2, each(['isIRI', 'isBlank', 'isLiteral', 'isNumeric'], '($)', any)],
        [1, write('($ IN ($, $))', any, any, any)],
        [1, write('($ NOT IN ($, $))', any, any, any)],
        [1, write('($ IN ())', any)],
        [1, write('sameTerm($, $)', any, any)],
        ...(group
          ? [[2, write('EXISTS { $ }', group)] as const, [1, write('NOT EXISTS { $ }', group)] as const]
          : []),
      ]),
      number: oneOf([
        [3, variable],
        [3, numbers],
        [3, each(['($ + ', '($ - ', '($ * ', '($ / '], '$)', number, number)],
        [1, write('(- $)', number)],
        [1, each(['ABS', 'CEIL', 'FLOOR', 'ROUND'], '($)', number)],
        [1, write('STRLEN($)', text)],
        [1, each(['YEAR', 'MONTH', 'DAY', 'HOURS', 'MINUTES', 'SECONDS'], '($)', variable)],
        [1, each(['xsd:integer', 'xsd:decimal', 'xsd:double'], '($)', any)],
      ]),
      text: oneOf([
        [3, variable],
        [3, texts],
        [3, write('STR($)', any)],
        [1, write('CONCAT($, $)', text, text)],
        [1, write('SUBSTR($, $)', text, positions)],
        [1, write('SUBSTR($, $, $)', text, positions, positions)],
        [1, each(['UCASE', 'LCASE', 'ENCODE_FOR_URI', 'LANG'], '($)', text)],
        [1, each(['STRBEFORE', 'STRAFTER'], '($, $)', text, text)],
        [1, write('REPLACE($, $, $)', text, patterns, fixed('"z"', '"[$1]"', '""'))],
        [1, write('REPLACE($, $, $, $)', text, patterns, fixed('"z"'), flags)],
        [1, each(['MD5', 'SHA1', 'SHA256'], '($)', texts)],
      ]),
    }
  })
}

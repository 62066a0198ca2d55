const LETTER = '\\p{L}\\p{Nl}\\u200C\\u200D'

/** The name of a prefix (SPARQL 1.1, production 168), as the source of a regular expression. */
export const PREFIX_NAME = `[${LETTER}](?:[${LETTER}\\p{M}\\p{Nd}_.\\-·‿⁀]*[${LETTER}\\p{M}\\p{Nd}_\\-·‿⁀])?`

/** Production 139. */
const IRI = '<[^\\u0000-\\u0020<>"{}|^`\\\\]*>'

/**
 * What may hide a colon (comments, IRIs, strings, blank nodes, variables), declarations, and prefixed names, in an
 * order in which the first that fits is right. The last alternative takes anything else by one character.
 */
export const TOKEN = new RegExp(
  [
    '(?<blank>\\s+|#[^\\n\\r]*)',
    `(?<iri>${IRI})`,
    '"""(?:(?:""?)?(?:[^"\\\\]|\\\\.))*"""',
    "'''(?:(?:''?)?(?:[^'\\\\]|\\\\.))*'''",
    '"(?:[^"\\\\\\n\\r]|\\\\.)*"',
    "'(?:[^'\\\\\\n\\r]|\\\\.)*'",
    `[?$](?<variable>[${LETTER}\\p{Nd}_][${LETTER}\\p{M}\\p{Nd}_·‿⁀]*)`,
    `[?$@][${LETTER}\\p{M}\\p{Nd}_\\-]+`,
    `_:[${LETTER}\\p{M}\\p{Nd}_.\\-]*`,
    `(?<declaration>(?:PREFIX(?:\\s|#[^\\n\\r]*[\\n\\r])+(?<declared>(?:${PREFIX_NAME})?):|BASE)(?:\\s|#[^\\n\\r]*[\\n\\r])*${IRI})`,
    `(?<used>(?:${PREFIX_NAME})?):(?:[${LETTER}\\p{M}\\p{Nd}_.\\-:%]|\\\\.)*`,
    // Whole, so that none of its parts is looked through again.
    `[${LETTER}][${LETTER}\\p{M}\\p{Nd}_.\\-·‿⁀]*`,
    `[${LETTER}\\p{Nd}_]+`,
    '.',
  ].join('|'),
  'gisu',
)

/**
 * Characters that begin a name, as ranges of a regular expression with the flag `u`: NameStartChar of XML 1.0
 * without the colon (§2.3, production 4), which is PN_CHARS_U of Turtle (production 164s).
 */
export const NAME_START =
  'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D' +
  '\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}'

/** Characters of a name: NameChar of XML 1.0 without colon and dot, which is PN_CHARS of Turtle (166s). */
export const NAME_CHARACTER = `${NAME_START}\\-0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040`

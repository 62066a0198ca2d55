/** The functions and aggregates of SPARQL 1.1 (§17.4, §18.5). */
export const FUNCTIONS: readonly string[] = (
  'ABS AVG BNODE BOUND CEIL COALESCE CONCAT CONTAINS COUNT DATATYPE DAY ENCODE_FOR_URI EXISTS FLOOR GROUP_CONCAT HOURS ' +
  'IF IRI ISBLANK ISIRI ISLITERAL ISNUMERIC ISURI LANG LANGMATCHES LCASE MAX MD5 MIN MINUTES MONTH NOW RAND REGEX ' +
  'REPLACE ROUND SAMETERM SAMPLE SECONDS SHA1 SHA256 SHA384 SHA512 STR STRAFTER STRBEFORE STRDT STRENDS STRLANG STRLEN ' +
  'STRSTARTS STRUUID SUBSTR SUM TIMEZONE TZ UCASE URI UUID YEAR'
).split(' ')

/** What other languages call what SPARQL calls otherwise. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  AND: '&&, or simply another pattern',
  OR: '||, or UNION between patterns',
  NOT: '! (of patterns: FILTER NOT EXISTS { … })',
  LIKE: 'CONTAINS(?text, "part") or REGEX(?text, "expression")',
  IS: '=, or BOUND(?x), ISIRI(?x) …',
  NULL: 'what BOUND(?x) is false of: SPARQL has no NULL',
  LENGTH: 'STRLEN(?text)',
  LEN: 'STRLEN(?text)',
  UPPER: 'UCASE(?text)',
  LOWER: 'LCASE(?text)',
  SUBSTRING: 'SUBSTR(?text, start, length)',
  ISNULL: '!BOUND(?x)',
  IFNULL: 'COALESCE(?x, …)',
  TOP: 'LIMIT at the end of the query',
  JOIN: 'a variable that two patterns share',
  CASE: 'IF(condition, then, else)',
}

/** What went wrong with a text on its way through encodings. */
export type EncodingDamage = 'mojibake' | 'replacement-character'

/** Characters of which one stands in every damaged text; clean ones seldom have any. */
const SUSPECT = /[\u0080-\u009f\u00c2\u00c3\u00c5\u00e2\u221a\ufffd]/

/**
 * UTF-8 that was read as Windows-1252 or Latin-1: the first byte of a French letter (C2, C3, C5) and a character that
 * a continuation byte (80–BF) becomes. A word in capitals may end in Ã or Å before a quote or space, and be right.
 * Then punctuation (E2 80 …), UTF-8 that was read as Mac Roman (`√©`), and bytes of Windows-1252 that were read as
 * Latin-1, where C1 controls stand.
 */
const MOJIBAKE = new RegExp(
  [
    'Ã[\\u0080-\\u009f\\u00a1-\\u00ba\\u00bc-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘“•–—˜™š›œžŸ]',
    '(?<!\\p{Lu})Ã[\\u00a0»’”]',
    'Â[\\u00a0-\\u00bf]',
    '(?<!\\p{Lu})Å[“’\\u0092\\u0093]',
    'â[€\\u0080]',
    '√[©®™†π\u00a5\u00aa\u00c6\u00df]',
    '[\\u0080-\\u009f]',
  ].join('|'),
  'u',
)

/**
 * Whether a text bears the marks of a wrong decoding: `Ã©` for `é`, or U+FFFD where letters were lost. It is only told:
 * what the letters were, the producer knows.
 */
export function findEncodingDamage(text: string): EncodingDamage | undefined {
  if (!SUSPECT.test(text)) return undefined
  if (text.includes('\ufffd')) return 'replacement-character'
  return MOJIBAKE.test(text) ? 'mojibake' : undefined
}

/**
 * A label as it is compared: without case, accents, ligatures, and with apostrophes, hyphens, other punctuation
 * and any white space as one space.
 */
export function normaliseLabel(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The same with its symbols, where these tell labels apart: « C », « C++ » and « C# », « < 5 » and « > 5 ». */
export function labelWithSymbols(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}\p{S}#%&*@]+/gu, ' ')
    .trim()
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
}

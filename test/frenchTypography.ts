/**
 * What is wrong with the typography of a French text (Imprimerie nationale): a no-break space stands before
 * `: ; ! ? %` and within « », apostrophes are curved, an ellipsis is one character.
 */
export function typographyFaults(text: string): string[] {
  return FAULTS.flatMap(([name, pattern]) =>
    [...text.matchAll(pattern)].map(
      ({ index }) => `${name}: …${text.slice(Math.max(0, index - 15), index + 15)}…`,
    ),
  )
}

const FAULTS: readonly (readonly [string, RegExp])[] = [
  ['breaking space before a mark', /[ \t\n](?=[:;!?%»])/g],
  ['no space before a mark', /(?<=[\p{L}\p{N}»)])[:;!?%](?=[\s»)]|$)/gu],
  ['no no-break space after «', /«(?![\u00A0\u202F])/g],
  ['no no-break space before »', /(?<![\u00A0\u202F])»/g],
  ['straight apostrophe', /(?<=\p{L})'(?=\p{L})/gu],
  ['straight quotation mark', /"/g],
  ['three dots', /\.\.\./g],
]

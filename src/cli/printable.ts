/** What a cell holds must neither break a line nor steer the terminal or the direction of the text. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, '\ufffd')
}

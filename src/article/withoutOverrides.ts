/**
 * A text of the data without the characters that turn the direction of what follows it in a line (Unicode Annex 9,
 * explicit formatting): they show as U+FFFD.
 */
export function withoutOverrides(text: string): string {
  return text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '\uFFFD')
}

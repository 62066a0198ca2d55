/** What the names of columns match: `*` stands for anything, all else for itself. */
export function columnPattern(name: string): RegExp {
  return new RegExp(`^${name.split('*').map(escapePattern).join('.*')}$`, 's')
}

/** A text as a part of a regular expression that matches just it. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

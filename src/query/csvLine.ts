/** A line of CSV (RFC 4180): a field with a quote, a comma or a line break stands in quotes, its own doubled. */
export function toCsvLine(fields: readonly string[]): string {
  const quoted = fields.map(field => (/["\r\n,]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
  return `${quoted.join(',')}\r\n`
}

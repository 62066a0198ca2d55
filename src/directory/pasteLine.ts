import type { UnmatchedValue } from '../crosswalk/mappedRecord.ts'

/**
 * The line of `annuaire.yaml`, for the `columns` of its source, that takes a value that is in no list for the nearest
 * concept; `undefined` where none is near. People have to say that it is right.
 */
export function pasteLine({ column, field, value, nearest }: UnmatchedValue): string | undefined {
  const [first] = nearest
  // Strings of JSON are strings of YAML (YAML 1.2.2 §7.3.1).
  const quote = (text: string) => JSON.stringify(text)
  return (
    first && `${quote(column)}: { field: ${field}, values: { ${quote(value)}: ${quote(first.notation)} } }`
  )
}

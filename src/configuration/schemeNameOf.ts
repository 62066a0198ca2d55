import type { CodeListField, Configuration } from './configuration.ts'

/** Which scheme each concept field uses. */
export function schemeNameOf(
  field: string,
  { codeLists, fields }: Pick<Configuration, 'codeLists' | 'fields'>,
): string | undefined {
  return codeLists[field as CodeListField] ?? fields.find(({ name }) => name === field)?.scheme
}

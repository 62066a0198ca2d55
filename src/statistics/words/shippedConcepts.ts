import { VOCABULARY_BASE } from '../../vocabulary/namespaces.ts'
import type { ValueWording } from './wording.ts'

/**
 * Wordings of the concepts of a shipped scheme by their IRIs: another scheme may have the same codes and mean other things.
 *
 * @param scheme its name
 * @param prefix of local names, before the code
 */
export function ofShippedScheme(
  scheme: string,
  wordings: Readonly<Record<string, ValueWording>>,
  prefix = '',
): Readonly<Record<string, ValueWording>> {
  return Object.fromEntries(
    Object.entries(wordings).map(([code, wording]) => [
      `${VOCABULARY_BASE}def/${scheme}/${prefix}${code}`,
      wording,
    ]),
  )
}

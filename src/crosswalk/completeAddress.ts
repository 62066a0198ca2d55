import type { Commune } from '../vocabulary/communes.ts'
import { parseTerritoryIri, territoryIri } from '../vocabulary/territories.ts'
import type { Crosswalk } from './createCrosswalk.ts'
import { findField } from './fields.ts'
import type { MappedRecord } from './mappedRecord.ts'
import * as messages from './messages.ts'

const COMMUNE = findField('address.commune', [])!

/**
 * Finds the commune of an address by its name, with the postcode or département beside it. It is taken where it is
 * the only one; otherwise the candidates are told.
 */
export function completeAddress(record: MappedRecord, { communeFinder, definition }: Crosswalk): void {
  const { builder } = record
  const known = builder.get('address', 'commune')
  const [named] = record.communeNames
  if (typeof known === 'string' && (named || !definition.findCommune)) return
  const locality = builder.get('address', 'locality')
  const name = named?.name ?? (typeof locality === 'string' ? locality : undefined)
  if (name === undefined) return
  const postcode = builder.get('address', 'postcode')
  const department = parseTerritoryIri(String(builder.get('address', 'department') ?? ''))?.code
  const place = named
    ? { column: named.column, line: record.row.line }
    : (builder.originOf('address.locality') ?? { column: undefined, line: record.row.line })
  const code = typeof known === 'string' ? parseTerritoryIri(known)?.code : undefined
  const found = communeFinder.find({
    name,
    ...(code === undefined ? {} : { code }),
    ...(typeof postcode === 'string' ? { postcode } : {}),
    ...(department === undefined ? {} : { department }),
  })
  if (code !== undefined) {
    // It has its code: all that is asked is whether name and postcode are those of the same commune.
    if ('problem' in found && found.problem === 'contradiction')
      report('contradiction-commune', 'warning', found.candidates)
    return
  }
  if ('commune' in found) {
    builder.put(COMMUNE, territoryIri('commune', found.commune.code), place)
    const raw = typeof postcode === 'string' ? `${postcode} ${name}` : name
    record.repaired(['find-commune'], raw, found.commune.code, place.column)
    if (named) record.mark(named.column, 'repaired')
    if (found.how === 'name-only') report('commune-by-name-only', 'info', [found.commune])
    return
  }
  // A locality that nobody asked to look up stays what it is; a name in the place of a code does not.
  if (named === undefined && !definition.findCommune) return
  report(`${found.problem}-commune`, 'warning', found.candidates)
  if (named) record.mark(named.column, 'rejected')

  function report(code: string, severity: 'warning' | 'info', candidates: readonly Commune[]): void {
    const message =
      severity === 'info'
        ? messages.communeByNameOnly(name!, candidates[0]!.code)
        : messages.uncertainCommune(
            name!,
            candidates.slice(0, 5).map(({ name, code }) => `${name} (${code})`),
          )
    record.report(
      place.column,
      { severity, code, message },
      { field: 'address.commune', value: named?.raw ?? name! },
    )
  }
}

import type { Table } from '../../../src/statistics/statistic.ts'
import type { PlainRow } from './sqlStatistic.ts'

/** The rows of a table as {@link computeInSql} gives them. */
export function plainRows({ observations, within, dimensions }: Table): PlainRow[] {
  const inner = dimensions.findIndex(name => name !== within)
  return observations.map(({ values, n, base, missing, share, further }) => {
    const role = values[inner]?.role
    return {
      codes: values.map(({ code }) => code),
      labels: values.map(({ label, role }) => (role === undefined ? label : '')),
      ...(role === undefined ? {} : { role }),
      n: n!,
      base: base!,
      missing: missing!,
      share,
      ...(role === undefined && further ? { further: { ...further } as Record<string, number | null> } : {}),
    }
  })
}

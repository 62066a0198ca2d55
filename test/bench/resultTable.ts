/** How an engine did with a directory of one size. */
export interface EngineRun {
  readonly engine: string
  /** Why the engine has no results at all, or no more of them. */
  readonly skipped?: string
  readonly load?: { readonly seconds: number }
  /** Peak resident memory over loading and all queries, in megabytes. */
  readonly memory?: number
  /** By title of the query. */
  readonly queries: Readonly<Record<string, QueryRun>>
}

/** How an engine did with a query. */
export type QueryRun =
  | {
      /** Of the first time that it was asked, in milliseconds. */
      readonly first: number
      /** Median of the times after the first, in milliseconds. */
      readonly median: number
      /** Number of those. */
      readonly runs: number
    }
  | { readonly failed: string }

/** A Markdown table of medians in milliseconds, with how many times as long as the project each engine takes. */
export function resultTable(runs: readonly EngineRun[], titles: readonly string[]): string {
  const ours = runs.find(({ engine }) => engine === 'annuaire')
  const lines = [
    ['', ...runs.map(({ engine }) => engine)],
    ['---', ...runs.map(() => '--:')],
    ...titles.map(title => [
      title,
      ...runs.map(run => cell(run.queries[title], run === ours ? undefined : ours?.queries[title])),
    ]),
    ['load, s', ...runs.map(({ load }) => (load ? number(load.seconds) : '–'))],
    ['peak memory, MB', ...runs.map(({ memory }) => (memory === undefined ? '–' : String(memory)))],
  ]
  return lines.map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

function cell(run: QueryRun | undefined, ours: QueryRun | undefined): string {
  if (!run) return '–'
  if ('failed' in run) return run.failed
  const ratio = ours && 'median' in ours ? ` (×${number(run.median / ours.median)})` : ''
  return number(run.median) + ratio
}

/** Two significant digits where it is small. */
function number(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(2)))
}

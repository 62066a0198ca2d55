import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Language, openDirectory, type Release } from '../index.ts'
import { formatReport } from './formatReport.ts'
import { formatSources } from './formatSources.ts'
import { UsageError } from './help.ts'
import { parseCommand } from './parseCommand.ts'
import { withProgress } from './progress.ts'
import { EXIT, type Terminal } from './terminal.ts'

/** `annuaire publish`. */
export async function publish(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseCommand(() =>
    parseArgs({
      args: [...args],
      options: { out: { type: 'string' }, replace: { type: 'boolean' }, strict: { type: 'boolean' } },
      allowPositionals: true,
    }),
  )
  if (positionals.length > 1) throw new UsageError('publish takes one directory')
  const directory = await openDirectory(positionals[0] ?? '.')
  const { language } = directory.configuration
  const outcome = await withProgress(language, terminal, async options => {
    const report = await directory.check(options)
    if (values.strict && !report.conforms) return { report }
    const { replace } = values
    const release = await directory.publish(values.out, {
      ...options,
      ...(replace === undefined ? {} : { replace }),
    })
    return { report, release }
  })
  terminal.err(formatSources(await directory.sources(), language))
  if (!outcome.release) {
    terminal.err(formatReport(outcome.report, language))
    return EXIT.doesNotConform
  }
  terminal.err(summarize(outcome.release, language))
  terminal.out(`${outcome.release.path}\n`)
  return EXIT.conforms
}

function summarize({ actors, rows, status, path }: Release, language: Language): string {
  const left = rows - actors
  const page = join(path, 'report.html')
  return language === 'fr'
    ? `${actors} acteurs publiés sur ${rows} lignes lues${left > 0 ? `, ${left} laissées de côté` : ''}${status === 'unchanged' ? ' (version inchangée)' : ''}.\nÀ regarder\u00a0: ${page}\n`
    : `${actors} actors published of ${rows} rows read${left > 0 ? `, ${left} left out` : ''}${status === 'unchanged' ? ' (release unchanged)' : ''}.\nLook at ${page}\n`
}

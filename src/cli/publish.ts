import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  ExpectationError,
  type Language,
  openDirectory,
  type Release,
  type ValidationResult,
} from '../index.ts'
import { formatReport, formatResults } from './formatReport.ts'
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
      options: {
        out: { type: 'string' },
        replace: { type: 'boolean' },
        strict: { type: 'boolean' },
        'ignore-expectations': { type: 'boolean' },
      },
      allowPositionals: true,
    }),
  )
  if (positionals.length > 1) throw new UsageError('publish takes one directory')
  const directory = await openDirectory(positionals[0] ?? '.')
  const { language } = directory.configuration
  const outcome = await withProgress(language, terminal, async options => {
    const report = await directory.check(options)
    if (values.strict && !report.conforms) return { report }
    const { replace = false, 'ignore-expectations': ignoreExpectations = false } = values
    try {
      const release = await directory.publish(values.out, { ...options, replace, ignoreExpectations })
      return { report, release }
    } catch (error) {
      if (error instanceof ExpectationError) return { report, unmet: error.results }
      throw error
    }
  })
  terminal.err(formatSources(await directory.sources(), language))
  if (outcome.unmet) {
    terminal.err(formatUnmet(outcome.unmet, language))
    return EXIT.doesNotConform
  }
  if (!outcome.release) {
    terminal.err(formatReport(outcome.report, language))
    return EXIT.doesNotConform
  }
  const { disclosures, expectations, unsaid } = outcome.release
  terminal.err(formatResults([...disclosures, ...expectations, ...unsaid], language))
  terminal.err(summarize(outcome.release, language))
  terminal.out(`${outcome.release.path}\n`)
  return EXIT.conforms
}

/** As many reasons as are read. */
const MOST_REASONS = 50

/** Why nothing was published, and what to do. */
function formatUnmet(results: readonly ValidationResult[], language: Language): string {
  const rest = results.length - MOST_REASONS
  const more = rest <= 0 ? '' : language === 'fr' ? `… et ${rest} de plus.\n` : `… and ${rest} more.\n`
  const told =
    language === 'fr'
      ? 'Rien n’a été publié\u00a0: les statistiques ne sont pas celles attendues. Si tout cela est juste, publiez avec --ignore-expectations.'
      : 'Nothing was published: the statistics are not as expected. Where all of this is right, publish with --ignore-expectations.'
  return `${formatResults(results.slice(0, MOST_REASONS), language)}${more}${told}\n`
}

function summarize(
  { actors, rows, rejectedRows: left, merged, status, path }: Release,
  language: Language,
): string {
  const unchanged = status === 'unchanged'
  const page = join(path, 'report.html')
  if (language === 'fr') {
    const published = actors > 1 ? `${actors} acteurs publiés` : `${actors} acteur publié`
    const read = rows > 1 ? `${rows} lignes lues` : `${rows} ligne lue`
    const leftOut = left > 0 ? `, ${left} laissée${left > 1 ? 's' : ''} de côté` : ''
    const joined = merged > 0 ? `, ${merged} fusionnée${merged > 1 ? 's' : ''}` : ''
    return `${published} sur ${read}${leftOut}${joined}${unchanged ? ' (version inchangée)' : ''}.\nÀ regarder\u00a0: ${page}\n`
  }
  const published = `${actors} ${actors === 1 ? 'actor' : 'actors'} published`
  const read = `${rows} ${rows === 1 ? 'row' : 'rows'} read`
  const leftOut = left > 0 ? `, ${left} left out` : ''
  const joined = merged > 0 ? `, ${merged} merged` : ''
  return `${published} of ${read}${leftOut}${joined}${unchanged ? ' (release unchanged)' : ''}.\nLook at ${page}\n`
}

import { parseArgs } from 'node:util'
import { openDirectory, type ValidationResult } from '../index.ts'
import { formatResults } from './formatReport.ts'
import { UsageError } from './help.ts'
import { parseCommand } from './parseCommand.ts'
import { withProgress } from './progress.ts'
import { EXIT, type Terminal } from './terminal.ts'

/** `annuaire report`. */
export async function report(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseCommand(() =>
    parseArgs({
      args: [...args],
      options: { out: { type: 'string' }, language: { type: 'string' } },
      allowPositionals: true,
    }),
  )
  if (positionals.length > 1) throw new UsageError('report takes one directory')
  const asked = (['fr', 'en'] as const).find(name => name === values.language)
  if (values.language !== undefined && !asked) throw new UsageError('--language is fr or en')
  const directory = await openDirectory(positionals[0] ?? '.')
  const language = asked ?? directory.configuration.language
  const findings: ValidationResult[] = []
  const paths = await withProgress(language, terminal, options =>
    directory.writeArticle(values.out, {
      ...options,
      language,
      onFinding: finding => findings.push(finding),
    }),
  )
  terminal.err(formatResults(findings, language))
  terminal.err(language === 'fr' ? `À regarder\u00a0: ${paths[0]}\n` : `Look at ${paths[0]}\n`)
  for (const path of paths) terminal.out(`${path}\n`)
  return EXIT.conforms
}

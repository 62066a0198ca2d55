import { parseArgs } from 'node:util'
import { openDirectory } from '../index.ts'
import { UsageError } from './help.ts'
import { parseCommand } from './parseCommand.ts'
import { withProgress } from './progress.ts'
import { EXIT, type Terminal } from './terminal.ts'

/** `annuaire duplicates`. */
export async function duplicates(args: readonly string[], terminal: Terminal): Promise<number> {
  const { positionals } = parseCommand(() => parseArgs({ args: [...args], allowPositionals: true }))
  if (positionals.length > 1) throw new UsageError('duplicates takes one directory')
  const directory = await openDirectory(positionals[0] ?? '.')
  const { language, duplicates: named } = directory.configuration
  const { path, undecided } = await withProgress(language, terminal, options =>
    directory.writeDuplicates(options),
  )
  terminal.err(
    language === 'fr'
      ? `${undecided} ${undecided > 1 ? 'paires attendent' : 'paire attend'} une décision (colonne «\u00a0decision\u00a0»\u00a0: doublon ou distinct).\n`
      : `${undecided} ${undecided === 1 ? 'pair awaits' : 'pairs await'} a decision (column "decision": duplicate or distinct).\n`,
  )
  if (named === undefined) {
    terminal.err(
      language === 'fr'
        ? 'Ajoutez «\u00a0duplicates: duplicates.csv\u00a0» à la configuration pour que les décisions comptent.\n'
        : 'Add "duplicates: duplicates.csv" to the configuration to make the decisions count.\n',
    )
  }
  terminal.out(`${path}\n`)
  return EXIT.conforms
}

import { AnnuaireError } from '../index.ts'
import { HELP, UsageError } from './help.ts'
import { EXIT, type Terminal } from './terminal.ts'

type Command = (args: readonly string[], terminal: Terminal) => Promise<number>

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check.ts')).check,
  duplicates: async () => (await import('./duplicates.ts')).duplicates,
  init: async () => (await import('./init.ts')).init,
  publish: async () => (await import('./publish.ts')).publish,
  query: async () => (await import('./query.ts')).query,
  stats: async () => (await import('./stats.ts')).stats,
}

/**
 * Runs a command line.
 *
 * @param args the arguments after `annuaire`
 * @returns the exit code
 */
export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  const interruption = new AbortController()
  process.once('SIGINT', () => interruption.abort())
  // A reader that has seen enough (`| head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(EXIT.conforms)
  })
  const terminal: Terminal = {
    out: text => process.stdout.write(text),
    err: text => process.stderr.write(text),
    signal: interruption.signal,
  }
  try {
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
      const known = name !== undefined
      terminal[known ? 'out' : 'err'](HELP.general)
      return known ? EXIT.conforms : EXIT.usageOrEnvironment
    }
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
    if (!load) throw new UsageError(`there is no command "${name}"`)
    if (rest.includes('--help') || rest.includes('-h')) {
      terminal.out(HELP[name as keyof typeof HELP])
      return EXIT.conforms
    }
    return await (await load())(rest, terminal)
  } catch (error) {
    const told = interruption.signal.aborted ? 'interrupted' : explain(error)
    terminal.err(`annuaire: ${told}\n`)
    return EXIT.usageOrEnvironment
  }
}

/** A failure that we know is told in a sentence; one that we do not know keeps its stack, to be reported. */
function explain(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}; see annuaire --help`
  if (error instanceof AnnuaireError) {
    const cause =
      error.cause instanceof Error && !error.message.includes(error.cause.message)
        ? ` (${error.cause.message})`
        : ''
    return error.message + cause
  }
  if (error instanceof Error) return 'code' in error ? error.message : (error.stack ?? error.message)
  return String(error)
}

import { createRequire } from 'node:module'
import { HELP, UsageError } from './help.ts'
import { EXIT, type Terminal } from './terminal.ts'

type Command = (args: readonly string[], terminal: Terminal) => Promise<number>

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check.ts')).check,
  duplicates: async () => (await import('./duplicates.ts')).duplicates,
  init: async () => (await import('./init.ts')).init,
  publish: async () => (await import('./publish.ts')).publish,
  query: async () => (await import('./query.ts')).query,
  report: async () => (await import('./report.ts')).report,
  snapshot: async () => (await import('./snapshot.ts')).snapshot,
  stats: async () => (await import('./stats.ts')).stats,
  survey: async () => (await import('./survey.ts')).survey,
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
    if (name === undefined) {
      terminal.err(HELP.general)
      return EXIT.usageOrEnvironment
    }
    if (name === '--version') {
      terminal.out(`${version()}\n`)
      return EXIT.conforms
    }
    if (name === 'help' || name === '--help' || name === '-h') {
      const [command] = rest
      terminal.out(command === undefined ? HELP.general : helpOf(command))
      return EXIT.conforms
    }
    if (rest.includes('--help') || rest.includes('-h')) {
      terminal.out(helpOf(name))
      return EXIT.conforms
    }
    return await (await loaderOf(name)())(rest, terminal)
  } catch (error) {
    const told = interruption.signal.aborted ? 'interrupted' : await explain(error)
    terminal.err(`annuaire: ${told}\n`)
    return EXIT.usageOrEnvironment
  }
}

function loaderOf(name: string): () => Promise<Command> {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!load) throw new UsageError(`there is no command "${name}"`)
  return load
}

function helpOf(name: string): string {
  loaderOf(name)
  return HELP[name as keyof typeof HELP]
}

/** Version of the package. */
function version(): string {
  return createRequire(import.meta.url)('../../package.json').version
}

/** A failure that we know is told in a sentence; one that we do not know keeps its stack, to be reported. */
async function explain(error: unknown): Promise<string> {
  if (error instanceof UsageError) return `${error.message}; see annuaire --help`
  const { AnnuaireError } = await import('../index.ts')
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

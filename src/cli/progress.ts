import type { Language, RunOptions, Step } from '../index.ts'
import type { Terminal } from './terminal.ts'

const STEPS: Readonly<Record<Language, Readonly<Record<Step, string>>>> = {
  fr: { read: 'Lecture des fiches', check: 'Vérification', statistics: 'Statistiques', write: 'Écriture' },
  en: { read: 'Reading records', check: 'Checking', statistics: 'Statistics', write: 'Writing' },
}

/**
 * Runs long work, saying on a terminal what it is at. Where stderr is no terminal, or one that does not know how wide it
 * is (`script` makes such), it says nothing: ora would look for the lines of its text without end.
 *
 * @param stream the terminal. Default: stderr.
 */
export async function withProgress<T>(
  language: Language,
  { signal }: Terminal,
  work: (options: RunOptions) => Promise<T>,
  stream: NodeJS.WriteStream = process.stderr,
): Promise<T> {
  if (!stream.isTTY || !(stream.columns > 0)) return work({ signal })
  const { default: ora } = await import('ora')
  const spinner = ora({ stream, discardStdin: false })
  try {
    return await work({ signal, onStep: step => spinner.start(`${STEPS[language][step]}…`) })
  } finally {
    spinner.stop()
  }
}

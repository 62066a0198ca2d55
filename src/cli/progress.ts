import type { Language, RunOptions, Step } from '../index.ts'
import type { Terminal } from './terminal.ts'

const STEPS: Readonly<Record<Language, Readonly<Record<Step, string>>>> = {
  fr: { read: 'Lecture des fiches', check: 'Vérification', statistics: 'Statistiques', write: 'Écriture' },
  en: { read: 'Reading records', check: 'Checking', statistics: 'Statistics', write: 'Writing' },
}

/** Runs long work, saying on a terminal what it is at; where stderr is no terminal, it says nothing. */
export async function withProgress<T>(
  language: Language,
  { signal }: Terminal,
  work: (options: RunOptions) => Promise<T>,
): Promise<T> {
  if (!process.stderr.isTTY) return work({ signal })
  const { default: ora } = await import('ora')
  const spinner = ora({ stream: process.stderr, discardStdin: false })
  try {
    return await work({ signal, onStep: step => spinner.start(`${STEPS[language][step]}…`) })
  } finally {
    spinner.stop()
  }
}

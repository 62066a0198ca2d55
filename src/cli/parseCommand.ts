import { UsageError } from './help.ts'

/** Runs `parseArgs`, and turns what it throws into an error of usage. */
export function parseCommand<T>(parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error })
  }
}

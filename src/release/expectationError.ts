import { ReleaseError } from '../errors.ts'
import type { ValidationResult } from '../validation/report.ts'

/** How many unmet expectations the message tells; the results are all of them. */
const TOLD = 20

/** A release is not published, for what its statistics expect does not hold. Nothing was written. */
export class ExpectationError extends ReleaseError {
  /** What does not hold, in French and English. */
  readonly results: readonly ValidationResult[]

  constructor(results: readonly ValidationResult[]) {
    const lines = results.slice(0, TOLD).map(({ message }) => `\n- ${message.en}`)
    const rest = results.length - TOLD
    super(
      `nothing was published, for it is not what the statistics expect:${lines.join('')}` +
        `${rest > 0 ? `\n- and ${rest} more` : ''}\nWhere all of this is right, publish with --ignore-expectations`,
    )
    this.results = results
  }
}

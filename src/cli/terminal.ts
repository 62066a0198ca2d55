/** Exit codes of every command. */
export const EXIT = { conforms: 0, doesNotConform: 1, usageOrEnvironment: 2 } as const

/** What a command prints to, and how it is stopped. */
export interface Terminal {
  /** Data. */
  out(text: string): void
  /** Everything else. */
  err(text: string): void
  readonly signal: AbortSignal
}

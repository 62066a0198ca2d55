/** What is wrong in a configuration, and where in the document. */
export interface Problem {
  readonly path: readonly string[]
  readonly message: string
}

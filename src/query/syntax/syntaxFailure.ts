/** Why a text is no query, as the parser has it. */
export class SyntaxFailure extends Error {
  /**
   * `token`: something that cannot stand where it stands. `end`: the text ends too early. `rule`: the text fits the
   * grammar, and breaks one of its notes (SPARQL 1.1 §19.8) or another rule.
   */
  readonly kind: 'token' | 'end' | 'rule'
  /** Of a token: its place in the text. */
  readonly offset: number | undefined

  constructor(
    kind: SyntaxFailure['kind'],
    message: string,
    options: { offset?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.name = new.target.name
    this.kind = kind
    this.offset = options.offset
  }
}

/** The lexer gives nothing but this text. */
const LEXER = /^unexpected character: ->.*?<- at offset: (\d+)/s

/** What the parser threw. An overflow of its stack is none of the query's syntax, and is thrown on. */
export function toSyntaxFailure(error: unknown): SyntaxFailure {
  if (error instanceof SyntaxFailure) return error
  if (error instanceof RangeError) throw error
  const message = error instanceof Error ? error.message : String(error)
  const offset = LEXER.exec(message)?.[1]
  return offset === undefined
    ? new SyntaxFailure('rule', message, { cause: error })
    : new SyntaxFailure('token', message, { offset: Number(offset), cause: error })
}

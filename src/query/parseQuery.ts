import type { Algebra, AlgebraFactory } from '@traqula/algebra-transformations-1-2'
import { checkBinds } from './checkBinds.ts'
import { checkGroups } from './checkGroups.ts'
import { describeToConstructs } from './describe.ts'
import { lazyLookahead } from './lazyLookahead.ts'
import { SyntaxFailure, toSyntaxFailure } from './syntax/syntaxFailure.ts'

/** A query as algebra (SPARQL 1.1 §18.2). It is shared between those who ask the same text: nobody changes it. */
export interface ParsedQuery {
  readonly operation: Algebra.Operation
  /**
   * The same with GRAPH as an operation, as §18.2 has it; in `operation`, which is Comunica's, each pattern names its
   * graph, and what stands around the patterns knows of none.
   */
  readonly graphOperation: Algebra.Operation
  /** Of the query's last BASE. */
  readonly baseIRI?: string
}

/** How many texts are remembered: programs ask the same few again and again. */
const REMEMBERED = 100
const parsed = new Map<string, ParsedQuery>()
let parser: ReturnType<typeof loadParser> | undefined

/**
 * The algebra of a query. DESCRIBE is what it stands for, a union of CONSTRUCTs. LIMIT and OFFSET of CONSTRUCT and
 * DESCRIBE count solutions (§15.4, §15.5), so that they stand under the template.
 *
 * @throws {SyntaxFailure} where the query is malformed
 */
export async function parseQuery(text: string): Promise<ParsedQuery> {
  const known = parsed.get(text)
  if (known) {
    // The last in a map is the one that was asked for last.
    parsed.delete(text)
    parsed.set(text, known)
    return known
  }
  parser ??= loadParser()
  const query = (await parser).parse(text)
  parsed.set(text, query)
  if (parsed.size > REMEMBERED) parsed.delete(parsed.keys().next().value!)
  return query
}

/**
 * What is wrong with a text that does not parse; `undefined` where nothing is.
 *
 * @param lenient whether nothing but the grammar matters
 */
export async function loadSyntaxProbe(): Promise<
  (text: string, lenient: boolean) => SyntaxFailure | undefined
> {
  parser ??= loadParser()
  const { probe } = await parser
  return probe
}

/** The parser hands its options on to its builder, which knows more of them than its type tells. */
const PARSER_OPTIONS = {
  errorHandler([error]: readonly { readonly message: string; readonly token: { startOffset: number } }[]) {
    const { message, token } = error!
    // What stands after the last token has no place.
    if (Number.isNaN(token.startOffset)) throw new SyntaxFailure('end', message)
    throw new SyntaxFailure('token', message, { offset: token.startOffset })
  },
}

/** The parser that Comunica has too: both read a query in the same way. */
async function loadParser() {
  const [{ Parser }, { toAlgebra }, { AlgebraFactory }, { AstFactory }, { LLkLookaheadStrategy }] =
    await Promise.all([
      import('@traqula/parser-sparql-1-2'),
      import('@traqula/algebra-sparql-1-2'),
      import('@traqula/algebra-transformations-1-2'),
      import('@traqula/rules-sparql-1-2'),
      import('@traqula/chevrotain'),
    ])
  const algebra = new AlgebraFactory()
  const parser = new Parser({
    ...PARSER_OPTIONS,
    parserConfig: { lookaheadStrategy: lazyLookahead(new LLkLookaheadStrategy({ maxLookahead: 1 })) },
  })
  const parseSyntax = (text: string, skipValidation: boolean) => {
    const factory = new AstFactory()
    return { factory, syntax: parser.parse(text, { prefixes: {}, astFactory: factory, skipValidation }) }
  }
  const parse = (text: string): ParsedQuery => {
    const { factory, syntax } = parseSyntax(text, false)
    const bases = factory.isQuery(syntax)
      ? syntax.context.filter(one => factory.isContextDefinitionBase(one)).map(({ value }) => value.value)
      : []
    const toOperation = (quads: boolean) =>
      rewrite(toAlgebra(syntax, { quads, prefixes: {}, blankToVariable: true }), algebra)
    const operation = toOperation(true)
    checkBinds(operation)
    checkGroups(operation)
    const baseIRI = bases.at(-1)
    return {
      operation,
      graphOperation: /\bGRAPH\b/i.test(text) ? toOperation(false) : operation,
      ...(baseIRI !== undefined && { baseIRI }),
    }
  }
  return {
    parse: (text: string) => orFailure(() => parse(text)),
    probe(text: string, lenient: boolean) {
      try {
        orFailure(() => parseSyntax(text, lenient))
        return undefined
      } catch (error) {
        if (error instanceof SyntaxFailure) return error
        throw error
      }
    },
  }
}

/** @throws {SyntaxFailure} of what the parser throws */
function orFailure<T>(parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    throw toSyntaxFailure(error)
  }
}

/** The parser slices what a template gives, not the solutions that it is given. */
function rewrite(operation: Algebra.Operation, factory: AlgebraFactory): Algebra.Operation {
  switch (operation.type) {
    case 'from':
      return { ...operation, input: rewrite(operation.input, factory) }
    case 'describe':
      return describeToConstructs(operation, factory)
    case 'slice': {
      const { input } = operation
      if (input.type !== 'construct' && input.type !== 'describe') return operation
      return rewrite({ ...input, input: { ...operation, input: input.input } }, factory)
    }
    default:
      return operation
  }
}

import { isomorphic } from 'rdf-isomorphic'
import type { TestCase } from './manifest.ts'
import { runNegativeQuery, runPositiveQuery, runQuery, type SuiteEngine } from './queryTests.ts'
import { readDocument } from './readDocument.ts'
import { readResult } from './readResult.ts'

type Run = (test: TestCase, engine: SuiteEngine) => Promise<string | undefined>

/**
 * Runs a test of a W3C suite.
 *
 * @returns why it failed; `undefined` where it passed. A test of a kind that is not supported has failed.
 */
export async function runTest(test: TestCase, engine: SuiteEngine): Promise<string | undefined> {
  const run = test.types.map(type => KINDS[type]).find(kind => kind !== undefined)
  if (run === undefined) return `the kind of test ${test.types.join(', ')} is not supported`
  try {
    return await run(test, engine)
  } catch (error) {
    return `${error instanceof Error ? error.stack : error}`
  }
}

const evaluate: Run = async ({ action, result }) => {
  const expected = await readResult(result!)
  if (expected.type !== 'quads') return 'the result is no graph'
  const quads = await readDocument(action!)
  return isomorphic(quads, [...expected.quads]) ? undefined : `${quads.length} quads are not those expected`
}

const accept: Run = async ({ action }) => {
  await readDocument(action!)
  return undefined
}

const refuse: Run = async ({ action }) => {
  const quads = await readDocument(action!).catch(() => undefined)
  return quads && 'a document that is malformed was read'
}

const KINDS: Readonly<Record<string, Run>> = {
  QueryEvaluationTest: runQuery,
  CSVResultFormatTest: runQuery,
  PositiveSyntaxTest: runPositiveQuery,
  PositiveSyntaxTest11: runPositiveQuery,
  NegativeSyntaxTest: runNegativeQuery,
  NegativeSyntaxTest11: runNegativeQuery,
  ...Object.fromEntries(
    ['Turtle', 'Trig', 'XML', 'NTriples', 'NQuads'].flatMap((format): [string, Run][] => [
      [`Test${format}Eval`, evaluate],
      [`Test${format}PositiveSyntax`, accept],
      [`Test${format}NegativeSyntax`, refuse],
      [`Test${format}NegativeEval`, refuse],
    ]),
  ),
}

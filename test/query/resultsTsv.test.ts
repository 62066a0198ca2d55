import { DataFactory } from 'n3'
import { expect, test } from 'vitest'
import { QueryError } from '../../src/errors.ts'
import { writeResult } from '../../src/query/results.ts'
import { type Answer, readSolutions } from '../w3c/readResult.ts'
import { rowText, type Solution } from '../w3c/solutions.ts'
import { resultOf, SOLUTIONS } from './solutionsOfAllKinds.ts'

const written = async (...rows: readonly Solution[]) =>
  (await Array.fromAsync(writeResult(resultOf(...rows), 'tsv'))).join('')

test('terms are written as Turtle writes them, numbers short where they have a short form', async () => {
  const [, ...lines] = (await written(...SOLUTIONS)).split('\n')
  expect(lines.map(line => line.split('\t')[0])).toEqual([
    '<http://e/é?a=b&c=%3Cd%3E>',
    '_:b0',
    '"a \\"quote\\", a \\\\, a tab\\t, lines\\n\\r"',
    '"<b>&amp;</b> \u{1F600}"',
    '"été"@fr',
    '-01',
    '1.50',
    '1.0e6',
    '"1"^^<http://www.w3.org/2001/XMLSchema#double>',
    '"5."^^<http://www.w3.org/2001/XMLSchema#decimal>',
    '"x"^^<http://e/type>',
    '',
    '',
  ])
})

test('what is written is read back, term for term', async () => {
  const answer = await readSolutions(await written(...SOLUTIONS), '.tsv')
  expect(answer).toMatchObject({ type: 'bindings', variables: ['a', 'b'] })
  const { rows } = answer as Extract<Answer, { type: 'bindings' }>
  expect(rows.map(row => rowText(row))).toEqual(SOLUTIONS.map(row => rowText(row)))
})

test('a triple term has no place in it', async () => {
  const triple = DataFactory.quad(
    DataFactory.namedNode('s'),
    DataFactory.namedNode('p'),
    DataFactory.literal('o'),
  )
  await expect(written({ a: triple as never })).rejects.toThrow(QueryError)
})

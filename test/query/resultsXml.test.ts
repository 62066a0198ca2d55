import { DataFactory } from 'n3'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { QueryError } from '../../src/errors.ts'
import type { QueryResult } from '../../src/query/query.ts'
import { writeResult } from '../../src/query/results.ts'
import { type Answer, readSolutions } from '../w3c/readResult.ts'
import { rowText } from '../w3c/solutions.ts'
import { resultOf, SOLUTIONS } from './solutionsOfAllKinds.ts'

const written = async (result: QueryResult) => (await Array.fromAsync(writeResult(result, 'xml'))).join('')

test('what is written is read back, term for term', async () => {
  const answer = await readSolutions(await written(resultOf(...SOLUTIONS)), '.srx')
  expect(answer).toMatchObject({ type: 'bindings', variables: ['a', 'b'] })
  const { rows } = answer as Extract<Answer, { type: 'bindings' }>
  expect(rows.map(row => rowText(row))).toEqual(SOLUTIONS.map(row => rowText(row)))
})

test.each([true, false])('yes and no: %s', async value => {
  expect(await readSolutions(await written({ type: 'boolean', value }), '.srx')).toEqual({
    type: 'boolean',
    value,
  })
})

test('a character that XML cannot hold is told with its place and a format that can, and nothing looks whole', async () => {
  const chunks: string[] = []
  const rows = [{ a: DataFactory.literal('fine') }, { a: DataFactory.literal('a\u0000b') }]
  const write = async () => {
    for await (const chunk of writeResult(resultOf(...rows), 'xml')) chunks.push(chunk)
  }
  await expect(write).rejects.toThrow(
    new QueryError(
      'the value of ?a in row 2 has the character U+0000, which XML cannot hold; take the format json or tsv',
    ),
  )
  const text = chunks.join('')
  expect(text).toMatch(/fine<\/literal><\/binding><\/result>\n$/)
  expect(() => new SaxesParser().write(text).close()).toThrow(/unclosed tag: results/)
})

import { expect, test } from 'vitest'
import { formatSources } from '../../src/cli/formatSources.ts'
import type { SourceSummary } from '../../src/index.ts'

test.each([
  [0, '0 ligne, 0 colonne', '0 rows, 0 columns'],
  [1, '1 ligne, 1 colonne', '1 row, 1 column'],
  [2, '2 lignes, 2 colonnes', '2 rows, 2 columns'],
])('%i of each', (count, fr, en) => {
  const source = { file: 'a.csv', rows: count, columns: Array(count).fill({}) } as unknown as SourceSummary
  expect(formatSources([source], 'fr')).toBe(`a.csv\u00a0: ${fr}\n`)
  expect(formatSources([source], 'en')).toBe(`a.csv: ${en}\n`)
})

import { expect, test } from 'vitest'
import { formatReport } from '../../src/cli/formatReport.ts'

test('a report on a terminal is in the order of files and lines, a line each', () => {
  const result = (file: string, line?: number, message = 'm') => ({
    severity: 'warning' as const,
    code: 'c',
    message: { fr: message, en: message },
    source: { file, ...(line === undefined ? {} : { line }) },
  })
  const results = [
    result('b.csv', 9),
    result('b.csv'),
    result('a.csv', 3),
    {
      severity: 'warning' as const,
      code: 'c',
      message: { fr: 'm', en: 'm' },
      focusNode: 'https://e.example/',
    },
    result('b.csv', 2, 'one\ntwo\u001b[2J\u202e'),
  ]
  expect(formatReport({ conforms: true, results }, 'en').split('\n')).toEqual([
    'WARNING b.csv: m',
    'WARNING b.csv, line 2: one\ufffdtwo\ufffd[2J\ufffd',
    'WARNING b.csv, line 9: m',
    'WARNING a.csv, line 3: m',
    'WARNING https://e.example/: m',
    'The data conforms: 0 errors, 5 warnings.',
    '',
  ])
})

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openDirectory } from '../../src/index.ts'
import { writeFolder } from '../directory/writeDirectory.ts'
import { describeWith, shared } from './shared.ts'

const FILE = 'data/survey-stackoverflow/stackoverflow-2019-languages.csv.gz'

/** Codes of the options, by what the file calls them. */
const OPTIONS: Readonly<Record<string, string>> = {
  Assembly: 'assembly',
  'Bash/Shell/PowerShell': 'bash',
  C: 'c',
  'C++': 'cpp',
  'C#': 'csharp',
  Clojure: 'clojure',
  Dart: 'dart',
  Elixir: 'elixir',
  Erlang: 'erlang',
  'F#': 'fsharp',
  Go: 'go',
  'HTML/CSS': 'html',
  Java: 'java',
  JavaScript: 'javascript',
  Kotlin: 'kotlin',
  'Objective-C': 'objectivec',
  PHP: 'php',
  Python: 'python',
  R: 'r',
  Ruby: 'ruby',
  Rust: 'rust',
  Scala: 'scala',
  SQL: 'sql',
  Swift: 'swift',
  TypeScript: 'typescript',
  VBA: 'vba',
  WebAssembly: 'webassembly',
  'Other(s):': 'others',
}

const CONFIGURATION = `title: Directory
publisher: { name: Publisher }
licence: https://spdx.org/licenses/etalab-2.0
base: https://annuaire.example.org
language: en
date: 2020-01-31
sources:
  actors: { file: actors.csv, key: id, columns: { name: name } }
surveys:
  developers:
    title: Developer survey
    date: 2019-02-14
    questions:
      language: { label: Languages worked with, type: multiple, options: ${JSON.stringify(
        Object.fromEntries(Object.entries(OPTIONS).map(([label, code]) => [code, label])),
      )} }
    sources:
      answers:
        file: ${JSON.stringify(fileURLToPath(shared(FILE)))}
        key: Responder_id
        columns: { LanguagesWorkedWith: { field: language, split: ";" } }
`

describeWith(FILE, '87,569 responses to a question with 28 options', () => {
  test('are counted as a plain split of the file counts them', async () => {
    const folder = await writeFolder({ 'annuaire.yaml': CONFIGURATION, 'actors.csv': 'id,name\na,A\n' })
    const directory = await openDirectory(folder)
    const [table] = await directory.statistics()

    const lines = gunzipSync(readFileSync(shared(FILE)))
      .toString()
      .trimEnd()
      .split('\r\n')
      .slice(1)
    const counts = new Map<string, number>()
    for (const line of lines) {
      for (const option of line.slice(line.indexOf(',') + 1).split(';'))
        counts.set(OPTIONS[option]!, (counts.get(OPTIONS[option]!) ?? 0) + 1)
    }
    expect(lines).toHaveLength(87_569)
    expect(counts.size).toBe(28)
    expect(new Map(table?.observations.map(({ values, n }) => [values[0]!.code, n]))).toEqual(counts)
    expect(new Set(table?.observations.map(({ base, missing }) => `${base} ${missing}`))).toEqual(
      new Set(['87569 0']),
    )
    expect(table?.isMultiValued).toBe(true)
    expect((await directory.check()).results).toEqual([])
  }, 60_000)
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CONFIGURATION, GOOD } from '../directory/writeDirectory.ts'
import { annuaire, folderOf } from './run.ts'

describe('annuaire report', () => {
  test('writes an article beside the configuration, and says where', async () => {
    const folder = await folderOf(GOOD)
    const { code, out, err } = await annuaire(['report', folder])
    expect(code).toBe(0)
    const page = join(folder, 'article', 'article.html')
    expect(err).toBe(`À regarder\u00a0: ${page}\n`)
    expect(out.split('\n')).toContain(page)
    const text = await readFile(page, 'utf8')
    expect(text).toContain('<html lang="fr">')
    expect(text).toContain('annuaire query - --source .. &lt; queries/natures/')
  })

  test('opens a figure with the command that the article tells', async () => {
    const folder = await folderOf(GOOD)
    await annuaire(['report', folder])
    const article = join(folder, 'article')
    const query = await readFile(join(article, 'queries/natures/asso.rq'), 'utf8')
    const { code, out } = await annuaire(['query', '-', '--source', '..', '--format', 'csv'], article, query)
    expect(code).toBe(0)
    expect(out).toMatch(/^actor,name\r\nhttps:\S+,Le Lien\r\n$/)
  })

  test('in the other language, elsewhere, without telling of folders', async () => {
    const folder = await folderOf(GOOD)
    const out = join(await folderOf([]), 'results')
    const { code, err } = await annuaire(['report', folder, '--out', out, '--language', 'en'])
    expect(code).toBe(0)
    expect(err).toBe(`Look at ${join(out, 'article.html')}\n`)
    const text = await readFile(join(out, 'article.html'), 'utf8')
    expect(text).toContain('<h1>First results: Test directory</h1>')
    expect(text).toContain('--source DIRECTORY')
    expect(text).not.toContain(folder)
  })

  test('needs a language that there is, and one directory', async () => {
    expect(await annuaire(['report', '--language', 'de'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--language is fr or en'),
    })
    expect(await annuaire(['report', 'a', 'b'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('one directory'),
    })
  })

  test('what it was to say of rows that there are not is told on standard error only', async () => {
    const folder = await folderOf(
      GOOD,
      `${CONFIGURATION}article:\n  sections:\n    - { title: Adhérents, statistics: [adherents, natures], at: { members: "1234567" } }\n`,
    )
    const { code, err } = await annuaire(['report', folder])
    expect(code).toBe(0)
    expect(err).toMatch(/^Avertissement annuaire\.yaml.*«\u00a0members 1234567\u00a0».*n’a pas cette ligne/im)
    expect(await readFile(join(folder, 'article', 'article.md'), 'utf8')).not.toContain('1234567')
  })

  test('a code that is in no code list is told with its line, and nothing is written', async () => {
    const folder = await folderOf(
      GOOD,
      `${CONFIGURATION}article:\n  sections:\n    - { title: Natures, statistics: [natures], at: { legalForm: assoc } }\n`,
    )
    const { code, err } = await annuaire(['report', folder])
    expect(code).toBe(2)
    expect(err).toMatch(
      /annuaire\.yaml, line \d+: there is no legalForm "assoc" in "natures"; known are asso, ville/,
    )
  })

  test('a mistake in what the article is to say is told with its line', async () => {
    const folder = await folderOf(
      GOOD,
      `${CONFIGURATION}article:\n  sections:\n    - { title: Formes, statistics: [formes] }\n`,
    )
    const { code, err } = await annuaire(['report', folder])
    expect(code).toBe(2)
    expect(err).toMatch(/annuaire\.yaml, line \d+: there is no statistic "formes"; known are natures/)
  })
})

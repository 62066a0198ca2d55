import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../src/errors.ts'
import { openDirectory, query } from '../../src/index.ts'
import { htmlFaults, linksOf, renderMarkdown, textOfPage } from '../article/pages.ts'
import { typographyFaults } from '../frenchTypography.ts'
import { temporaryFolder } from '../temporaryFolder.ts'
import figures from './oten-2010.figures.json' with { type: 'json' }
import { readTree } from './release.ts'

const example = fileURLToPath(new URL('../../examples/oten-2010', import.meta.url))

/** What the study prints of a share, and what is said of it here. */
const VERDICTS: Readonly<Record<string, string>> = {
  'legal-form.association': 'Troncature\u00a0: 56\u00a0% pour 56,9\u00a0%.',
  'audience.grand-public.association': 'Troncature\u00a0: 47\u00a0% pour 47,7\u00a0%.',
  'mission.e-inclusion.association': 'Formulation approximative\u00a0: −0,8\u00a0point.',
  'audience.collectivites.collectivite-territoriale': 'Troncature\u00a0: 86\u00a0% pour 86,7\u00a0%.',
  'mission.epn.collectivite-territoriale': 'Identique.',
}

describe.each<Language>(['fr', 'en'])('the article in %s', language => {
  let files: Map<string, Buffer>
  let page: string
  beforeAll(async () => {
    const directory = await openDirectory(example)
    const folder = await mkdtemp(join(tmpdir(), 'annuaire-article-'))
    afterAll(() => rm(folder, { recursive: true, force: true }))
    await directory.writeArticle(folder, { language })
    files = await readTree(folder)
    page = files.get('article.html')!.toString()
  }, 120_000)

  test('is valid HTML, and its links lead to its files', async () => {
    expect(await htmlFaults(page)).toEqual([])
    const local = linksOf(page).filter(href => !href.startsWith('https:'))
    for (const href of local) expect(files.has(href.slice(2)), href).toBe(true)
    expect(local.length).toBeGreaterThan(300)
  })

  test.each(figures.figures)('has $id: $n of $base', ({ id, n, base, percent }) => {
    const share = write(percent, language)
    const [kind] = id.split('.')
    const text = textOfPage(page)
    if (id === 'legal-form.known') {
      expect(text).toContain(`${share} (${n} ${language === 'fr' ? 'sur' : 'of'} ${base})`)
    } else if (kind === 'sample') expect(text).toMatch(new RegExp(`${n}[^.]*${base} \\(${share}\\)`))
    else
      expect(rowsOf(page)).toContainEqual(
        expect.objectContaining({ n: String(n), share, base: String(base) }),
      )
  })

  test('sets every figure that the study prints beside that of here', () => {
    const rows = publishedRows(page, language)
    for (const { id, percent, article } of figures.figures) {
      if (article === null) continue
      const printed = language === 'fr' ? `${article}\u00a0%` : `${article}%`
      const found = rows.filter(
        ([, published, here]) => published!.startsWith(printed) && here!.startsWith(write(percent, language)),
      )
      expect(found.length, id).toBeGreaterThan(0)
      if (language === 'fr' && VERDICTS[id])
        expect(found.map(([, , , reason]) => reason).join(), id).toContain(VERDICTS[id])
    }
  })

  test('finds that the study truncates', () => {
    expect(textOfPage(page)).toContain(
      language === 'fr'
        ? 'La source tronque ses parts\u00a0: seule la troncature en explique 7\u00a0;'
        : 'The source truncates its shares: truncation alone explains 7 of them',
    )
  })

  test('leaves no difference without a reason', () => {
    const reasons = publishedRows(page, language).map(([, , , reason]) => reason!)
    expect(reasons).toHaveLength(30)
    for (const reason of reasons)
      expect(reason).not.toMatch(/sans raison connue|without a known reason|Sans équivalent|Nothing to hold/)
  })

  test('says the same in Markdown', async () => {
    const rendered = textOfPage(await renderMarkdown(files.get('article.md')!.toString()))
    for (const { n, base, percent } of figures.figures) {
      expect(rendered).toContain(write(percent, language))
      expect(rendered).toContain(`\n${n}\n`)
      expect(rendered).toMatch(new RegExp(`\\b${base}\\b`))
    }
  })

  test('is well set in French', () => {
    if (language === 'en') return
    // The name of this region is Insee's, apostrophe and all.
    const text = textOfPage(page).replaceAll("Côte d'Azur", 'Côte d’Azur')
    for (const line of text.split('\n')) expect(typographyFaults(line), line).toEqual([])
  })

  test('opens its figures: each query lists as many as the figure says', async () => {
    const graph = await (await openDirectory(example)).graph()
    const linked = [...page.matchAll(/<a href="\.\/(queries\/[^"/]+\/[^"]+)">([^<%]+)<\/a>/g)]
    const told = new Map(linked.map(([, path, text]) => [path!, Number(text!.replace(/\D/g, ''))]))
    expect(told.size).toBeGreaterThan(100)
    for (const [path, count] of [...told].filter((_, index) => index % 5 === 0)) {
      const answer = await query({ graph }, files.get(path)!.toString())
      if (answer.type !== 'bindings') throw new Error(path)
      expect(await Array.fromAsync(answer.bindings), path).toHaveLength(count)
    }
  }, 120_000)

  test('tells nothing of the private column, nor of the folders of this machine', () => {
    for (const [path, bytes] of files) {
      const text = bytes.toString().toLowerCase()
      for (const secret of ['canari', 'prive.example', dirname(example).toLowerCase()])
        expect(text.includes(secret), `${secret} in ${path}`).toBe(false)
    }
  })
})

test('a second time gives the same bytes, over the first', async () => {
  const out = join(await temporaryFolder(), 'article')
  const directory = await openDirectory(example)
  const first = await directory.writeArticle(out)
  const bytes = await readTree(out)
  expect(await directory.writeArticle(out)).toEqual(first)
  expect(await readTree(out)).toEqual(bytes)
  expect(await readFile(first[0]!, 'utf8')).toContain('<html lang="fr">')
}, 120_000)

function write(percent: number, language: Language): string {
  const text = (Math.round(percent * 10 + 1e-9) / 10).toFixed(1)
  return language === 'fr' ? `${text.replace('.', ',')}\u00a0%` : `${text}%`
}

/** The rows of the tables of counts and shares, each with the base that is told below it. */
function rowsOf(page: string): { label: string; n: string; share: string; base: string }[] {
  return page
    .split('<table>')
    .slice(1)
    .flatMap(part => {
      const base = /(?:base) \((?:<a[^>]*>)?(\d+)/.exec(part)?.[1] ?? ''
      return [...part.matchAll(/<tr>(<th scope="row".*?)<\/tr>/g)].map(([, row]) => {
        const [label, n, share] = cellsOf(row!)
        return { label: label!, n: n ?? '', share: share ?? '', base }
      })
    })
}

function publishedRows(page: string, language: Language): string[][] {
  const caption = language === 'fr' ? 'Chaque chiffre publié' : 'Each published figure'
  const table = page.split('<table>').find(part => part.includes(caption))!
  return [...table.matchAll(/<tr>(<th scope="row".*?)<\/tr>/g)].map(([, row]) => cellsOf(row!))
}

function cellsOf(row: string): string[] {
  return row
    .split(/<\/t[hd]>/)
    .slice(0, -1)
    .map(cell => cell.replace(/<[^>]*>/g, ''))
}

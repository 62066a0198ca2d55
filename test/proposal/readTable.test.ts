import { describe, expect, test } from 'vitest'
import { proposeConfiguration, readConfiguration } from '../../src/index.ts'
import { escapeXml, xlsxParts, zip } from '../sources/spreadsheet/workbooks.ts'
import { csv, effectsOf, times } from './table.ts'

/** A sheet of inline texts. */
function sheet(name: string, rows: readonly (readonly string[])[], state?: string) {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`
  const xml = rows.map((row, index) => `<row r="${index + 1}">${row.map(cell).join('')}</row>`).join('')
  return { name, xml, ...(state === undefined ? {} : { state }) }
}

const NOTES = sheet('Notice', [['Ce classeur est tenu par le service.'], ['Version 3']])
const ACTORS = sheet('Acteurs', [
  ['Nom', 'Ville', 'Code postal'],
  ['Alpha', 'Angers', '49000'],
  ['Beta', 'Rennes', '35000'],
])

describe('a workbook', () => {
  const proposeOf = async (...sheets: ReturnType<typeof sheet>[]) => {
    const effects = effectsOf({ 'a.xlsx': await zip(xlsxParts({ sheets })) })
    return proposeConfiguration('/data/a.xlsx', { effects })
  }

  test('of several sheets: the one that is most like a directory; all are told', async () => {
    const { yaml, guesses } = await proposeOf(NOTES, ACTORS)
    expect(yaml).toMatch(/sheet: Acteurs # deviné/)
    expect(yaml).toContain('«\u00a0Notice\u00a0»')
    expect(guesses.map(({ column }) => column)).toEqual(['Nom', 'Ville', 'Code postal'])
  })

  test('of one sheet: no word of it', async () => {
    expect((await proposeOf(ACTORS)).yaml).not.toContain('sheet:')
  })

  test('a hidden sheet is not taken', async () => {
    const hidden = { ...ACTORS, name: 'Archives', state: 'hidden' }
    const { yaml } = await proposeOf(
      sheet('Lieux', [
        ['Nom', 'Ville'],
        ['Alpha', 'Angers'],
        ['Beta', 'Rennes'],
      ]),
      hidden,
    )
    expect(yaml).not.toContain('Archives')
  })
})

describe('a file that is longer than the sample', () => {
  const keyOf = async (rows: readonly (readonly string[])[]) => {
    const effects = effectsOf({ 'a.csv': csv([['Numéro', 'Nom', 'Ville'], ...rows]) })
    const { yaml, guesses, rows: looked } = await proposeConfiguration('/data/a.csv', { effects })
    expect(looked).toBe(5000)
    const [source] = (await readConfiguration(yaml, 'annuaire.yaml')).sources
    return { key: source!.key, reason: guesses.map(({ reason }) => reason.en).join() }
  }
  const rows = times(6000, n => `${n}`).map(n => [`A-${n}-b`, `Structure ${n}`, `Ville ${Number(n) % 7}`])

  test('has a key that holds to its end', async () => {
    expect((await keyOf(rows)).key).toEqual(['Numéro'])
  })

  test('another one is chosen where the best breaks late', async () => {
    const broken = rows.map(([number, ...rest], index) => [index === 5900 ? 'A-1-b' : number!, ...rest])
    expect((await keyOf(broken)).key).toEqual(['Nom'])
  })
})

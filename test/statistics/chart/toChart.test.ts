import { describe, expect, test } from 'vitest'
import { StatisticsError } from '../../../src/errors.ts'
import type { ChartOptions } from '../../../src/statistics/chart/chartOptions.ts'
import { cleanText } from '../../../src/statistics/chart/chartText.ts'
import { describeChart } from '../../../src/statistics/chart/describeChart.ts'
import { toChart } from '../../../src/statistics/chart/toChart.ts'
import type { Table } from '../../../src/statistics/statistic.ts'
import { formatShareOf } from '../../../src/statistics/words/numbers.ts'
import { fc } from '../../fastCheck.ts'
import { typographyFaults } from '../../frenchTypography.ts'
import { SHARES } from '../exchange/survey.ts'
import { tables } from '../exchange/tableArbitrary.ts'
import { BY_REGION, cell, FORMS, NOTHING, tableOf, valueFor } from './chartTables.ts'
import { contrast, elementsOf, luminance, readSvg, textsOf, titlesOf } from './readSvg.ts'

async function draw(table: Table, options?: ChartOptions) {
  const root = readSvg(await toChart(table, options))
  return { root, texts: textsOf(root), titles: titlesOf(root) }
}

describe('bars', () => {
  test('say label, share, count and base, in the order of the table', async () => {
    const { texts } = await draw(FORMS)
    expect(texts).toEqual([
      'Acteurs par forme juridique',
      'Base\u00a0: 225 acteurs dont la forme juridique est connue. Sans réponse\u00a0: 3.',
      'Association',
      '56,9\u00a0% (128 sur 225)',
      'Collectivité territoriale',
      '14,2\u00a0% (32 sur 225)',
      'Centre régional d’innovation et de transfert de technologie',
      '0,9\u00a0% (2 sur 225)',
    ])
    expect((await draw(FORMS, { language: 'en' })).texts).toContain('56.9% (128 of 225)')
  })

  test('are as long as their shares', async () => {
    const { root } = await draw(FORMS)
    const widths = elementsOf(root, 'rect')
      .slice(1)
      .map(({ attributes }) => Number(attributes.width))
    expect(widths).toHaveLength(3)
    expect(widths[1]! / widths[0]!).toBeCloseTo(32 / 128, 2)
    expect(widths[2]! / widths[0]!).toBeCloseTo(2 / 128, 2)
  })

  test('what is kept back has no bar, and says so', async () => {
    const secret = { values: [valueFor('gip', 'GIP')], ...NOTHING, isSuppressed: true }
    const { root, texts } = await draw(tableOf([...FORMS.observations, secret]))
    expect(elementsOf(root, 'rect')).toHaveLength(4)
    expect(texts).toContain('secret statistique')
    expect(texts[1]).toContain('(secret statistique)')
    // Figures that should not be there are not looked at.
    const leaking = { ...secret, n: 777, base: 999, share: 77.7778 }
    expect(await toChart(tableOf([...FORMS.observations, leaking]))).not.toMatch(/777|77,8|999/)
  })

  test('rows that are no values have patterns; those who did not answer are outside the base', async () => {
    const others = [
      cell([valueFor('other', 'Autres', 'other')], 63, 225, 3),
      { values: [valueFor('missing', 'Sans réponse', 'missing')], n: 3, base: 225, missing: 3, share: null },
    ]
    const { root, texts } = await draw(tableOf([...FORMS.observations, ...others]))
    expect(elementsOf(root, 'pattern').map(({ attributes }) => attributes.id)).toEqual(['chart-forms-lines'])
    expect(elementsOf(root, 'rect').at(-1)!.attributes.fill).toBe('url(#chart-forms-lines)')
    expect(texts.slice(-2)).toEqual(['Sans réponse', '3, hors base'])
    const ofAll = [cell([valueFor('missing', 'Sans réponse', 'missing')], 3, 228)]
    const whole = await draw(tableOf(ofAll, { base: 'population' }))
    expect(whole.texts.at(-1)).toBe('1,3\u00a0% (3 sur 228)')
    expect(elementsOf(whole.root, 'rect').at(-1)!.attributes.fill).toBe('url(#chart-forms-back)')
  })

  test('where nobody answered there is no share', async () => {
    const { root, texts } = await draw(tableOf([cell([valueFor('a', 'Association')], 0, 0, 4)]))
    expect(texts).toContain('sans objet (base\u00a0: 0)')
    expect(elementsOf(root, 'rect')).toHaveLength(1)
  })

  test('shares without counts say of what they are shares', async () => {
    const { texts } = await draw(SHARES)
    expect(texts).toContain('90\u00a0%')
    expect(texts).toContain('environ 13,5\u00a0%')
    expect(texts[1]).toContain('organismes interrogés')
    expect(texts.at(-1)).toBe('Chiffres publiés en 2010.')
  })

  test('shares are rounded as the table says', async () => {
    const { texts } = await draw({ ...FORMS, rounding: { decimals: 0, mode: 'truncate' } })
    expect(texts).toContain('56\u00a0% (128 sur 225)')
    expect(texts[1]).toContain('Parts tronquées, non arrondies.')
  })

  test('weights are said', async () => {
    const weighted = tableOf([cell([valueFor('a', 'Association')], 12.5, 20)], { weight: 'members' })
    const dimensions = { members: { label: { fr: 'Adhérents', en: 'Members' } } }
    const { texts } = await draw(weighted, { dimensions })
    expect(texts).toContain('62,5\u00a0% (12,5 sur 20)')
    expect(texts[1]).toContain('«\u00a0Adhérents\u00a0»')
  })

  test('other measures are drawn where they are asked for, to both sides of zero', async () => {
    const further = (mean: number | null) => ({ further: { mean } })
    const table = tableOf([
      { ...FORMS.observations[0]!, ...further(-5) },
      { ...FORMS.observations[1]!, ...further(10) },
      { ...FORMS.observations[2]!, ...further(null) },
    ])
    const { root, texts } = await draw(table, { measure: 'mean' })
    expect(texts).toEqual(expect.arrayContaining(['\u22125', '10', 'valeur inconnue']))
    const [, negative, positive] = elementsOf(root, 'rect').map(({ attributes }) => attributes)
    const end = Number(negative!.x) + Number(negative!.width)
    expect(end).toBeCloseTo(Number(positive!.x), 0)
    expect((await draw(FORMS, { measure: 'n' })).texts).toContain('128')
  })

  test('a population is a part of the whole', async () => {
    const { root, texts } = await draw(tableOf([cell([], 228, 400)], { dimensions: [] }))
    expect(texts).toContain('57,0\u00a0% (228 sur 400)')
    const [, whole, part] = elementsOf(root, 'rect').map(({ attributes }) => Number(attributes.width))
    expect(part! / whole!).toBeCloseTo(0.57, 2)
  })

  test('of two dimensions they stand below the value that they are within', async () => {
    const { texts } = await draw(BY_REGION, { kind: 'bars' })
    expect(texts.slice(2, 5)).toEqual(['Bretagne', 'Association', '60,0\u00a0% (30 sur 50)'])
    expect(texts.filter(text => text === 'Corse')).toHaveLength(1)
  })

  test('more rows than are wanted are told of', async () => {
    expect((await draw(FORMS, { limit: 1 })).texts.at(-1)).toBe(
      'Non représentées, mais dans le tableau\u00a0: 2 autres lignes.',
    )
    expect((await draw(FORMS, { limit: 2, language: 'en' })).texts.at(-1)).toBe(
      'Not drawn, but in the table: one more row.',
    )
    expect((await draw(FORMS, { limit: 3 })).texts.at(-1)).toBe('0,9\u00a0% (2 sur 225)')
  })

  test('a table without rows says that it has none', async () => {
    expect((await draw(tableOf([]))).texts).toContain('Aucune donnée à représenter.')
  })
})

describe('stacked bars', () => {
  test('are the default of two dimensions of which each actor has one value', async () => {
    const { root, texts, titles } = await draw(BY_REGION)
    expect(texts).toEqual(expect.arrayContaining(['Association', 'Commune', 'GIP', 'base\u00a0: 50']))
    expect(titles).toContain('Bretagne – Association\u00a0: 60,0\u00a0% (30 sur 50)')
    expect(titles).toContain('Corse – Commune\u00a0: 75,0\u00a0% (3 sur 4)')
    const segments = elementsOf(root, 'g').filter(({ children }) => children[0]?.name === 'title')
    expect(segments).toHaveLength(5)
    const widths = segments.map(({ children }) => Number(children[1]!.attributes.width))
    expect(widths[0]! + widths[1]! + widths[2]!).toBeCloseTo(widths[3]! + widths[4]!, 0)
    expect(widths[0]! / widths[2]!).toBeCloseTo(6, 1)
    const starts = segments.map(({ children }) => Number(children[1]!.attributes.x))
    expect(starts[1]).toBeCloseTo(starts[0]! + widths[0]!, 0)
    expect(starts[2]).toBeCloseTo(starts[1]! + widths[1]!, 0)
    expect(starts[3]).toBe(starts[0])
  })

  test('many values are drawn together, each still told', async () => {
    const forms = Array.from({ length: 12 }, (_, index) =>
      cell([valueFor('53', 'Bretagne'), valueFor(`f${index}`, `Forme ${index}`)], 12 - index, 78),
    )
    const { texts, titles } = await draw({ ...BY_REGION, observations: forms })
    expect(texts).toContain('5 autres valeurs réunies')
    expect(texts).toContain('19,2\u00a0%')
    for (const index of forms.keys()) {
      expect(titles.some(title => title.includes(`Forme ${index}\u00a0:`))).toBe(true)
    }
  })

  test('what is kept back is left open', async () => {
    const hidden = BY_REGION.observations.map((one, index) =>
      index === 1 || index === 2 ? { values: one.values, ...NOTHING, isSuppressed: true } : one,
    )
    const { root, titles } = await draw({ ...BY_REGION, observations: hidden })
    const open = elementsOf(root, 'rect').filter(({ attributes }) => attributes['stroke-dasharray'])
    expect(open).toHaveLength(1)
    expect(titles).toContain('Bretagne – GIP\u00a0: secret statistique')
  })

  test('what is written on a fill is read, and neighbours are told apart without colour', async () => {
    const forms = Array.from({ length: 8 }, (_, index) =>
      cell([valueFor('53', 'Bretagne'), valueFor(`f${index}`)], 1, 8),
    )
    const { root } = await draw({ ...BY_REGION, observations: forms }, { width: 1200 })
    const segments = elementsOf(root, 'g').filter(({ children }) => children[0]?.name === 'title')
    const shades = segments.map(({ children }) => {
      const plates = children.filter(({ name }) => name === 'rect').map(({ attributes }) => attributes.fill!)
      const ink = children.find(({ name }) => name === 'text')!.attributes.fill ?? '#1a1a1a'
      expect(contrast(plates.at(-1)!, ink)).toBeGreaterThanOrEqual(4.5)
      return plates[0]!.startsWith('url') ? plates[0]! : luminance(plates[0]!)
    })
    expect(new Set(shades).size).toBe(8)
    for (const [index, shade] of shades.entries()) {
      const next = shades[index + 1]
      if (typeof shade === 'number' && typeof next === 'number')
        expect(Math.abs(shade - next)).toBeGreaterThan(0.2)
    }
  })
})

describe('small multiples', () => {
  const several = { ...BY_REGION, dimensions: ['seatRegion', 'mission'], isMultiValued: true }

  test('are the default where several values are possible; a panel has its base', async () => {
    const { texts, titles } = await draw(several)
    expect(texts).toEqual(
      expect.arrayContaining(['Bretagne', 'Corse', 'base\u00a0: 50', 'base\u00a0: 4', '75,0\u00a0%']),
    )
    expect(titles).toContain('Corse – Commune\u00a0: 75,0\u00a0% (3 sur 4)')
    expect(texts[1]).toContain('Plusieurs réponses possibles')
  })

  test('have one scale', async () => {
    const { root } = await draw(several)
    const bars = elementsOf(root, 'g').filter(({ children }) => children[0]?.name === 'title')
    const [sixty, , , , seventyFive] = bars.map(({ children }) => Number(children[1]!.attributes.width))
    expect(sixty! / seventyFive!).toBeCloseTo(60 / 75, 1)
  })
})

describe('a drawing', () => {
  test('is named and described, in its language', async () => {
    expect(typographyFaults(describeChart(FORMS, 'fr'))).toEqual([])
    for (const language of ['fr', 'en'] as const) {
      const { root } = await draw(FORMS, { language })
      expect(root.attributes).toMatchObject({ lang: language, 'xml:lang': language, role: 'img' })
      const [title, description] = root.children
      expect([title!.name, description!.name]).toEqual(['title', 'desc'])
      expect(root.attributes['aria-labelledby']).toBe(`${title!.attributes.id} ${description!.attributes.id}`)
      expect(title!.text).toBe(FORMS.title[language])
      expect(description!.text).toBe(describeChart(FORMS, language))
    }
    expect(describeChart(FORMS, 'en')).toBe(
      'Bar chart. Base: 225 actors whose legal form is known. No answer: 3. 3 values. ' +
        'Greatest values: Association: 56.9% (128 of 225); Collectivité territoriale: 14.2% (32 of 225); ' +
        'Centre régional d’innovation et de transfert de technologie: 0.9% (2 of 225). ' +
        'The data table beside this chart has all values.',
    )
  })

  test('that has other values together is described as having them', () => {
    const other = { ...FORMS.observations[0]!, values: [valueFor('other', 'Autres', 'other')] }
    const table = { ...FORMS, observations: [FORMS.observations[1]!, other] }
    expect(describeChart(table, 'en')).toContain(
      ' 1 value. The other values are in one row together. Greatest value',
    )
    expect(describeChart(table, 'fr')).toContain(
      ' 1\u00a0valeur. Les autres valeurs sont réunies en une ligne. Valeur',
    )
    expect(describeChart({ ...table, observations: [other] }, 'en')).toContain(' 0 values. ')
    expect(describeChart({ ...table, observations: [other] }, 'fr')).toContain(' 0\u00a0valeur. ')
  })

  test('may leave its title to the page, and its identifiers are those that are asked for', async () => {
    const { root, texts } = await draw(FORMS, { isTitled: false, idPrefix: 'figure-1' })
    expect(texts).not.toContain('Acteurs par forme juridique')
    expect(root.children[0]).toMatchObject({ attributes: { id: 'figure-1-title' } })
  })

  test('texts are read on white', async () => {
    const { root } = await draw(FORMS)
    for (const { attributes } of elementsOf(root, 'text')) {
      expect(contrast(attributes.fill ?? '#1a1a1a', '#fff')).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('labels can do no harm', async () => {
    const hostile = [
      '<script>alert(1)</script>',
      '"><image href=x onerror=alert(1)>',
      ']]>',
      '&amp;\u0000\u0007\ufffe\ud800',
      '\u202eabc',
      'עברית',
      'Mot'.repeat(170),
      '',
      '\n',
    ]
    const table = tableOf(
      hostile.map((label, index) => cell([valueFor(`c${index}`, label)], index, 9)),
      { id: '"><script>', title: { fr: hostile.join(), en: '' } },
    )
    for (const kind of ['bars', 'stacked', 'multiples'] as const) {
      const cross = {
        ...table,
        dimensions: ['a', 'b'],
        within: 'a',
        observations: table.observations.map(one => ({
          ...one,
          values: [valueFor('x', hostile[0]), ...one.values],
        })),
      }
      const { root, titles } = await draw(kind === 'bars' ? table : cross, { kind })
      const names = new Set(elementsOf(root).map(({ name }) => name))
      expect(
        [...names].filter(
          name => !/^(svg|title|desc|defs|pattern|rect|path|circle|g|text|tspan)$/.test(name),
        ),
      ).toEqual([])
      const told = titles.join('\n')
      expect(told).toContain('<script>alert(1)</script>')
      expect(told).toContain('\u2068עברית\u2069')
      expect(told).not.toContain('\u202e')
      // A value without a label is called by its code.
      expect(told).toMatch(/c7.*: .*7 sur 9/)
    }
  })

  test('is refused where it cannot be right', async () => {
    const refused = (table: Table, options: ChartOptions) => expect(toChart(table, options)).rejects
    await refused(FORMS, { width: 100 }).toThrow(StatisticsError)
    await refused(FORMS, { width: Number.NaN }).toThrow('width')
    await refused(FORMS, { limit: 0 }).toThrow('limit')
    await refused(FORMS, { idPrefix: '1"' }).toThrow('identifier')
    await refused(FORMS, { kind: 'stacked' }).toThrow('has 1 dimensions and a chart of the kind "stacked" 2')
    await refused(BY_REGION, { kind: 'stacked', measure: 'n' }).toThrow('multiples')
    await refused({ ...BY_REGION, isMultiValued: true }, { kind: 'stacked' }).toThrow('multiples')
    await refused(BY_REGION, { kind: 'map' }).toThrow('ask for "bars"')
    await refused(FORMS, { kind: 'map' }).toThrow('no geometry')
  })
})

const about = { fr: 'environ ', en: 'about ' }

test('any table is well-formed, has its figures as text, and is the same twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      tables,
      fc.constantFrom('fr', 'en'),
      fc.constantFrom(undefined, 'bars', 'multiples'),
      fc.constantFrom(320, 720, 1111),
      fc.boolean(),
      async (table, language, asked, width, isMultiValued) => {
        const kind = asked === 'multiples' && table.dimensions.length !== 2 ? undefined : asked
        const given = { ...table, isMultiValued }
        const options: ChartOptions = { language, width, ...(kind && { kind }) }
        const svg = await toChart(given, options)
        expect(await toChart(given, options)).toBe(svg)
        expect(svg).not.toMatch(/NaN|Infinity|undefined|null/)
        const root = readSvg(svg)
        const elements = elementsOf(root)
        const ids = elements.flatMap(({ attributes }) => attributes.id ?? [])
        expect(new Set(ids).size).toBe(ids.length)
        for (const [, id] of svg.matchAll(/url\(#([^)]*)\)/g)) expect(ids).toContain(id)
        for (const { name, attributes } of elements) {
          if (name !== 'rect') continue
          expect(Number(attributes.width)).toBeGreaterThanOrEqual(0)
          expect(Number(attributes.x ?? 0) + Number(attributes.width)).toBeLessThanOrEqual(width)
        }
        // Each cell is told with its figure, or that this is kept back.
        const colon = language === 'fr' ? '\u00a0:' : ':'
        const told = `; ${titlesOf(root).slice(1).join('; ')};`.replaceAll('\u00a0;', ';')
        const hasShares = table.observations.some(({ share, base }) => share !== null || base === 0)
        for (const observation of table.observations) {
          const label = observation.values.map(({ label }) => cleanText(label)).join(' – ')
          const begin = label === '' ? '' : `; ${label}${colon} `
          const share = formatShareOf(observation, language)
          if (observation.isSuppressed) {
            expect(told).toContain(`${begin}${language === 'fr' ? 'secret statistique' : 'confidential'};`)
          } else if (share !== null && hasShares) {
            expect(told).toContain(`${begin}${observation.isApproximate ? about[language] : ''}${share}`)
          } else {
            expect(told).toContain(begin)
          }
        }
      },
    ),
    { numRuns: 300, seed: 5 },
  )
})

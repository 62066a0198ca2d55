import { describe, expect, test } from 'vitest'
import { checkRna, checkSiren, checkSiret } from '../../src/actor/identifiers.ts'
import { convert } from '../../src/crosswalk/convert.ts'
import { fc } from '../fastCheck.ts'
import { typographyFaults } from '../frenchTypography.ts'

type Kind = Parameters<typeof convert>[1]
type Options = Parameters<typeof convert>[2]

/** What a text becomes, in short: `value`, `value (repairs)`, `field: value (repairs)`, or the code of its problem. */
function outcome(text: string, kind: Kind, options?: Options): string {
  const conversion = convert(text, kind, options)
  if ('expected' in conversion) return conversion.problem?.code ?? 'unreadable'
  const { value, repairs, field } = conversion
  const done = repairs.length > 0 ? ` (${repairs.join(', ')})` : ''
  return `${field === undefined ? '' : `${field}: `}${typeof value === 'object' ? JSON.stringify(value) : value}${done}`
}

describe('SIRET numbers', () => {
  // 732829320 is the SIREN that Insee explains its check digit with; 005520135 is that of a company with two zeros.
  test.each([
    ['73282932000074', '73282932000074'],
    ['732 829 320 00074', '73282932000074 (strip-separators)'],
    ['732\u00a0829\u202f320-00074', '73282932000074 (strip-separators)'],
    ['73282932000074.0', '73282932000074 (float-tail)'],
    ['73282932000074,00', '73282932000074 (float-tail)'],
    ['7.3282932000074E13', '73282932000074 (exponent-notation)'],
    ["'73282932000074", '73282932000074 (spreadsheet-text-mark)'],
    ['="73282932000074"', '73282932000074 (spreadsheet-text-mark)'],
    ['SIRET\u00a0: 73282932000074', '73282932000074 (identifier-label)'],
    ['n° 732 829 320 00074', '73282932000074 (identifier-label, strip-separators)'],
    ['552013500038', '00552013500038 (lost-zero)'],
    ['552013500038.0', '00552013500038 (float-tail, lost-zero)'],
    ['35600000000048', '35600000000048'],
    ['732829320', 'siren: 732829320 (siren-in-siret-column)'],
    ['FR 44 732 829 320', 'siren: 732829320 (strip-separators, vat-number)'],
    ['W751234567', 'rna: W751234567 (rna-in-another-column)'],
  ])('%j gives %s', (text, expected) => {
    expect(outcome(text, 'siret')).toBe(expected)
  })

  test.each([
    ['4.32143E+13', 'siret-rounded'],
    ['4,32143E+13', 'siret-rounded'],
    // All fourteen digits, but a wrong one among them.
    ['7.3282932000075E13', 'siret-rounded'],
    ['73282932000000', 'siret-rounded'],
    ['43214300000000', 'siret-rounded'],
    ['732829320000740', 'siret-length'],
    ['7328293200007', 'siret-length'],
    // Its check digit is wrong, so that it is no SIREN either.
    ['732829321', 'siret-length'],
    ['0', 'siret-placeholder'],
    ['17', 'siret-placeholder'],
    ['0000000', 'siret-placeholder'],
    ['FR45732829320', 'vat-key'],
    ['0123456.001', 'ridet'],
    ['en cours', 'unreadable'],
    ['', 'unreadable'],
  ])('%j is told as %s', (text, code) => {
    expect(outcome(text, 'siret')).toBe(code)
  })

  test('one with a wrong check digit stays as it is: the records gate tells it', () => {
    expect(outcome('73282932000075', 'siret')).toBe('73282932000075')
    expect(outcome('00000000000000', 'siret')).toBe('00000000000000')
  })
})

describe('SIREN numbers', () => {
  test.each([
    ['732829320', '732829320'],
    ['732.829.320', '732829320 (strip-separators)'],
    ['05520135', '005520135 (lost-zero)'],
    ['73282932000074', '732829320 (siret-in-siren-column)'],
    ['FR44732829320', '732829320 (vat-number)'],
    ['w751234567', 'rna: W751234567 (identifier-case, rna-in-another-column)'],
  ])('%j gives %s', (text, expected) => {
    expect(outcome(text, 'siren')).toBe(expected)
  })

  test.each([
    ['7.3283E8', 'siren-rounded'],
    ['432143000', 'siren-rounded'],
    // Two lost zeros, of which a single check digit is no proof.
    ['5520135', 'siren-length'],
    ['73282932', 'siren-length'],
    ['3', 'siren-placeholder'],
    ['73282932000075', 'siren-length'],
  ])('%j is told as %s', (text, code) => {
    expect(outcome(text, 'siren')).toBe(code)
  })
})

describe('RNA numbers', () => {
  test.each([
    ['W751234567', 'W751234567'],
    ['W2A1000123', 'W2A1000123'],
    ['W9R1000123', 'W9R1000123'],
    ['w 75 1234567', 'W751234567 (strip-separators, identifier-case)'],
    ['RNA\u00a0: W751234567', 'W751234567 (identifier-label)'],
    ['751234567', 'rna-without-w'],
    ['0751234567', 'rna-other-register'],
    ['Volume 45 folio 12', 'rna-other-register'],
    ['A2010MUL000123', 'rna-other-register'],
    ['W75123456', 'unreadable'],
  ])('%j gives %s', (text, expected) => {
    expect(outcome(text, 'rna')).toBe(expected)
  })
})

describe('dates', () => {
  test.each([
    ['2010-02-17', '2010-02-17'],
    ['2010/02/17', '2010-02-17'],
    ['20100217', '2010-02-17'],
    ['2010-02-17T10:00:00Z', '2010-02-17'],
    ['2010-02-17T23:30:00.123+02:00', '2010-02-17'],
    ['2022-09-26 19:00:45', '2022-09-26'],
    ['07/12/2021', '2021-12-07'],
    ['17/02/2010 à 10h30', '2010-02-17'],
    ['7-2-2010', '2010-02-07'],
    ['17.02.2010', '2010-02-17'],
    ['17 février 2010', '2010-02-17'],
    ['1er Août 2010', '2010-08-01'],
    ['le mercredi 17 fevrier 2010', '2010-02-17'],
    ['17-févr.-2010', '2010-02-17'],
    ['17-Feb-2010', '2010-02-17'],
    ['February 17th, 2010', '2010-02-17'],
    ['Wed 17 Feb 2010', '2010-02-17'],
    ['29/02/2008', '2008-02-29'],
    ['29/02/2000', '2000-02-29'],
  ])('%s', (text, value) => {
    expect(outcome(text, 'date')).toBe(value)
  })

  test.each([
    ['02/17/2010', 'date-order'],
    ['17/02/10', 'two-digit-year'],
    ['févr-10', 'two-digit-year'],
    ['mars 2010', 'date-without-day'],
    ['03/2010', 'date-without-day'],
    ['2010-03', 'date-without-day'],
    ['2010', 'date-without-day'],
    ['40226', 'spreadsheet-date'],
    ['40226,5', 'spreadsheet-date'],
    ['0000-00-00', 'placeholder-date'],
    ['00/00/0000', 'placeholder-date'],
    ['1900-01-00', 'placeholder-date'],
    ['1970-01-01', 'placeholder-date'],
    ['01/01/1970 01:00', 'placeholder-date'],
    ['30/02/2010', 'unreadable'],
    ['29/02/2010', 'unreadable'],
    ['29/02/1900', 'unreadable'],
    ['2010-02-17T25:00', 'unreadable'],
    ['17 brumaire 2010', 'unreadable'],
    ['-0044-03-15', 'unreadable'],
    ['hier', 'unreadable'],
    ['mars', 'unreadable'],
  ])('%s is told as %s', (text, code) => {
    expect(outcome(text, 'date')).toBe(code)
  })

  test('the order may be given, and years then be short', () => {
    expect(outcome('02/17/2010', 'date', { dateOrder: 'mdy' })).toBe('2010-02-17')
    expect(outcome('02/07/2010', 'date', { dateOrder: 'mdy' })).toBe('2010-02-07')
    expect(outcome('2/17/2010 10:30:00 AM', 'date', { dateOrder: 'mdy' })).toBe('2010-02-17')
    expect(outcome('17/02/2010', 'date', { dateOrder: 'mdy' })).toBe('date-order')
    expect(outcome('17/02/2010', 'date', { dateOrder: 'ymd' })).toBe('date-order')
    expect(outcome('10/02/17', 'date', { dateOrder: 'ymd' })).toBe('2010-02-17 (two-digit-year)')
    expect(outcome('17/02/68', 'date', { dateOrder: 'dmy' })).toBe('2068-02-17 (two-digit-year)')
    expect(outcome('17/02/69', 'date', { dateOrder: 'dmy' })).toBe('1969-02-17 (two-digit-year)')
    // A year of four digits in front needs no order.
    expect(outcome('2010-02-07', 'date', { dateOrder: 'mdy' })).toBe('2010-02-07')
  })

  test('serial numbers of spreadsheets, where they are expected', () => {
    const serial = (text: string) => outcome(text, 'date', { excelDates: true })
    // The values that Excel shows for these numbers.
    expect(serial('40226')).toBe('2010-02-17')
    expect(serial('40226.75')).toBe('2010-02-17')
    expect(serial('59')).toBe('1900-02-28')
    expect(serial('60')).toBe('unreadable')
    expect(serial('61')).toBe('1900-03-01')
    expect(serial('0')).toBe('placeholder-date')
    expect(serial('2010')).toBe('date-without-day')
    expect(serial('2958466')).toBe('unreadable')
    expect(serial('17/02/2010')).toBe('2010-02-17')
  })

  test('a year will do where only a year is asked for', () => {
    expect(outcome('1998', 'dateOrYear')).toBe('1998')
    expect(outcome('1998.0', 'dateOrYear')).toBe('1998 (float-tail)')
    expect(outcome('mars 2010', 'dateOrYear')).toBe('2010 (year-of-month)')
    expect(outcome('13/2010', 'dateOrYear')).toBe('unreadable')
    expect(outcome('17/02/2010', 'dateOrYear')).toBe('2010-02-17')
    expect(outcome('0000', 'dateOrYear')).toBe('placeholder-date')
    expect(outcome('98', 'dateOrYear')).toBe('unreadable')
    expect(outcome('1998-1999', 'dateOrYear')).toBe('unreadable')
    expect(outcome('1998', 'year')).toBe('1998')
    expect(outcome('98', 'year')).toBe('unreadable')
  })

  test('every day of a century comes back from each of its forms', () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, date => {
        const iso = date.toISOString().slice(0, 10)
        fc.pre(iso !== '1970-01-01')
        const [y, m, d] = iso.split('-')
        expect(outcome(iso, 'date')).toBe(iso)
        expect(outcome(`${d}/${m}/${y}`, 'date')).toBe(iso)
        expect(outcome(`${m}/${d}/${y}`, 'date', { dateOrder: 'mdy' })).toBe(iso)
        const words = date.toLocaleDateString('fr-FR', { dateStyle: 'full', timeZone: 'UTC' })
        expect(outcome(words, 'date')).toBe(iso)
        const english = date.toLocaleDateString('en-US', { dateStyle: 'medium', timeZone: 'UTC' })
        expect(outcome(english, 'date')).toBe(iso)
        const serial = Math.floor(date.getTime() / 86_400_000) + 25_569
        expect(outcome(String(serial), 'date', { excelDates: true })).toBe(iso)
      }),
    )
  })
})

describe('numbers', () => {
  test.each([
    ['46,73971', '46.73971'],
    ['-61.13204', '-61.13204'],
    ['475198,121680863', '475198.121680863'],
    ['0', '0'],
    ['.5', '0.5'],
    ['4.9e-05', '0.000049'],
    ['1,234', '1.234'],
    ['1 234,5', '1234.5 (strip-separators)'],
    ['1.234,5', '1234.5 (strip-separators)'],
    ['1,234.5', '1234.5 (strip-separators)'],
    ['1.234.567', '1234567 (strip-separators)'],
    ["1'234.5", '1234.5 (strip-separators)'],
    ['\u22121,6', '-1.6 (minus-sign)'],
    ['48°06′53″ N', '48.1147222 (degrees-minutes-seconds)'],
    ['12 km', 'number-with-unit'],
    ['12%', 'number-with-unit'],
    ['1,2E+05', 'exponent-notation'],
    ['1e5', 'exponent-notation'],
  ])('%s gives %s', (text, expected) => {
    expect(outcome(text, 'decimal')).toBe(expected)
  })

  test.each([
    'douze',
    '1,2,3',
    '1 2',
    '1 23',
    '--1',
    '12,',
    '1.23.456',
    '12 rue de la Paix',
    '9'.repeat(400),
  ])('%s is none', text => {
    expect(outcome(text, 'decimal')).toBe('unreadable')
  })

  test.each(['29 204', '29\u00a0204', '29\u202f204', '29’204'])('thousands apart, %j', text => {
    expect(outcome(text, 'integer')).toBe('29204 (strip-separators)')
  })

  test.each([
    ['12.0', '12 (float-tail)'],
    ['12,00', '12 (float-tail)'],
    ['1234,000', '1234 (float-tail)'],
    ['1,234,567', '1234567 (strip-separators)'],
    ['1,234', 'ambiguous-number'],
    ['1.000', 'ambiguous-number'],
    ['12,5', 'unreadable'],
    ['9007199254740993', 'unreadable'],
    ['12 km', 'number-with-unit'],
  ])('whole, %s gives %s', (text, expected) => {
    expect(outcome(text, 'integer')).toBe(expected)
  })

  test('one comes back however French people or machines write it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), cents => {
        const number = cents / 100
        expect(convert(String(number), 'decimal')).toEqual({ value: number, repairs: [] })
        expect(convert(number.toLocaleString('fr-FR'), 'decimal')).toMatchObject({ value: number })
        expect(convert(String(cents), 'integer')).toEqual({ value: cents, repairs: [] })
      }),
    )
  })
})

describe('web addresses', () => {
  test('a bare host gets its scheme, and the log says so', () => {
    expect(outcome('www.example.org/a?b=c', 'iri')).toBe('https://www.example.org/a?b=c (add-scheme)')
    expect(outcome('abracodabra.fr', 'iri')).toBe('https://abracodabra.fr (add-scheme)')
    expect(outcome('http://example.org', 'iri')).toBe('http://example.org')
  })

  test.each([
    'https://a b.example',
    'javascript:alert(1)',
    'ftp://example.org',
    'https://example.org/"><script>',
    'https://example.org/{id}',
    'aucun',
    'https://',
    'a@example.org',
  ])('%j is none', text => {
    expect(outcome(text, 'iri')).toBe('unreadable')
  })
})

test('e-mail addresses lose their scheme, and nothing else', () => {
  expect(outcome('contact@exemple.fr', 'email')).toBe('contact@exemple.fr')
  expect(outcome('mailto:contact@exemple.fr', 'email')).toBe('contact@exemple.fr (strip-mailto)')
  for (const text of ['contact', 'a@b', 'a@b@c.fr', 'a b@c.fr', '<a@b.fr>', 'a@b.fr ou c@d.fr']) {
    expect(outcome(text, 'email')).toBe('unreadable')
  }
})

test('positions that say which number is which', () => {
  expect(outcome("{'lon': 166.4, 'lat': -22.2}", 'point')).toBe('{"latitude":-22.2,"longitude":166.4}')
  expect(outcome('48.1,-1.6', 'point')).toBe('unreadable')
})

test('yes and no', () => {
  expect(['oui', 'Vrai', 'x', '1'].map(text => outcome(text, 'boolean'))).toEqual(Array(4).fill('true'))
  expect(['non', 'FAUX', '0'].map(text => outcome(text, 'boolean'))).toEqual(Array(3).fill('false'))
  expect(outcome('peut-être', 'boolean')).toBe('unreadable')
})

const KINDS: readonly Kind[] = [
  'siren',
  'siret',
  'rna',
  'email',
  'iri',
  'decimal',
  'integer',
  'boolean',
  'date',
  'dateOrYear',
  'year',
  'point',
]

/** Texts as cells have them: of the characters that the patterns look at, and of any. */
const cells = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123456789.,-/: eE+WFR\u00a0\'"=°′NO{}()'), maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...'0123456789.,E+ '), maxLength: 18 }),
  fc.string({ unit: 'binary' }),
)

test('no degrees west are no degrees', () => {
  expect(convert('0°W', 'decimal')).toEqual({ value: 0, repairs: ['degrees-minutes-seconds'] })
})

describe('whatever a cell holds', () => {
  test('there is a value or a problem, and values are final', () => {
    fc.assert(
      fc.property(
        cells,
        fc.constantFrom(...KINDS),
        fc.constantFrom(...(['dmy', 'mdy', 'ymd', undefined] as const)),
        fc.boolean(),
        (text, kind, dateOrder, excelDates) => {
          const conversion = convert(text, kind, { excelDates, ...(dateOrder && { dateOrder }) })
          if ('expected' in conversion) return
          const { value, field = kind } = conversion
          if (typeof value === 'object') {
            expect([value.latitude, value.longitude].every(Number.isFinite)).toBe(true)
          } else if (kind !== 'boolean') {
            expect(convert(String(value), field as Kind)).toEqual({ value, repairs: [] })
          }
        },
      ),
      { numRuns: 3000 },
    )
  })

  test('identifiers that were mended pass their checks', () => {
    const checks = { siren: checkSiren, siret: checkSiret, rna: checkRna }
    fc.assert(
      fc.property(cells, fc.constantFrom('siren', 'siret'), (text, kind) => {
        const conversion = convert(text, kind)
        if ('expected' in conversion) return
        const { value, repairs, field = kind } = conversion
        const certain = repairs.filter(rule => !/^(?:strip-|float-|spreadsheet-|identifier-)/.test(rule))
        if (certain.length > 0) {
          expect(checks[field as keyof typeof checks](String(value))).toEqual({ valid: true })
        }
      }),
      { numRuns: 3000 },
    )
  })

  test('a lost zero or a float tail is always mended, and a rounded number never taken', () => {
    const sirets = fc
      .tuple(fc.constantFrom('005520135', '073282931', '012345674'), fc.integer({ min: 1, max: 9999 }))
      .map(([siren, rank]) => withCheckDigit(siren + String(rank).padStart(4, '0')))
      .filter(siret => checkSiret(siret).valid)
    fc.assert(
      fc.property(sirets, siret => {
        const number = Number(siret)
        expect(convert(String(number), 'siret')).toMatchObject({ value: siret, repairs: ['lost-zero'] })
        expect(convert(`${siret}.0`, 'siret')).toEqual({ value: siret, repairs: ['float-tail'] })
        expect(outcome(number.toExponential(5).replace('.', ','), 'siret')).toBe('siret-rounded')
      }),
    )
  })

  test('a very long cell is answered: were it in quadratic time, not before the test has to end', () => {
    const long = ['1', '1.', ' ', '1 ', 'a', 'a.', '-', 'E', '°', 'mars ', '0/'].map(part => part.repeat(1e6))
    for (const text of long) for (const kind of KINDS) expect(convert(text, kind)).toBeTypeOf('object')
  })
})

test('problems say what to do, well set', () => {
  const problems = [
    ...['4E+13', '123456', '0', 'FR45732829320', '0123456.001'].map(text => convert(text, 'siret')),
    ...['751234567', '0751234567'].map(text => convert(text, 'rna')),
    ...['02/17/2010', '17/02/10', 'mars 2010', '40226', '0000-00-00'].map(text => convert(text, 'date')),
    ...['1,234', '12 km', '1E5'].map(text => convert(text, 'integer')),
  ].map(conversion => ('expected' in conversion ? conversion.problem : undefined))
  expect(problems).not.toContain(undefined)
  for (const problem of problems) {
    // Lines of the configuration are quoted as they are written there.
    const prose = problem!.message.fr.replace(/«\u00a0(?:dates|scheme): \w+\u00a0»/g, '')
    expect(typographyFaults(prose)).toEqual([])
    expect(problem!.message.en).toMatch(/^.+[.;:] .+\.$/)
  }
})

function withCheckDigit(digits: string): string {
  const total = [...digits].reverse().reduce((sum, digit, place) => {
    const weighted = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return sum + (weighted > 9 ? weighted - 9 : weighted)
  }, 0)
  return digits + String((10 - (total % 10)) % 10)
}

import { beforeAll, describe, expect, test } from 'vitest'
import {
  type CommuneFinder,
  type CommuneQuery,
  createCommuneFinder,
} from '../../src/vocabulary/communeFinder.ts'
import { loadCommunes } from '../../src/vocabulary/communes.ts'

let finder: CommuneFinder
beforeAll(async () => {
  finder = createCommuneFinder(await loadCommunes())
})

/** `33063 code`, `unknown 33063 33215`. */
function found(query: CommuneQuery): string {
  const finding = finder.find(query)
  if (!('commune' in finding))
    return [finding.problem, ...finding.candidates.map(({ code }) => code)].join(' ')
  const { commune, how, arrondissement, part, lostZero } = finding
  return [commune.code, how, arrondissement, part && `(${part.name})`, lostZero && 'lost zero']
    .filter(Boolean)
    .join(' ')
}

type Case = readonly [expected: string, query: CommuneQuery]

describe('by code', () => {
  test.each<Case>([
    ['33063 code', { code: '33063' }],
    ['33063 code', { code: ' 33063 ' }],
    ['2A004 code', { code: '2a004' }],
    ['01001 code lost zero', { code: '1001' }],
    ['75056 arrondissement 75113', { code: '75113' }],
    ['69123 arrondissement 69389', { code: '69389' }],
    ['13055 arrondissement 13201', { code: '13201' }],
    ['75056 code 75116', { code: '75056', postcode: '75116' }],
    // A commune that became a part of Lyon, and left no code there.
    ['69123 former-code', { code: '69232' }],
    ['01262 former-code (Cordieux)', { code: '01120' }],
    ['97801 former-code', { code: '97127' }],
    ['98818 code', { code: '98818' }],
    ['97502 code', { code: '97502' }],
    ['unknown', { code: '99999' }],
    ['unknown', { code: '20A004' }],
    ['unknown', { code: 'constructor' }],
    ['unknown 33063', { code: '33999', name: 'Bordeaux', postcode: '33000' }],
  ])('%s: %j', (expected, query) => {
    expect(found(query)).toBe(expected)
  })

  test.each<Case>([
    ['postcode-as-code 33063', { code: '33000' }],
    ['postcode-as-code 33063', { code: '33000', name: 'Bordeaux', postcode: '33000' }],
    // Those of a CEDEX are in no list; Cadillac-en-Fronsadais has the code 33082, its postcode is another.
    ['postcode-as-code', { code: '33999', postcode: '33999' }],
    ['postcode-as-code 33082', { code: '33082', postcode: '33082' }],
    // 01400 is Seillonnaz, whose postcode is 01470; it is also the postcode of Châtillon.
    ['01400 code', { code: '01400' }],
    ['01400 code', { code: '01400', name: 'Seillonnaz' }],
    ['01400 code', { code: '01400', postcode: '01470' }],
    ['postcode-as-code 01093', { code: '01400', name: 'Châtillon-sur-Chalaronne' }],
    ['postcode-as-code 01093', { code: '01400', name: 'Châtillon-sur-Chalaronne', postcode: '01400' }],
    // 97112 is Grand-Bourg, and its postcode.
    ['97112 code', { code: '97112', postcode: '97112' }],
    // Until 1976, Ajaccio was 20004, and 20090 was Coggia; both look like postcodes of Ajaccio.
    ['postcode-as-code 2A004', { code: '20004' }],
    ['2A004 former-code', { code: '20004', name: 'Ajaccio' }],
    ['postcode-as-code 2A004', { code: '20090', name: 'AJACCIO' }],
  ])('a postcode is no code: %s: %j', (expected, query) => {
    expect(found(query)).toBe(expected)
  })

  test.each<Case>([
    ['33063 code', { code: '33063', name: 'BORDEAUX CEDEX', postcode: '33076' }],
    // One postcode of two is mistyped; code and name agree.
    ['33063 code', { code: '33063', name: 'Bordeaux', postcode: '75001' }],
    ['01033 code', { code: '01033', name: 'Bellegarde-sur-Valserine' }],
    // A name that was longer, or shorter.
    ['69096 code', { code: '69096', name: 'Grigny' }],
    ['contradiction 33063 33281', { code: '33063', name: 'Mérignac' }],
    ['contradiction 33063 69123', { code: '33063', name: 'Lyon' }],
    ['contradiction 33063 69123', { code: '33063', postcode: '69001' }],
    ['contradiction 33063', { code: '33063', department: '69' }],
    // A place in Bordeaux that is no commune says nothing, nor does one that has the name of a distant one.
    ['33063 code', { code: '33063', name: 'Les Chartrons', postcode: '33000' }],
    ['33063 code', { code: '33063', name: 'La Bastide', postcode: '33100' }],
  ])('%s, with what stands beside it: %j', (expected, query) => {
    expect(found(query)).toBe(expected)
  })
})

describe('by name', () => {
  test.each<Case>([
    ['33063 name-and-postcode', { name: 'Bordeaux', postcode: '33000' }],
    ['33063 name-and-postcode', { name: ' BORDEAUX ', postcode: '33 000' }],
    ['01004 name-and-postcode', { name: 'AMBERIEU EN BUGEY', postcode: '1500' }],
    ['42218 name-and-postcode', { name: 'ST ETIENNE', postcode: '42000' }],
    ['33403 name-and-postcode', { name: 'Ste-Foy-la-Longue', postcode: '33490' }],
    ['71076 name-and-postcode', { name: 'Chalon s/ Saône', postcode: '71100' }],
    ['71076 name-and-postcode', { name: 'CHALON/SAONE', postcode: '71100' }],
    ['93014 name-and-postcode', { name: 'Clichy s/s Bois', postcode: '93390' }],
    ['59009 name-and-postcode', { name: "VILLENEUVE D'ASCQ", postcode: '59650' }],
    ['59009 name-and-postcode', { name: 'VILLENEUVE DASCQ', postcode: '59650' }],
    ['33063 name-and-department', { name: 'BORDEAUX CEDEX', postcode: '33076' }],
    ['42218 name-and-department', { name: 'St Étienne Cedex 2', postcode: '42023' }],
    ['72181 name-and-department', { name: 'Mans (Le)', department: '72' }],
    ['98817 name-and-department', { name: 'Mont-Dore', department: '988' }],
    ['2B033 name-and-department', { name: 'Bastia', department: '2b' }],
    ['2B033 name-and-department', { name: 'Bastia Cedex', postcode: '20293' }],
    ['2A004 name-and-department', { name: 'Ajaccio', postcode: '20184' }],
    ['97801 name-and-postcode', { name: 'Saint-Martin', postcode: '97150' }],
    ['97701 name-and-postcode', { name: 'St Barthélemy', postcode: '97133' }],
    ['98827 name-and-department', { name: 'Poya', postcode: '98800' }],
    ['33281 name-and-region', { name: 'Mérignac', departments: ['24', '33', '40', '47', '64'] }],
    ['33063 name-only', { name: 'Bordeaux' }],
    ['33063 name-only', { name: 'Bordeaux', postcode: 'n/c' }],
    // 49000, with a digit missing, is not 04900.
    ['49331 name-only', { name: 'Segré-en-Anjou Bleu', postcode: '4900' }],
    ['22084 name-and-postcode', { name: 'Jugon-les-Lacs - Commune nouvelle', postcode: '22270' }],
    [
      '01033 name-and-postcode (Bellegarde-sur-Valserine)',
      { name: 'Bellegarde sur Valserine', postcode: '01200' },
    ],
  ])('%s: %j', (expected, query) => {
    expect(found(query)).toBe(expected)
  })

  test.each<Case>([
    ['75056 name-and-postcode 75113', { name: 'Paris', postcode: '75013' }],
    ['75056 name-and-postcode 75116', { name: 'PARIS 16', postcode: '75116' }],
    ['75056 name-only 75113', { name: 'Paris 13ème arrondissement' }],
    ['75056 name-only 75101', { name: 'Paris 1er' }],
    ['69123 name-only 69383', { name: 'Lyon 3' }],
    ['13055 name-only 13208', { name: 'MARSEILLE 08' }],
    ['75056 name-and-department', { name: 'PARIS CEDEX 13', postcode: '75634' }],
    ['unknown 69123', { name: 'Lyon 10' }],
    ['contradiction 75113 75114', { name: 'Paris 13', postcode: '75014' }],
  ])('of an arrondissement: %s: %j', (expected, query) => {
    expect(found(query)).toBe(expected)
  })

  test.each<Case>([
    ['ambiguous 16216 17229 33281', { name: 'Mérignac' }],
    ['ambiguous 32389 54480 65392 67426 97801', { name: 'Saint-Martin' }],
    ['contradiction 33063', { name: 'Bordeaux', postcode: '75001' }],
    ['contradiction 33063', { name: 'Bordeaux', department: '75' }],
    ['contradiction 33063', { name: 'Bordeaux', postcode: '33000', department: '75' }],
    ['contradiction 33063', { name: 'Bordeaux', departments: ['75', '77'] }],
    // Saint-Gervais-les-Bains, for short, stands before those that have the name.
    ['contradiction 74236 30256 33415 38390 85221 95554', { name: 'SAINT GERVAIS', postcode: '74170' }],
    ['unknown 98802', { name: 'Boulouparis', postcode: '98800' }],
    // What has the postcode, where no name is near.
    ['unknown 33063', { name: 'Zzz', postcode: '33000' }],
    ['unknown', { name: 'Zzz' }],
    ['unknown', { name: 'CEDEX' }],
    ['unknown', {}],
  ])('%s: %j', (expected, query) => {
    expect(found(query)).toBe(expected)
  })

  test('what is nearest to a misspelt name stands first', () => {
    expect(found({ name: 'Bordaux', postcode: '33000' })).toMatch(/^unknown 33063 /)
    expect(found({ name: 'Bordaux' })).toMatch(/^unknown 33063 /)
    expect(found({ name: 'Saint Etiene', department: '42' })).toMatch(/^unknown 42218 /)
    expect(found({ name: 'Sciez-sur-Léman', postcode: '74140' })).toMatch(/^unknown 74263 /)
    // Château-Chinon (Ville) and Château-Chinon (Campagne).
    expect(found({ name: 'Château-Chinon', postcode: '58120' })).toMatch(/^unknown 58062 58063 /)
  })
})

describe('by postcode alone', () => {
  test.each<Case>([
    ['33063 postcode-only', { postcode: '33000' }],
    ['75056 postcode-only 75113', { postcode: '75013' }],
    ['unknown', { postcode: '33076' }],
    ['unknown', { postcode: '00000' }],
  ])('%s: %j', (expected, query) => {
    expect(found(query)).toBe(expected)
  })

  test('of several communes, ten are told', () => {
    const finding = finder.find({ postcode: '01400' })
    expect(finding).toMatchObject({ problem: 'ambiguous' })
    expect('candidates' in finding && finding.candidates).toHaveLength(10)
  })
})

describe('whatever is asked', () => {
  test('every commune is found by its name in capitals without accents, with any of its postcodes', async () => {
    const { communes } = await loadCommunes()
    const missed = communes.flatMap(commune => {
      const name = commune.name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()
      return commune.postcodes
        .map(postcode => finder.find({ name, postcode }))
        .filter(finding => !('commune' in finding) || finding.commune !== commune)
    })
    expect(missed).toEqual([])
  })

  test('a name and its département are one commune: there are no homonyms within one', async () => {
    const { communes } = await loadCommunes()
    const missed = communes.filter(commune => {
      const department = commune.department ?? commune.collectivity!
      const finding = finder.find({ name: commune.name, department })
      return !('commune' in finding) || finding.commune !== commune
    })
    expect(missed).toEqual([])
  })

  test.each([
    '\ud800',
    'x'.repeat(10_000_000),
    'saint '.repeat(20),
    '/'.repeat(100),
    '\n',
    '\u0000',
    "' OR 1=1",
  ])('hostile names are unknown', name => {
    expect(finder.find({ name, postcode: name, code: name, department: name })).toMatchObject({
      problem: 'unknown',
    })
    expect(finder.find({ name })).toMatchObject({ problem: 'unknown' })
  })
})

import { describe, expect, test } from 'vitest'
import { StatisticsError } from '../../../src/errors.ts'
import type { Observation, Table } from '../../../src/statistics/statistic.ts'
import { toSentence, toSentenceParts } from '../../../src/statistics/words/sentence.ts'
import { mergeWording } from '../../../src/statistics/words/wording.ts'
import { typographyFaults } from '../../frenchTypography.ts'
import {
  ASSOCIATION,
  AUTHORITY,
  literal,
  MISSING,
  OTHER,
  observation,
  place,
  table,
  WATCH,
} from './tables.ts'

const SAMPLE = {
  populationLabel: { fr: 'des onze régions de l’échantillon', en: 'of the eleven regions of the sample' },
}
const MEMBERS = {
  dimensions: {
    members: { label: { fr: 'Nombre de membres', en: 'Number of members' } },
    status: { label: { fr: 'Statut', en: 'Status' } },
    member: { label: { fr: 'Adhérent', en: 'Member' }, datatype: 'boolean' },
    use: { label: { fr: 'À quoi servent les e-mails ?', en: 'What are e-mails for?' } },
  },
} as const

/** Ordinary spaces, to be read and written. */
function inBoth(given: Table, one: Observation, options = {}): string[] {
  const french = toSentence(given, one, { ...MEMBERS, ...options, language: 'fr' })
  expect(typographyFaults(french)).toEqual([])
  const english = toSentence(given, one, { ...MEMBERS, ...options, language: 'en' })
  return [french, english].map(text => text.replace(/[\u00A0\u202F]/g, ' '))
}

const form = table(['legalForm'])

test.each<[string, Table, Observation, string, string]>([
  [
    'a share',
    form,
    observation([ASSOCIATION], 128, 225),
    '56,9 % des acteurs dont la forme juridique est connue sont des associations (128 sur 225)',
    '56.9% of the actors whose legal form is known are associations (128 of 225)',
  ],
  [
    'of a population',
    table(['legalForm'], SAMPLE),
    observation([ASSOCIATION], 128, 225),
    '56,9 % des acteurs des onze régions de l’échantillon dont la forme juridique est connue sont des associations (128 sur 225)',
    '56.9% of the actors of the eleven regions of the sample whose legal form is known are associations (128 of 225)',
  ],
  [
    'within those called by a noun',
    table(['legalForm', 'mission'], SAMPLE),
    observation([AUTHORITY, WATCH], 23, 30),
    '76,7 % des collectivités territoriales des onze régions de l’échantillon qui ont renseigné leurs missions mènent de la veille technologique (23 sur 30)',
    '76.7% of the local authorities of the eleven regions of the sample that stated their missions carry out technology watch (23 of 30)',
  ],
  [
    'within those of whom something is said',
    table(['mission', 'legalForm']),
    observation([WATCH, ASSOCIATION], 20, 50),
    '40,0 % des acteurs qui mènent de la veille technologique et dont la forme juridique est connue sont des associations (20 sur 50)',
    '40.0% of the actors that carry out technology watch and whose legal form is known are associations (20 of 50)',
  ],
  [
    'where everybody answered',
    form,
    observation([ASSOCIATION], 128, 225, { missing: 0 }),
    '56,9 % des acteurs sont des associations (128 sur 225)',
    '56.9% of the actors are associations (128 of 225)',
  ],
  [
    'of the whole population',
    table(['legalForm'], { base: 'population' }),
    observation([ASSOCIATION], 128, 228),
    '56,1 % des acteurs sont des associations (128 sur 228, dont 3 sans réponse)',
    '56.1% of the actors are associations (128 of 228, 3 without an answer)',
  ],
  [
    'cut, as the study of 2010 does',
    table(['legalForm'], { rounding: { decimals: 0, mode: 'truncate' } }),
    observation([ASSOCIATION], 128, 225),
    '56 % des acteurs dont la forme juridique est connue sont des associations (128 sur 225)',
    '56% of the actors whose legal form is known are associations (128 of 225)',
  ],
  [
    'less than can be shown',
    form,
    observation([ASSOCIATION], 2, 12_345),
    'Moins de 0,1 % des acteurs dont la forme juridique est connue sont des associations (2 sur 12 345)',
    'Less than 0.1% of the actors whose legal form is known are associations (2 of 12,345)',
  ],
  [
    'nearly all',
    form,
    observation([ASSOCIATION], 12_344, 12_345),
    'Plus de 99,9 % des acteurs dont la forme juridique est connue sont des associations (12 344 sur 12 345)',
    'More than 99.9% of the actors whose legal form is known are associations (12,344 of 12,345)',
  ],
  [
    'one of several',
    form,
    observation([ASSOCIATION], 1, 225),
    'Un seul des 225 acteurs dont la forme juridique est connue est une association (0,4 %)',
    'Only one of the 225 actors whose legal form is known is an association (0.4%)',
  ],
  [
    'one of several, in the feminine',
    table(['legalForm', 'foundingYear']),
    observation([ASSOCIATION, literal('1998')], 1, 30),
    'Une seule des 30 associations dont l’année de création est connue a été créée en 1998 (3,3 %)',
    'Only one of the 30 associations whose founding year is known was founded in 1998 (3.3%)',
  ],
  [
    'none of several',
    table(['legalForm', 'mission']),
    observation([ASSOCIATION, WATCH], 0, 30),
    'Aucune des 30 associations qui ont renseigné leurs missions ne mène de veille technologique (0 %)',
    'None of the 30 associations that stated their missions carries out technology watch (0%)',
  ],
  [
    'all of several',
    table(['legalForm', 'mission']),
    observation([ASSOCIATION, WATCH], 30, 30),
    'Toutes les associations qui ont renseigné leurs missions mènent de la veille technologique (30 sur 30, soit 100 %)',
    'All the associations that stated their missions carry out technology watch (30 of 30, 100%)',
  ],
  [
    'the only one',
    table(['legalForm', 'mission']),
    observation([ASSOCIATION, WATCH], 1, 1),
    'L’unique association qui a renseigné ses missions mène de la veille technologique (1 sur 1, soit 100 %)',
    'The only association that stated its missions carries out technology watch (1 of 1, 100%)',
  ],
  [
    'not even the only one',
    table(['mission', 'legalForm']),
    observation([WATCH, ASSOCIATION], 0, 1),
    'L’unique acteur qui mène de la veille technologique et dont la forme juridique est connue n’est pas une association (0 sur 1, soit 0 %)',
    'The only actor that carries out technology watch and whose legal form is known is not an association (0 of 1, 0%)',
  ],
  [
    'of nobody',
    form,
    observation([ASSOCIATION], 0, 0),
    'Il n’y a aucun acteur dont la forme juridique est connue : la part de ceux qui sont des associations ne se calcule pas (0 sur 0)',
    'There is no actor whose legal form is known: the share of those that are associations cannot be computed (0 of 0)',
  ],
  [
    'kept back',
    table(['legalForm', 'mission']),
    observation([ASSOCIATION, WATCH], null, 30, { isSuppressed: true }),
    'Parmi les 30 associations qui ont renseigné leurs missions, le nombre de celles qui mènent de la veille technologique n’est pas publié (secret statistique)',
    'Of the 30 associations that stated their missions, how many carry out technology watch is not published (statistical confidentiality)',
  ],
  [
    'kept back with its base',
    form,
    observation([ASSOCIATION], null, null, { isSuppressed: true }),
    'Parmi les acteurs dont la forme juridique est connue, le nombre de ceux qui sont des associations n’est pas publié (secret statistique)',
    'Of the actors whose legal form is known, how many are associations is not published (statistical confidentiality)',
  ],
  [
    'not known',
    form,
    observation([ASSOCIATION], null, null),
    'Parmi les acteurs dont la forme juridique est connue, le nombre de ceux qui sont des associations n’est pas connu',
    'Of the actors whose legal form is known, how many are associations is not known',
  ],
  [
    'a count without a base',
    form,
    observation([ASSOCIATION], 128, null),
    '128 acteurs dont la forme juridique est connue sont des associations',
    '128 actors whose legal form is known are associations',
  ],
  [
    'those who did not answer',
    table(['legalForm'], SAMPLE),
    observation([MISSING], 3, 225, { share: null }),
    '3 des 228 acteurs des onze régions de l’échantillon sont sans forme juridique connue',
    '3 of the 228 actors of the eleven regions of the sample are without a known legal form',
  ],
  [
    'one who did not answer',
    table(['legalForm', 'mission']),
    observation([ASSOCIATION, MISSING], 1, 29, { share: null }),
    'Une seule des 30 associations est sans mission renseignée',
    'Only one of the 30 associations is without a stated mission',
  ],
  [
    'nobody who did not answer',
    form,
    observation([MISSING], 0, 225, { share: null, missing: 0 }),
    'Parmi les acteurs, aucune réponse ne manque pour « Forme juridique » (0 sur 225)',
    'Among the actors, no answer is missing for “Legal form” (0 of 225)',
  ],
  [
    'those who did not answer, of the whole population',
    table(['legalForm'], { base: 'population' }),
    observation([MISSING], 3, 228),
    '1,3 % des acteurs sont sans forme juridique connue (3 sur 228)',
    '1.3% of the actors are without a known legal form (3 of 228)',
  ],
  [
    'the values beyond the first ones',
    form,
    observation([OTHER], 28, 225),
    '12,4 % des acteurs dont la forme juridique est connue ont une forme juridique que le tableau ne détaille pas (28 sur 225)',
    '12.4% of the actors whose legal form is known have a legal form that the table does not detail (28 of 225)',
  ],
  [
    'weights',
    table(['legalForm'], { weight: 'members' }),
    observation([ASSOCIATION], 1, 2050.5),
    'Moins de 0,1 % des acteurs dont la forme juridique est connue sont des associations (1 sur 2 050,5, pondération par « Nombre de membres »)',
    'Less than 0.1% of the actors whose legal form is known are associations (1 of 2,050.5, weighted by “Number of members”)',
  ],
  [
    'measures of a field',
    table(['legalForm'], { of: 'members' }),
    observation([ASSOCIATION], 128, 225, {
      further: { mean: 34.4531, median: 20, q25: 12, q90: 80, min: -1, sum: null },
    }),
    '56,9 % des acteurs dont la forme juridique est connue sont des associations (128 sur 225) ; « Nombre de membres » y a pour moyenne 34,45, pour médiane 20, pour premier quartile 12, pour quantile à 90 % 80 et pour minimum −1',
    '56.9% of the actors whose legal form is known are associations (128 of 225); there, “Number of members” has a mean of 34.45, a median of 20, a first quartile of 12, a 90% quantile of 80 and a minimum of −1',
  ],
  [
    'measures of a field that not all of those counted have',
    table(['legalForm'], { of: 'members' }),
    observation([ASSOCIATION], 128, 225, { further: { valid: 17, mean: 3.15 } }),
    '56,9 % des acteurs dont la forme juridique est connue sont des associations (128 sur 225) ; « Nombre de membres » y a pour moyenne 3,15 (17 valeurs connues)',
    '56.9% of the actors whose legal form is known are associations (128 of 225); there, “Number of members” has a mean of 3.15 (17 known values)',
  ],
  [
    'measures of a field that one of them has',
    table(['legalForm'], { of: 'members' }),
    observation([ASSOCIATION], 128, 225, { further: { valid: 1, sum: 3 } }),
    '56,9 % des acteurs dont la forme juridique est connue sont des associations (128 sur 225) ; « Nombre de membres » y a pour somme 3 (1 valeur connue)',
    '56.9% of the actors whose legal form is known are associations (128 of 225); there, “Number of members” has a sum of 3 (1 known value)',
  ],
  [
    'weighted measures',
    table(['legalForm'], { of: 'members', weight: 'members' }),
    observation([ASSOCIATION], 128, 225, { further: { valid: 12.5, mean: 3.15 } }),
    '56,9 % des acteurs dont la forme juridique est connue sont des associations (128 sur 225, pondération par « Nombre de membres ») ; « Nombre de membres » y a pour moyenne 3,15 (poids des valeurs connues : 12,5)',
    '56.9% of the actors whose legal form is known are associations (128 of 225, weighted by “Number of members”); there, “Number of members” has a mean of 3.15 (weight of the known values: 12.5)',
  ],
  [
    'what shares add up to',
    form,
    observation([ASSOCIATION], 128, 225, { further: { cumulativeShare: 71.1111 } }),
    '56,9 % des acteurs dont la forme juridique est connue sont des associations (128 sur 225, 71,1 % en cumulé)',
    '56.9% of the actors whose legal form is known are associations (128 of 225, 71.1% cumulatively)',
  ],
  [
    'a sample',
    form,
    observation([ASSOCIATION], 128, 225, { further: { lower: 50.3567, upper: 63.1995 } }),
    '56,9 % des acteurs dont la forme juridique est connue sont des associations (128 sur 225, intervalle de confiance à 95 % : de 50,4 % à 63,2 %)',
    '56.9% of the actors whose legal form is known are associations (128 of 225, 95% confidence interval: 50.4% to 63.2%)',
  ],
  [
    'a region',
    table(['seatRegion']),
    observation([place('region', '04', 'La Réunion')], 20, 400),
    '5,0 % des acteurs dont la région du siège est connue ont leur siège à La Réunion (20 sur 400)',
    '5.0% of the actors whose region of the seat is known have their seat in La Réunion (20 of 400)',
  ],
  [
    'a region by its former name',
    table(['coveredRegion']),
    observation([place('region', '24', 'Centre')], 20, 400),
    '5,0 % des acteurs dont les régions d’action sont connues agissent dans le Centre (20 sur 400)',
    '5.0% of the actors whose regions of action are known act in Centre (20 of 400)',
  ],
  [
    'a département as a base',
    table(['seatDepartment', 'legalForm']),
    observation([place('departement', '59', 'Nord'), ASSOCIATION], 7, 12),
    '58,3 % des acteurs qui ont leur siège dans le Nord et dont la forme juridique est connue sont des associations (7 sur 12)',
    '58.3% of the actors that have their seat in the département of Nord and whose legal form is known are associations (7 of 12)',
  ],
  [
    'a commune whose name has an article',
    table(['seatCommune']),
    observation([place('commune', '72181', 'Le Mans')], 2, 12),
    '16,7 % des acteurs dont la commune du siège est connue ont leur siège au Mans (2 sur 12)',
    '16.7% of the actors whose commune of the seat is known have their seat in Le Mans (2 of 12)',
  ],
  [
    'a commune whose name has an article in the plural',
    table(['coveredCommune']),
    observation([place('commune', '91692', 'Les Ulis')], 2, 12),
    '16,7 % des acteurs dont les communes d’action sont connues agissent aux Ulis (2 sur 12)',
    '16.7% of the actors whose communes of action are known act in Les Ulis (2 of 12)',
  ],
  [
    'without a département, or beyond all of them',
    table(['seatDepartment']),
    observation([MISSING], 12, 78, { missing: 12, share: null }),
    '12 des 90 acteurs sont sans département de siège connu ou hors des départements',
    '12 of the 90 actors are without a known département of the seat or outside the départements',
  ],
  [
    'without a region of action, or acting beyond all of them',
    table(['coveredRegion']),
    observation([MISSING], 12, 78, { missing: 12, share: null }),
    '12 des 90 acteurs sont sans région d’action connue ou n’agissent que hors des régions',
    '12 of the 90 actors are without a known region of action or act outside the regions only',
  ],
  [
    'a number that there is',
    table(['legalForm', 'identifierKind']),
    observation([ASSOCIATION, literal('rna')], 0, 12),
    'Aucune des 12 associations dont un identifiant est connu n’a de numéro RNA (0 %)',
    'None of the 12 associations of which an identifier is known has an RNA number (0%)',
  ],
  [
    'a scheme of another directory, whose codes mean other things',
    form,
    observation([{ code: 'association', label: 'SA', iri: 'https://example.org/association' }], 1, 12),
    'Un seul des 12 acteurs dont la forme juridique est connue a pour forme juridique « SA » (8,3 %)',
    'Only one of the 12 actors whose legal form is known has the legal form “SA” (8.3%)',
  ],
  [
    'a field of the directory',
    table(['status']),
    observation([literal('sa', "Société d'« actions »\n: 50 %")], 6, 12),
    '50,0 % des acteurs dont on connaît « Statut » ont « Société d’“actions” : 50 % » pour « Statut » (6 sur 12)',
    '50.0% of the actors of which “Status” is known have “Société d’« actions » : 50 %” for “Status” (6 of 12)',
  ],
  [
    'a truth value',
    table(['member']),
    observation([literal('true')], 6, 12),
    '50,0 % des acteurs dont on connaît « Adhérent » ont « oui » pour « Adhérent » (6 sur 12)',
    '50.0% of the actors of which “Member” is known have “yes” for “Member” (6 of 12)',
  ],
  [
    'a question',
    table(['use'], { counted: 'responses' }),
    observation([literal('press', 'Presse')], 6, 12),
    '50,0 % des répondants qui ont répondu à « À quoi servent les e-mails ? » ont répondu « Presse » (6 sur 12)',
    '50.0% of the respondents who answered “What are e-mails for?” have answered “Presse” (6 of 12)',
  ],
  [
    'a question that all answered',
    table(['legalForm', 'use'], { counted: 'responses' }),
    observation([ASSOCIATION, literal('press', 'Presse')], 0, 12, { missing: 0 }),
    'Aucune des 12 associations qui ont répondu à l’enquête n’a répondu « Presse » à « À quoi servent les e-mails ? » (0 %)',
    'None of the 12 associations who answered the survey has answered “Presse” to “What are e-mails for?” (0%)',
  ],
  [
    'two dimensions side by side',
    { ...table(['legalForm']), dimensions: ['legalForm', 'mission'] },
    observation([ASSOCIATION, WATCH], 1, 12),
    '8,3 % des acteurs dont la forme juridique est connue et qui ont renseigné leurs missions sont des associations et mènent de la veille technologique (1 sur 12)',
    '8.3% of the actors whose legal form is known and that stated their missions are associations and carry out technology watch (1 of 12)',
  ],
  [
    'the size of a population',
    table([], SAMPLE),
    observation([], 228, 400, { missing: 0 }),
    'L’annuaire compte 228 acteurs des onze régions de l’échantillon, sur 400 (57,0 %)',
    'The directory has 228 actors of the eleven regions of the sample, of 400 (57.0%)',
  ],
  [
    'the size of a population that has no name',
    table([]),
    observation([], 1, 400, { missing: 0 }),
    'L’annuaire compte un seul acteur de la population étudiée, sur 400 (0,3 %)',
    'The directory has only one actor of the population studied, of 400 (0.3%)',
  ],
  [
    'nobody of a population',
    table([], SAMPLE),
    observation([], 0, 400, { missing: 0 }),
    'L’annuaire ne compte aucun acteur des onze régions de l’échantillon, sur 400 (0 %)',
    'The directory has no actor of the eleven regions of the sample, of 400 (0%)',
  ],
  [
    'everybody',
    table([], { counted: 'responses' }),
    observation([], 87_569, 87_569, { missing: 0 }),
    'L’enquête compte 87 569 répondants',
    'The survey has 87,569 respondents',
  ],
  [
    'a population of a size that is kept back',
    table([], SAMPLE),
    observation([], null, null, { isSuppressed: true }),
    'L’annuaire compte des acteurs des onze régions de l’échantillon, dont le nombre n’est pas publié (secret statistique)',
    'The directory has actors of the eleven regions of the sample, how many is not published (statistical confidentiality)',
  ],
])('%s', (_, given, one, french, english) => {
  expect(inBoth(given, one)).toEqual([french, english])
})

describe('shares without counts', () => {
  const sent = table(['use'], { unit: { fr: 'e-mails envoyés', en: 'e-mails sent' } })
  const press = { ...observation([literal('press', 'Presse')], null, null), share: 67, missing: null }

  test('say what they are shares of', () => {
    expect(inBoth(sent, press, { dimensions: {} })).toEqual([
      '« Presse » : 67 % des e-mails envoyés',
      '“Presse”: 67% of the e-mails sent',
    ])
    expect(inBoth({ ...sent, unit: { fr: 'ceux qui ont répondu', en: 'those asked' } }, press)).toEqual([
      'À quoi servent les e-mails ? « Presse » : 67 % de ceux qui ont répondu',
      'What are e-mails for? “Presse”: 67% of those asked',
    ])
  })

  test('are sentences where a wording says what values mean, and about so much where they are', () => {
    const wording = mergeWording({
      fr: { use: { values: { press: '{sert|servent} aux relations avec la presse' } } },
      en: { use: { values: { press: { is: '{serves|serve} press relations' } } } },
    })
    expect(inBoth(sent, { ...press, isApproximate: true }, { wording })).toEqual([
      'Environ 67 % des e-mails envoyés servent aux relations avec la presse',
      'About 67% of the e-mails sent serve press relations',
    ])
  })
})

describe('a directory’s own wording', () => {
  const wording = mergeWording({
    fr: {
      legalForm: {
        known: 'dont la nature est connue',
        values: { sa: { noun: { one: 'société anonyme', many: 'sociétés anonymes', isFeminine: true } } },
      },
      members: { amount: 'le nombre de membres' },
    },
  })

  test('is taken for what it says, and the shipped one for the rest', () => {
    const own = { code: 'sa', label: 'SA', iri: 'https://example.org/sa' }
    const weighted = table(['legalForm', 'mission'], { weight: 'members' })
    expect(inBoth(table(['legalForm']), observation([own], 6, 12), { wording })).toEqual([
      '50,0 % des acteurs dont la nature est connue sont des sociétés anonymes (6 sur 12)',
      '50.0% of the actors whose legal form is known have the legal form “SA” (6 of 12)',
    ])
    expect(inBoth(weighted, observation([own, WATCH], 6, 12), { wording })[0]).toBe(
      '50,0 % des sociétés anonymes qui ont renseigné leurs missions mènent de la veille technologique (6 sur 12, pondération par le nombre de membres)',
    )
    expect(inBoth(form, observation([ASSOCIATION], 6, 12), { wording })[0]).toContain('sont des associations')
  })

  test('says what those are called who are counted', () => {
    const named = mergeWording({
      fr: { actors: { noun: { one: 'structure', many: 'structures', isFeminine: true } } },
      en: { actors: { noun: { one: 'organisation', many: 'organisations' } } },
    })
    expect(
      inBoth(table(['foundingYear']), observation([literal('1998')], 0, 12), { wording: named }),
    ).toEqual([
      'Aucune des 12 structures dont l’année de création est connue n’a été créée en 1998 (0 %)',
      'None of the 12 organisations whose founding year is known was founded in 1998 (0%)',
    ])
  })

  test('that cannot be filled is an error that names it', () => {
    const say = (has: string, n: number) => () =>
      toSentence(form, observation([literal('x')], n, 12), {
        wording: mergeWording({ fr: { legalForm: { has } } }),
      })
    expect(say('{a|ont} {libellé}', 6)).toThrow(StatisticsError)
    expect(say('{a|ont} {libellé}', 6)).toThrow(
      /has a place for "libellé"; there are label, dimension, place/,
    )
    expect(say('pour forme {label}', 0)).toThrow(
      /"pour forme \{label\}" should begin with the forms of its verb/,
    )
  })
})

test('the figures of a sentence are parts of it', () => {
  const figures = (one: Observation) =>
    toSentenceParts(form, one).filter(({ figure }) => figure !== undefined)
  expect(figures(observation([ASSOCIATION], 128, 225))).toEqual([
    { text: '56,9\u00A0%', figure: 'share' },
    { text: '128', figure: 'n' },
    { text: '225', figure: 'base' },
  ])
  expect(figures(observation([ASSOCIATION], 1, 225))).toEqual([
    { text: 'Un seul', figure: 'n' },
    { text: '225', figure: 'base' },
    { text: '0,4\u00A0%', figure: 'share' },
  ])
  expect(figures(observation([MISSING], 3, 225, { share: null }))).toEqual([
    { text: '3', figure: 'n' },
    { text: '228', figure: 'asked' },
  ])
})

test('what stands in a label is no template, and no name of an object', () => {
  const said = (code: string, label: string) => toSentence(form, observation([literal(code, label)], 6, 12))
  expect(said('x', '{share} {a|b} <script>')).toContain('«\u00A0{share} {a|b} <script>\u00A0»')
  expect(said('__proto__', '__proto__')).toContain('«\u00A0__proto__\u00A0»')
  expect(said('constructor', 'constructor')).toContain('«\u00A0constructor\u00A0»')
  expect(said('x', 'a\u202Eb\u0000c\td')).toContain('«\u00A0a b c d\u00A0»')
})

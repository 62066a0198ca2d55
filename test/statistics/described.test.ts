import { expect, test } from 'vitest'
import type { OwnField } from '../../src/actor/ownField.ts'
import { StatisticsError } from '../../src/errors.ts'
import { computeStatistic } from '../../src/statistics/compute.ts'
import type { Statistic } from '../../src/statistics/statistic.ts'
import { CONTEXT, ownField, readGraph, statistic, VOCABULARY } from './directoryGraph.ts'

const literal = (
  name: string,
  fr: string,
  en: string,
  datatype: OwnField['datatype'] & string,
): OwnField => ({
  ...ownField(name),
  label: { fr, en },
  datatype,
  multiple: false,
})

const context = {
  ...CONTEXT,
  fields: [
    literal('open', 'Ouvert au public', 'Open to the public', 'boolean'),
    literal('members', 'Adhérents', 'Members', 'integer'),
  ],
}

const graph = await readGraph(`${VOCABULARY}
  actor:1 a annuaire:Actor ; rov:orgType form:association ; own:open true ; own:members 33 .
  actor:2 a annuaire:Actor ; rov:orgType form:gip ; own:open true .
  actor:3 a annuaire:Actor ; rov:orgType form:association ; own:open false ; own:members 5 .
  actor:4 a annuaire:Actor ; own:open true .
`)

const compute = (dimensions: readonly string[], rest: Partial<Statistic>, language: 'fr' | 'en' = 'fr') =>
  computeStatistic(graph, statistic(dimensions, rest), { ...context, language })

const OPEN = { open: ['true'], legalForm: ['association', 'gip'] }

test('a population that nobody named is told, with what it is made of', async () => {
  const { populationLabel, notes } = await compute(['legalForm'], { population: OPEN })
  expect(populationLabel).toEqual({ fr: 'de la population étudiée', en: 'of the population studied' })
  expect(notes).toEqual([
    {
      fr: 'Population\u00a0: Ouvert au public\u00a0: oui\u00a0; Forme juridique\u00a0: Association, GIP.',
      en: 'Population: Open to the public: yes; Legal form: Association (en), GIP.',
    },
  ])
})

test('a population keeps the name that it has', async () => {
  const populationLabel = { fr: 'ouverts', en: 'that are open' }
  const table = await compute(['legalForm'], { population: OPEN, populationLabel })
  expect(table.populationLabel).toEqual(populationLabel)
  expect(table.notes).toHaveLength(1)
})

test('nothing is said of a population where all are counted', async () => {
  const table = await compute(['legalForm'], {})
  expect(table).not.toHaveProperty('populationLabel')
  expect(table).not.toHaveProperty('notes')
})

test('those without a weight are told, by how many of the population they are', async () => {
  const notesOf = async (rest: Partial<Statistic>) =>
    (await compute(['legalForm'], { weight: 'members', ...rest })).notes?.map(({ fr, en }) => [fr, en])
  expect(await notesOf({})).toEqual([
    [
      'Sans poids connu («\u00a0Adhérents\u00a0») ou de poids négatif, et donc hors de tous les effectifs\u00a0: 2\u00a0acteurs.',
      'Without a known weight (“Members”) or with one below 0, and therefore in none of the counts: 2 actors.',
    ],
  ])
  expect((await notesOf({ population: OPEN }))?.at(-1)?.[1]).toMatch(/ 1 actor\.$/)
  expect(await notesOf({ population: { open: ['false'] } })).toHaveLength(1)
})

test('truth values are called yes and no, and keep their codes', async () => {
  const valuesOf = async (language: 'fr' | 'en') =>
    (await compute(['open'], {}, language)).observations.map(({ values: [value] }) => value)
  expect(await valuesOf('fr')).toEqual([
    { code: 'true', label: 'oui' },
    { code: 'false', label: 'non' },
  ])
  expect((await valuesOf('en')).map(value => value?.label)).toEqual(['yes', 'no'])
})

test.each([
  ['a truth value', { open: ['true', 'oui'] }, /names the open "oui", .* write true or false$/],
  ['a number', { members: ['33,0'] }, /names the members "33,0", .* write a whole number such as 12$/],
  ['a year', { foundingYear: ['80'] }, /names the foundingYear "80", .* write a year such as 2010$/],
])('a population of %s that its field cannot have is refused', async (_, population, message) => {
  const asked = compute(['legalForm'], { population })
  await expect(asked).rejects.toThrow(message)
  await expect(asked).rejects.toBeInstanceOf(StatisticsError)
})

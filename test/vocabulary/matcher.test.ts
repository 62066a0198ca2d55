import { describe, expect, test } from 'vitest'
import { VocabularyError } from '../../src/errors.ts'
import { type Concept, defineScheme } from '../../src/vocabulary/concept.ts'
import { createMatcher } from '../../src/vocabulary/matcher.ts'
import { fc } from '../fastCheck.ts'

const concept = (notation: string, ...labels: string[]): Concept => ({
  iri: `https://example.org/${notation}`,
  notation,
  prefLabel: { fr: labels[0]! },
  altLabels: labels.slice(1, 2),
  hiddenLabels: labels.slice(2),
  organisationClasses: [],
  parents: [],
})
const scheme = (...concepts: Concept[]) =>
  defineScheme({ name: 's', iri: 'https://example.org/s', title: { fr: 's', en: 's' }, concepts })
const forms = createMatcher(
  scheme(
    concept('a', 'Association', 'Association loi 1901', 'Assoc.'),
    concept('b', 'Associé'),
    concept('c', 'Commune'),
  ),
)
const notations = (concepts: readonly Concept[]) => concepts.map(({ notation }) => notation)

describe('match', () => {
  test.each([
    ['A', 'a'],
    ['association', 'a'],
    ['ASSOCIATION LOI-1901', 'a'],
    ['assoc', 'a'],
    [' Associe\u0301 ', 'b'],
  ])('%j is the concept %s', (text, notation) => {
    expect(forms.match(text)?.notation).toBe(notation)
  })

  test.each(['Asociation', '', '-', 'constructor', '__proto__'])('%j is none', text => {
    expect(forms.match(text)).toBeUndefined()
  })
})

describe('labels that differ in their symbols only', () => {
  const languages = createMatcher(
    scheme(concept('c', 'C'), concept('cpp', 'C++'), concept('csharp', 'C#'), concept('go', 'Go!')),
  )

  test.each([
    ['C', 'c'],
    ['c++', 'cpp'],
    [' C# ', 'csharp'],
    ['Go', 'go'],
    ['go++', 'go'],
  ])('%j is the concept %s', (text, notation) => {
    expect(languages.match(text)?.notation).toBe(notation)
  })

  test('are not guessed', () => {
    expect(languages.match('C+')).toBeUndefined()
    expect(notations(languages.nearest('C+'))).toEqual(['c', 'cpp', 'csharp'])
  })
})

describe('nearest', () => {
  test('gives the similar ones, best first, each once', () => {
    expect(notations(forms.nearest('Asociation'))).toEqual(['a', 'b'])
    expect(notations(forms.nearest('Asociation', 1))).toEqual(['a'])
  })

  test('gives nothing where nothing is similar', () => {
    expect(forms.nearest('zzz')).toEqual([])
    expect(forms.nearest('')).toEqual([])
  })

  test('does not depend on the order of the concepts', () => {
    const concepts = ['d', 'b', 'a', 'c'].map(notation => concept(notation, `Syndicat ${notation}`))
    fc.assert(
      fc.property(fc.shuffledSubarray(concepts, { minLength: 4 }), shuffled => {
        expect(notations(createMatcher(scheme(...shuffled)).nearest('Syndicat', 4))).toEqual([
          'a',
          'b',
          'c',
          'd',
        ])
      }),
    )
  })

  test('begins with the concept that matches', () => {
    fc.assert(
      fc.property(fc.constantFrom('Association', 'Association loi 1901', 'Associé', 'Commune'), text => {
        expect(forms.nearest(text)[0]).toBe(forms.match(text))
      }),
    )
  })
})

test('two concepts with one label are an error that names them', () => {
  const build = () => createMatcher(scheme(concept('a', 'X'), concept('b', 'Y', 'x!')))
  expect(build).toThrow(VocabularyError)
  expect(build).toThrow(/"a" and "b".*"x"/)
})

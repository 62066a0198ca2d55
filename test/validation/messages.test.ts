import { readFileSync } from 'node:fs'
import { Parser } from 'n3'
import { describe, expect, test } from 'vitest'
import type { LocalizedText } from '../../src/errors.ts'
import { expectedByFormat, expectedByPattern, expectedByType } from '../../src/validation/expectations.ts'
import * as messages from '../../src/validation/messages.ts'
import { describeConstraint } from '../../src/validation/shaclMessages.ts'
import { typographyFaults } from '../frenchTypography.ts'

const MESSAGES: Readonly<Record<keyof typeof messages, LocalizedText>> = {
  wrongCheckDigit: messages.wrongCheckDigit('732829321', 'SIREN'),
  placeholderIdentifier: messages.placeholderIdentifier('000000000', 'SIREN'),
  siretOfAnotherSiren: messages.siretOfAnotherSiren('73282932000074', '356000000'),
  impossibleDate: messages.impossibleDate('2010-02-29'),
  placeholderDate: messages.placeholderDate('1970-01-01'),
  placeholderCoordinates: messages.placeholderCoordinates(),
  departmentOfAnotherCommune: messages.departmentOfAnotherCommune('2B', '2A004'),
  regionOfAnotherDepartment: messages.regionOfAnotherDepartment('93', '33'),
  wrongPostcode: messages.wrongPostcode('6000'),
  dissolvedBeforeFounded: messages.dissolvedBeforeFounded('2009', '2010-02-17'),
  repeatedMember: messages.repeatedMember('ROR'),
  unwritableText: messages.unwritableText('U+0001'),
  missingField: messages.missingField('name'),
  unknownField: messages.unknownField('nom'),
  notInCodeList: messages.notInCodeList('https://a.example/x'),
  noCodeList: messages.noCodeList('https://a.example/x'),
  wrongForm: messages.wrongForm('a', { fr: 'une date', en: 'a date' }),
  emptyValue: messages.emptyValue('name'),
  repeatedValue: messages.repeatedValue('missions'),
  outOfBounds: messages.outOfBounds('100', 'maximum', 90),
  schemaViolation: messages.schemaViolation('name', 'contains'),
}

/** What a producer may be told to do. */
const ADVICE = {
  fr: /Saisissez|Corrigez|Vérifiez|Recopiez|recopiez|corrigez|Ressaisissez|Renseignez|Choisissez|Complétez|Retirez/,
  en: /Enter|Correct|Check|copy it|correct it|Type the cell|Fill it|Choose|Complete|Remove/,
}

describe('messages', () => {
  test.each(Object.entries(MESSAGES))('%s says what to do, in both languages', (_name, { fr, en }) => {
    expect(typographyFaults(fr)).toEqual([])
    expect(fr).toMatch(ADVICE.fr)
    expect(en).toMatch(ADVICE.en)
    expect(en).not.toMatch(/[«»\u00a0]/)
  })

  test('name the value, the field or the limit that they are about', () => {
    expect(MESSAGES.siretOfAnotherSiren.fr).toContain('«\u00a073282932000074\u00a0»')
    expect(MESSAGES.siretOfAnotherSiren.en).toContain('"356000000"')
    expect(MESSAGES.outOfBounds.fr).toContain('supérieur à 90')
    expect(messages.outOfBounds('-100', 'minimum', -90).en).toContain('less than -90')
    expect(messages.placeholderIdentifier('W000000000', 'RNA').fr).toContain('RNA')
  })

  test('say in words what a field should be', () => {
    const texts = [
      ...['siren', 'siret', 'rna', 'founded', 'source', 'fields.year'].map(expectedByPattern),
      ...(['date', 'email', 'iri'] as const).map(expectedByFormat),
      ...['string', 'integer', 'number', 'boolean', 'array', 'object', 'string,number', 'string,object'].map(
        expectedByType,
      ),
    ]
    for (const { fr, en } of texts) {
      expect(typographyFaults(messages.wrongForm('x', { fr, en }).fr)).toEqual([])
      expect(en).not.toBe('')
    }
    expect(new Set(texts.map(({ fr }) => fr)).size).toBe(texts.length)
  })

  test.each([
    'MinCount',
    'MaxCount',
    'Class',
    'Datatype',
    'NodeKind',
    'Pattern',
    'UniqueLang',
    'MinLength',
    'MaxLength',
    'MinInclusive',
    'MinExclusive',
    'MaxInclusive',
    'MaxExclusive',
    'In',
    'HasValue',
    'LanguageIn',
    'Closed',
    'Xone',
  ])('are composed for a %s constraint', name => {
    const { fr, en } = describeConstraint(`${name}ConstraintComponent`, '1', '<https://a.example/p>')
    expect(typographyFaults(fr)).toEqual([])
    expect(fr).toContain('<https://a.example/p>')
    expect(en).toContain('<https://a.example/p>')
  })

  test('of the shapes are well set', () => {
    const text = readFileSync(new URL('../../vocab/shapes.ttl', import.meta.url), 'utf8')
    const french = new Parser().parse(text).flatMap(({ object }) => {
      return object.termType === 'Literal' && object.language === 'fr' ? [object.value] : []
    })
    expect(french.length).toBeGreaterThan(80)
    expect(french.flatMap(typographyFaults)).toEqual([])
  })
})

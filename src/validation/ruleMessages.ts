import type { BrokenRule, RuleCode } from '../actor/rules.ts'
import type { LocalizedText } from '../errors.ts'
import * as messages from './messages.ts'

const MESSAGES: Readonly<Record<RuleCode, (value: string, other: string) => LocalizedText>> = {
  'siren-check-digit': value => messages.wrongCheckDigit(value, 'SIREN'),
  'siret-check-digit': value => messages.wrongCheckDigit(value, 'SIRET'),
  'siren-placeholder': value => messages.placeholderIdentifier(value, 'SIREN'),
  'siret-placeholder': value => messages.placeholderIdentifier(value, 'SIRET'),
  'rna-placeholder': value => messages.placeholderIdentifier(value, 'RNA'),
  'siret-of-another-siren': messages.siretOfAnotherSiren,
  'impossible-date': messages.impossibleDate,
  'placeholder-date': messages.placeholderDate,
  'dissolved-before-founded': messages.dissolvedBeforeFounded,
  'placeholder-coordinates': messages.placeholderCoordinates,
  'department-of-another-commune': messages.departmentOfAnotherCommune,
  'region-of-another-department': messages.regionOfAnotherDepartment,
  'postcode-format': messages.wrongPostcode,
  'repeated-value': messages.repeatedMember,
  'unwritable-text': messages.unwritableText,
}

/** What to say of a broken rule. */
export function describeRule({ code, value, other = '' }: BrokenRule): LocalizedText {
  return MESSAGES[code](value, other)
}

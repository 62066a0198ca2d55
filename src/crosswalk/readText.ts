import { actorIri } from '../actor/iri.ts'
import type { LocalizedText } from '../errors.ts'
import { excerpt } from '../validation/excerpt.ts'
import type { Severity } from '../validation/report.ts'
import { conceptLabel } from '../vocabulary/concept.ts'
import { type Conversion, type ConversionOptions, convert } from './convert.ts'
import type { CompiledTarget, Crosswalk } from './createCrosswalk.ts'
import type { ValueOptions } from './crosswalk.ts'
import type { ValueKind } from './fields.ts'
import { looksLikeHtml } from './htmlToText.ts'
import * as messages from './messages.ts'
import { findEncodingDamage } from './mojibake.ts'
import type { RepairRule } from './repairRules.ts'
import { LEVEL_LABELS, levelOf } from './territory.ts'

/** A value of a record, as a crosswalk makes it of a text. */
export type Value =
  | string
  | number
  | boolean
  | { readonly scheme: string; readonly value: string }
  | { readonly latitude: number; readonly longitude: number }

/** What is to be said of a text. */
export interface Finding {
  readonly severity: Severity
  readonly code: string
  readonly message: LocalizedText
}

/** Labels of the concepts that are nearest to a text, best first. */
export type Nearest = readonly { readonly notation: string; readonly label: string }[]

/** What a text turned out to be. It is the same for equal texts, wherever they stand. */
export type Outcome =
  /** A value, and what is to be said of it nevertheless. `field`: it belongs to another field than its column's. */
  | {
      readonly value: Value
      readonly rules: readonly RepairRule[]
      readonly findings: readonly Finding[]
      readonly field?: string
      /** It is in no list, and taken for “other”: what is near. */
      readonly unmatched?: Nearest
    }
  /** The value table says of it that it is no answer. */
  | { readonly none: true }
  /** The name of a commune: which one, the rest of the address has to tell. */
  | { readonly communeName: string; readonly rules: readonly RepairRule[] }
  | { readonly problem: Finding; readonly unmatched?: Nearest }

/** Kinds of values of which a directory has few different ones. */
const REPEATED: ReadonlySet<ValueKind> = new Set([
  'concept',
  'territory',
  'date',
  'dateOrYear',
  'year',
  'boolean',
])

/** Most of the outcomes that a target remembers. */
const REMEMBERED = 10_000
/** Longer texts hardly come twice. */
const LONGEST_REMEMBERED = 100

/** Reads a text, which holds more than white space, as a value of a target. */
export function readText(raw: string, target: CompiledTarget, crosswalk: Crosswalk): Outcome {
  if (!REPEATED.has(target.field.kind)) return readAnew(raw, target, crosswalk)
  const known = target.outcomes.get(raw)
  if (known) return known
  const outcome = readAnew(raw, target, crosswalk)
  if (raw.length <= LONGEST_REMEMBERED && target.outcomes.size < REMEMBERED) target.outcomes.set(raw, outcome)
  return outcome
}

function readAnew(raw: string, target: CompiledTarget, crosswalk: Crosswalk): Outcome {
  const { field, options, separator } = target
  let rules: readonly RepairRule[] = NONE
  let findings: readonly Finding[] = NONE
  const trimmed = raw.trim()
  // Spaces around a separator are how lists are written; around a whole cell they are an accident.
  if (trimmed !== raw && separator === undefined) rules = [...rules, 'trim']
  let text = compose(trimmed)
  if (text !== trimmed) rules = [...rules, 'unicode-nfc']
  if (text.search(CONTROLS) >= 0) {
    text = text.replace(CONTROLS, '').trim()
    rules = [...rules, 'strip-controls']
  }
  const damage = findEncodingDamage(text)
  if (damage) findings = [{ severity: 'warning', code: damage, message: messages.encodingDamage(damage) }]
  if (options.html) {
    const plain = crosswalk.context.toPlainText?.(text) ?? text
    if (plain !== text) rules = [...rules, 'html-to-text']
    text = plain
  } else if (field.kind === 'text' && looksLikeHtml(text)) {
    findings = [...findings, { severity: 'warning', code: 'html-markup', message: messages.htmlMarkup() }]
  }
  if (options.values && Object.hasOwn(options.values, text)) text = options.values[text]!
  if (crosswalk.isNull(text)) return { none: true }
  switch (field.kind) {
    case 'concept':
      return readConcept(text, target, crosswalk, rules, findings)
    case 'territory':
      return readTerritory(text, target, crosswalk, rules, findings)
    case 'identifier':
      return { value: { scheme: options.scheme ?? '', value: text }, rules, findings }
    case 'iri':
      if (options.reference === undefined) break
      return { value: actorIri(crosswalk.context.base, options.reference, text), rules, findings }
    case 'text':
      return { value: text, rules, findings }
  }
  return fromConversion(
    convert(text, field.kind, conversionOptions(options.dates)),
    text,
    field.kind,
    rules,
    findings,
  )
}

const EXCEL: ConversionOptions = { excelDates: true }
const ORDERS: Readonly<Record<'dmy' | 'mdy' | 'ymd', ConversionOptions>> = {
  dmy: { dateOrder: 'dmy' },
  mdy: { dateOrder: 'mdy' },
  ymd: { dateOrder: 'ymd' },
}

function conversionOptions(dates: ValueOptions['dates']): ConversionOptions | undefined {
  return dates === undefined ? undefined : dates === 'excel' ? EXCEL : ORDERS[dates]
}

/** What most texts need: nothing. */
const NONE: readonly never[] = []

/** A record with a broken identifier may be another’s; one without its e-mail address or a date is still itself. */
const IDENTIFIERS: readonly ValueKind[] = ['siren', 'siret', 'rna']

/** Control characters that mean nothing in a text, and that XML cannot hold (XML 1.0 §2.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g

/** Texts without any character beyond Latin-1 letters are composed already. */
function compose(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII and Latin-1 is meant
  return /^[\u0000-\u02ff]*$/.test(text) ? text : text.normalize('NFC')
}

function fromConversion(
  conversion: Conversion,
  text: string,
  kind: ValueKind,
  rules: readonly RepairRule[],
  findings: readonly Finding[],
): Outcome {
  if ('expected' in conversion) {
    const { expected, problem } = conversion
    return {
      problem: {
        // Words in its place (“à compléter”) are no number at all.
        severity: IDENTIFIERS.includes(kind) && /\d/.test(text) ? 'violation' : 'warning',
        code: problem?.code ?? 'unreadable-value',
        message: problem?.message ?? messages.unreadable(excerpt(text), expected),
      },
    }
  }
  const { value, repairs, field } = conversion
  const all = rules.length === 0 ? repairs : [...rules, ...repairs]
  return field === undefined ? { value, rules: all, findings } : { value, rules: all, findings, field }
}

function readConcept(
  text: string,
  { name, matcher, scheme }: CompiledTarget,
  { context }: Crosswalk,
  rules: readonly RepairRule[],
  findings: readonly Finding[],
): Outcome {
  const concept = matcher?.match(text)
  if (concept) return { value: concept.iri, rules, findings }
  const candidates = matcher?.nearest(text) ?? []
  const labels = candidates.map(candidate => ({
    fr: conceptLabel(candidate, 'fr'),
    en: conceptLabel(candidate, 'en'),
  }))
  const title = scheme?.title ?? { fr: name, en: name }
  const unmatched = candidates.map(({ notation }, index) => ({ notation, label: labels[index]!.fr }))
  const other = context.otherOf?.(name)
  if (other !== undefined) return { value: other, rules, findings, unmatched }
  return {
    problem: {
      severity: 'warning',
      code: 'unmatched-value',
      message: messages.unmatchedValue(excerpt(text), title, labels),
    },
    unmatched,
  }
}

function readTerritory(
  text: string,
  { name, options }: CompiledTarget,
  { territories }: Crosswalk,
  rules: readonly RepairRule[],
  findings: readonly Finding[],
): Outcome {
  const level = options.level ?? levelOf(name)
  const found = territories.find(level, text)
  if (found) return { value: found.iri, rules: [...rules, ...found.repairs], findings }
  // A code has digits; what has none is a name.
  if (level === 'commune' && !/\d{4}/.test(text)) return { communeName: text, rules }
  return {
    problem: {
      severity: 'warning',
      code: 'unknown-territory',
      message: messages.unknownTerritory(excerpt(text), LEVEL_LABELS[level]),
    },
  }
}

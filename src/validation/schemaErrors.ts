import type { ErrorObject } from 'ajv'
import type { LocalizedText } from '../errors.ts'
import { excerpt } from './excerpt.ts'
import { expectedByFormat, expectedByPattern, expectedByType } from './expectations.ts'
import * as messages from './messages.ts'
import type { ValidationResult } from './report.ts'

/** An error of a JSON Schema, in the terms of a report. */
export type SchemaFinding = Pick<ValidationResult, 'severity' | 'code' | 'message' | 'value'> & {
  readonly path: string
}

/**
 * Turns ajv's errors (`allErrors`, `verbose`) into findings: one of each code for a value.
 */
export function describeSchemaErrors(errors: readonly ErrorObject[], record: unknown): SchemaFinding[] {
  const findings = new Map<string, SchemaFinding>()
  for (const error of mostSpecific(errors)) {
    const path = fieldOf(error, record)
    const code = `schema:${error.keyword === 'anyOf' ? 'type' : error.keyword.replace(' ', '-')}`
    const value = offendingValue(error)
    const finding: SchemaFinding = {
      severity: 'violation',
      code,
      path,
      ...(value === undefined ? {} : { value: excerpt(value) }),
      message: messageOf(error, path, excerpt(value)),
    }
    const key = JSON.stringify([code, path, finding.value])
    if (!findings.has(key)) findings.set(key, finding)
  }
  return [...findings.values()]
}

/** Without the branches of alternatives, and without alternatives where a directory's schema says it better. */
function mostSpecific(errors: readonly ErrorObject[]): ErrorObject[] {
  const whole = errors.filter(({ schemaPath }) => !/\/anyOf\/\d+\//.test(schemaPath))
  return whole.filter(
    ({ keyword, instancePath }) =>
      keyword !== 'anyOf' ||
      !whole.some(other => other.keyword !== 'anyOf' && isWithin(other.instancePath, instancePath)),
  )
}

function isWithin(path: string, other: string): boolean {
  return path === other || path.startsWith(`${other}/`)
}

/** The dotted path of the field; the place within a list is left out, for sets have no order. */
function fieldOf({ instancePath, keyword, params }: ErrorObject, record: unknown): string {
  const names: string[] = []
  let node = record as Record<string, unknown> | undefined
  for (const step of instancePath.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~')
    if (!Array.isArray(node)) names.push(name)
    node = node?.[name] as Record<string, unknown> | undefined
  }
  if (keyword === 'required') names.push(params.missingProperty)
  if (keyword === 'additionalProperties') names.push(params.additionalProperty)
  return names.join('.')
}

function offendingValue({ keyword, params, data }: ErrorObject): unknown {
  if (keyword === 'required') return undefined
  if (keyword === 'additionalProperties') return (data as Record<string, unknown>)[params.additionalProperty]
  return data
}

function messageOf({ keyword, params }: ErrorObject, path: string, value: string): LocalizedText {
  switch (keyword) {
    case 'required':
      return messages.missingField(path)
    case 'additionalProperties':
      return messages.unknownField(path)
    case 'enum':
      return messages.notInCodeList(value)
    case 'false schema':
      return messages.noCodeList(value)
    case 'type':
    case 'anyOf':
      return messages.wrongForm(value, expectedByType(String(params.type)))
    case 'pattern':
      return messages.wrongForm(value, expectedByPattern(path))
    case 'format':
      return messages.wrongForm(value, expectedByFormat(params.format))
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return messages.emptyValue(path)
    case 'uniqueItems':
      return messages.repeatedValue(path)
    case 'minimum':
    case 'maximum':
      return messages.outOfBounds(value, keyword, params.limit)
    default:
      return messages.schemaViolation(path, keyword)
  }
}

import type {
  DimensionWording,
  Template,
  ValueWording,
  WordingDefinition,
} from '../statistics/words/wording.ts'
import type { RawDimensionWording, RawValueWording, RawWording } from './rawWording.ts'

/** How a directory speaks of its dimensions. */
export function readWording(raw: RawWording): WordingDefinition {
  return Object.fromEntries(
    Object.entries(raw).map(([language, dimensions]) => [
      language,
      Object.fromEntries(Object.entries(dimensions).map(([name, wording]) => [name, readDimension(wording)])),
    ]),
  )
}

function readDimension({ values, ...wording }: RawDimensionWording): DimensionWording {
  if (!values) return wording
  return {
    ...wording,
    values: Object.fromEntries(Object.entries(values).map(([code, value]) => [code, readValue(value)])),
  }
}

function readValue(raw: Template | RawValueWording): Template | ValueWording {
  if (typeof raw === 'string') return raw
  const { noun, ...wording } = raw
  if (!noun) return wording
  const { one, many, feminine } = noun
  return { ...wording, noun: { one, many, ...(feminine === undefined ? {} : { isFeminine: feminine }) } }
}

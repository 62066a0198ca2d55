import type {
  DimensionWording,
  Noun,
  Template,
  ValueWording,
  WordingDefinition,
} from '../statistics/words/wording.ts'
import type { RawDimensionWording, RawNoun, RawValueWording, RawWording } from './rawWording.ts'

/** How a directory speaks of its dimensions. */
export function readWording(raw: RawWording): WordingDefinition {
  return Object.fromEntries(
    Object.entries(raw).map(([language, dimensions]) => [
      language,
      Object.fromEntries(Object.entries(dimensions).map(([name, wording]) => [name, readDimension(wording)])),
    ]),
  )
}

function readDimension({ values, noun, ...wording }: RawDimensionWording): DimensionWording {
  const read = Object.entries(values ?? {}).map(([code, value]) => [code, readValue(value)])
  return {
    ...wording,
    ...(noun ? { noun: readNoun(noun) } : {}),
    ...(values ? { values: Object.fromEntries(read) } : {}),
  }
}

function readValue(raw: Template | RawValueWording): Template | ValueWording {
  if (typeof raw === 'string') return raw
  const { noun, ...wording } = raw
  return noun ? { ...wording, noun: readNoun(noun) } : wording
}

function readNoun({ one, many, feminine }: RawNoun): Noun {
  return { one, many, ...(feminine === undefined ? {} : { isFeminine: feminine }) }
}

const QUOTE = 0x22
const BACKSLASH = 0x5c

/** How many digits a binary double keeps, whatever the number. */
const SAFE_DIGITS = 15

/** What is told of the text of a JSON value without parsing it. */
export interface JsonMeasure {
  /** How many members its objects have, those that stand twice counted twice. */
  readonly members: number
  /** How many arrays and objects lie within each other. */
  readonly depth: number
}

/** Measures the text of a JSON value; of a text that is none the measure means nothing. */
export function measureJson(text: string): JsonMeasure {
  let members = 0
  let depth = 0
  let deepest = 0
  for (let index = 0; index < text.length; index++) {
    switch (text.charCodeAt(index)) {
      case QUOTE:
        index = endOfString(text, index) - 1
        break
      case 0x3a: // :
        members += 1
        break
      case 0x5b: // [
      case 0x7b: // {
        depth += 1
        if (depth > deepest) deepest = depth
        break
      case 0x5d: // ]
      case 0x7d: // }
        depth -= 1
    }
  }
  return { members, depth: deepest }
}

/**
 * The text of a JSON value with those numbers made strings that a double would round: no digit of an identifier is
 * lost that somebody wrote as a number.
 *
 * @param text valid JSON (RFC 8259)
 */
export function keepDigits(text: string): string {
  if (!/\d[\d.]{15}|\d[eE]/.test(text)) return text
  let kept = ''
  let copied = 0
  for (let index = 0; index < text.length; ) {
    const code = text.charCodeAt(index)
    if (code === QUOTE) index = endOfString(text, index)
    else if (!beginsNumber(code)) index += 1
    else {
      const start = index
      while (continuesNumber(text.charCodeAt(index))) index += 1
      const number = text.slice(start, index)
      if (isKept(number)) continue
      kept += `${text.slice(copied, start)}"${number}"`
      copied = index
    }
  }
  return kept + text.slice(copied)
}

function beginsNumber(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2d
}

function continuesNumber(code: number): boolean {
  return beginsNumber(code) || code === 0x2e || code === 0x2b || code === 0x45 || code === 0x65
}

function isKept(number: string): boolean {
  const digits = number
    .replace(/[eE].*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+/, '')
  const value = Number(number)
  return digits.length <= SAFE_DIGITS && Number.isFinite(value) && (value !== 0 || digits === '')
}

/** The first name that stands twice in one of the objects of a JSON value. */
export function findRepeatedName(text: string): string | undefined {
  const open: Set<string>[] = []
  let lastString = '""'
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!
    if (character === '"') {
      const end = endOfString(text, index)
      lastString = text.slice(index, end)
      index = end - 1
    } else if (character === '{' || character === '[') open.push(new Set())
    else if (character === '}' || character === ']') open.pop()
    else if (character === ':') {
      const name: string = JSON.parse(lastString)
      if (open.at(-1)?.has(name)) return name
      open.at(-1)?.add(name)
    }
  }
  return undefined
}

/** The position after the string that begins at a quote; that of the end of the text where it never ends. */
function endOfString(text: string, start: number): number {
  for (let index = start + 1; ; index++) {
    index = text.indexOf('"', index)
    if (index === -1) return text.length
    let before = index
    while (text.charCodeAt(before - 1) === BACKSLASH) before -= 1
    if ((index - before) % 2 === 0) return index + 1
  }
}

/**
 * The longest text that whatever matches a regular expression has in it, as far as a look at the pattern tells; `''`
 * where none is found. Only what stands outside of groups counts.
 */
export function requiredText(pattern: string): string {
  let longest = ''
  let current = ''
  let at = 0
  const end = () => {
    if (current.length > longest.length) longest = current
    current = ''
  }
  while (at < pattern.length) {
    const character = pattern[at]!
    if (character === '|') return ''
    if (character === '(' || character === '[') {
      end()
      at = character === '(' ? afterGroup(pattern, at) : afterClass(pattern, at)
    } else if (character === '\\') {
      const escaped = pattern[at + 1] ?? ''
      if (/[\\|.?*+(){}\-[\]^$]/.test(escaped)) current += escaped
      else {
        end()
        // a category: \p{Lu}
        if (/[pP]/.test(escaped)) at = pattern.indexOf('}', at) - 1
        if (at < 0) return ''
      }
      at += 2
    } else if (/[?*{]/.test(character)) {
      // what stands before may be missing; a pair of code units is one character
      current = current.replace(/.$/su, '')
      end()
      at = character === '{' ? pattern.indexOf('}', at) + 1 : at + 1
      if (at === 0) return ''
    } else {
      if (/[.+^$]/.test(character)) end()
      else current += character
      at++
    }
  }
  end()
  return longest
}

function afterGroup(pattern: string, start: number): number {
  let depth = 0
  for (let at = start; at < pattern.length; ) {
    const character = pattern[at]!
    if (character === '\\') at += 2
    else if (character === '[') at = afterClass(pattern, at)
    else {
      if (character === '(') depth++
      if (character === ')' && --depth === 0) return at + 1
      at++
    }
  }
  return pattern.length
}

function afterClass(pattern: string, start: number): number {
  for (let at = start + 1; at < pattern.length; at++) {
    if (pattern[at] === '\\') at++
    else if (pattern[at] === ']') return at + 1
  }
  return pattern.length
}

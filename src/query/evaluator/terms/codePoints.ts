/**
 * Order by code point (XPath F&O 3.1 §5.3.6, the codepoint collation): negative, 0 or positive. JavaScript compares code
 * units, which puts what is beyond the basic plane before U+E000.
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const left = a.charCodeAt(at)
    const right = b.charCodeAt(at)
    if (left !== right) {
      const leftIsSurrogate = left >= 0xd800 && left < 0xe000
      const rightIsSurrogate = right >= 0xd800 && right < 0xe000
      if (leftIsSurrogate !== rightIsSurrogate) return leftIsSurrogate ? 1 : -1
      return left - right
    }
  }
  return a.length - b.length
}

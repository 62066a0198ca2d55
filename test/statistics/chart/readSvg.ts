import { SaxesParser, type SaxesTagNS } from 'saxes'

/** An element of a drawing. */
export interface SvgElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: SvgElement[]
  /** Its text, and that of what is within. */
  text: string
}

/** Reads a drawing as strictly as XML with namespaces is read. */
export function readSvg(svg: string): SvgElement {
  const parser = new SaxesParser({ xmlns: true })
  const root: SvgElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', (tag: SaxesTagNS) => {
    const attributes = Object.fromEntries(
      Object.values(tag.attributes).map(({ name, value }) => [name, value]),
    )
    const element: SvgElement = { name: tag.local, attributes, children: [], text: '' }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('text', text => {
    for (const element of open) element.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(svg).close()
  return root.children[0]!
}

/** All elements of a name, in the order of the document. */
export function elementsOf(root: SvgElement, name?: string): SvgElement[] {
  const within = root.children.flatMap(child => elementsOf(child, name))
  return name === undefined || root.name === name ? [root, ...within] : within
}

/** The texts that are seen, each on one line. */
export function textsOf(root: SvgElement): string[] {
  return elementsOf(root, 'text').map(({ text }) => text.replace(/ +/g, ' '))
}

/** What is told where one points at, or reads an element aloud. */
export function titlesOf(root: SvgElement): string[] {
  return elementsOf(root, 'title').map(({ text }) => text)
}

/** Contrast of two colours (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (lighter! + 0.05) / (darker! + 0.05)
}

/** Relative luminance of `#rgb` or `#rrggbb` (WCAG 2.2). */
export function luminance(colour: string): number {
  const [, hex] = /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(colour) ?? []
  if (hex === undefined) throw new Error(`${colour} is no colour`)
  const digits = hex.length === 3 ? [...hex].map(digit => digit + digit) : hex.match(/../g)!
  const [red, green, blue] = digits.map(pair => {
    const channel = Number.parseInt(pair, 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

const TAG =
  /<\/?(?:a|abbr|article|b|blockquote|br|code|dd|div|dl|dt|em|font|h[1-6]|hr|i|iframe|img|li|ol|p|pre|script|section|small|span|strong|style|sub|sup|table|tbody|td|th|thead|tr|u|ul)(?:[\s/][^<>]*)?>/i
const ENTITY =
  /&(?:nbsp|amp|lt|gt|quot|apos|[a-z]{1,2}(?:acute|grave|circ|uml|cedil|tilde|lig)|[lr](?:[sd]quo|aquo)|hellip|[nm]dash|euro|bull|middot|deg|#\d{1,7}|#x[\da-f]{1,6});/i

/** Whether a text holds HTML: a tag or an entity that HTML has. A lone `<` or `&` is none. */
export function looksLikeHtml(text: string): boolean {
  return (text.includes('<') && TAG.test(text)) || (text.includes('&') && ENTITY.test(text))
}

/** Longer HTML would be cut short by the reader. */
const LONGEST = 1 << 24
/** Deeper nesting than any page has would exhaust the stack. */
const DEEPEST = 500

/** Addresses that mean something outside of their page. */
const LASTING_LINK = /^(?:https?:\/\/|mailto:|tel:)/i

/**
 * Loads the reader of HTML and gives the function that turns HTML into its text: entities resolved, paragraphs and list
 * items on lines of their own, links with their address in brackets, images by their alternative text, scripts and
 * styles left out. A text without HTML stays as it is, line breaks included.
 */
export async function loadPlainText(): Promise<(html: string) => string> {
  const { compile } = await import('html-to-text')
  const read = compile({
    wordwrap: false,
    limits: { maxInputLength: LONGEST },
    formatters: {
      alternativeText: ({ attribs }, _walk, builder) => builder.addInline(attribs.alt ?? ''),
      cell: ({ children }, walk, builder) => {
        walk(children, builder)
        builder.addInline(' ')
      },
      line: ({ children }, walk, builder) => {
        builder.openBlock({ leadingLineBreaks: 1 })
        walk(children, builder)
        builder.closeBlock({ trailingLineBreaks: 1 })
      },
    },
    selectors: [
      {
        selector: 'a',
        options: {
          hideLinkHrefIfSameAsText: true,
          linkBrackets: ['(', ')'],
          noAnchorUrl: true,
          pathRewrite: path => (LASTING_LINK.test(path) ? path : ''),
        },
      },
      { selector: 'img', format: 'alternativeText' },
      ...['td', 'th'].map(selector => ({ selector, format: 'cell' })),
      { selector: 'tr', format: 'line' },
      { selector: 'ul', options: { itemPrefix: '- ', leadingLineBreaks: 1, trailingLineBreaks: 1 } },
      { selector: 'ol', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(selector => ({ selector, options: { uppercase: false } })),
    ],
  })
  return html => {
    if (!looksLikeHtml(html)) return html
    return html.length > LONGEST || isDeep(html) ? stripTags(html) : read(html).trim()
  }
}

/** Whether elements stand in elements too often; those that hold none, or that the next one closes, do not count. */
function isDeep(html: string): boolean {
  let depth = 0
  for (const [tag] of html.matchAll(/<\/?(?!(?:br|hr|img|input|li|p|td|th|tr|wbr)\b)[a-z]/gi)) {
    depth += tag[1] === '/' ? -1 : 1
    if (depth > DEEPEST) return true
  }
  return false
}

/** What is no page keeps its text nevertheless. */
function stripTags(html: string): string {
  return html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim()
}

import { FALSE, TRUE } from '../expression.ts'
import { VALUE } from '../terms/valueTypes.ts'
import { FunctionNode, type Node } from './node.ts'
import { groupsOf, RegularExpressions, translateReplacement } from './regularExpression.ts'
import { isString } from './strings.ts'

/** `REGEX` (SPARQL 1.1 §17.4.3.14). */
export class RegexNode extends FunctionNode {
  readonly #expressions = new RegularExpressions()
  #pattern: string | undefined
  #flags = ''
  #expression: RegExp | undefined

  compute(row: number): number {
    const [text, pattern, flags] = this.args as [Node, Node, Node | undefined]
    if (!isString(text.compute(row)) || pattern.compute(row) !== VALUE.string) return this.setError()
    if (flags && flags.compute(row) !== VALUE.string) return this.setError()
    const expression = this.#expressionOf(pattern.text(), flags?.text() ?? '')
    if (!expression) return this.setError()
    return this.setBoolean(expression.test(text.text()) ? TRUE : FALSE)
  }

  /** The last one is kept: most queries have only one. */
  #expressionOf(pattern: string, flags: string): RegExp | undefined {
    if (pattern !== this.#pattern || flags !== this.#flags) {
      this.#pattern = pattern
      this.#flags = flags
      this.#expression = this.#expressions.get(pattern, flags)
    }
    return this.#expression
  }
}

/** `REPLACE` (SPARQL 1.1 §17.4.3.15): a pattern that matches nothing at all is an error (XPath F&O 3.1 §5.6.4). */
export class ReplaceNode extends FunctionNode {
  readonly #expressions = new RegularExpressions()
  #expression: RegExp | undefined
  #replacement: string | undefined
  #translated: string | undefined

  compute(row: number): number {
    const [text, pattern, replacement, flags] = this.args as [Node, Node, Node, Node | undefined]
    if (!isString(text.compute(row)) || pattern.compute(row) !== VALUE.string) return this.setError()
    if (replacement.compute(row) !== VALUE.string) return this.setError()
    if (flags && flags.compute(row) !== VALUE.string) return this.setError()
    const chosen = flags?.text() ?? ''
    const expression = this.#expressions.get(pattern.text(), chosen, true)
    if (!expression) return this.setError()
    const translated = this.#translate(expression, replacement.text(), chosen.includes('q'))
    if (translated === undefined) return this.setError()
    return this.setStringLike(text.text().replace(expression, translated), text)
  }

  /** The last translation is kept: most queries have only one. */
  #translate(expression: RegExp, replacement: string, isLiteral: boolean): string | undefined {
    if (expression !== this.#expression || replacement !== this.#replacement) {
      this.#expression = expression
      this.#replacement = replacement
      expression.lastIndex = 0
      if (expression.test('')) this.#translated = undefined
      else if (isLiteral) this.#translated = replacement.replaceAll('$', '$$$$')
      else this.#translated = translateReplacement(replacement, groupsOf(expression))
      expression.lastIndex = 0
    }
    return this.#translated
  }
}

import type * as RDF from '@rdfjs/types'
import type { Algebra } from '@traqula/algebra-transformations-1-2'
import { type Expression, type ExpressionScope, FALSE, TRUE } from '../expression.ts'
import { XSD_STRING } from '../terms/valueTypes.ts'
import {
  type ByteSearch,
  type CaseMode,
  createByteSearch,
  Prefilter,
  type SearchPlace,
} from './byteSearch.ts'
import { BoundTest, isComparable, TermComparison, ValueComparison } from './fastComparison.ts'
import { LanguageTest, type Searched, TextSearch } from './fastText.ts'
import { RELATIONS } from './functions.ts'
import type { Relation } from './logic.ts'
import { RegularExpressions } from './regularExpression.ts'
import { requiredText } from './requiredText.ts'
import { matchesLanguage } from './strings.ts'

/**
 * The fast way of an operator over one variable and constants; `undefined` where there is none.
 *
 * @param fallback makes the expression that goes row by row
 */
export function compileFast(
  { operator, args }: Algebra.OperatorExpression,
  scope: ExpressionScope,
  fallback: () => Expression | undefined,
): Expression | undefined {
  switch (operator) {
    case 'bound': {
      const slot = slotOf(args[0], scope)
      return slot === undefined ? undefined : new BoundTest(scope.terms, slot)
    }
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compileComparison(operator, args, scope, fallback)
    case 'in':
    case 'notin':
      return compileTermComparison(args[0], args.slice(1), operator === 'notin', scope)
    case 'contains':
      return compileSearch(args, 'anywhere', scope, fallback)
    case 'strstarts':
      return compileSearch(args, 'start', scope, fallback)
    case 'strends':
      return compileSearch(args, 'end', scope, fallback)
    case 'regex':
      return compileRegex(args, scope, fallback)
    case 'langmatches': {
      const range = stringOf(args[1])
      if (range === undefined) return undefined
      return compileLanguage(args[0], tag => (matchesLanguage(tag, range) ? TRUE : FALSE), scope)
    }
    default:
      return undefined
  }
}

const EQUAL: Relation = { less: false, equal: true, greater: false }
const UNEQUAL: Relation = { less: true, equal: false, greater: true }

function compileComparison(
  operator: string,
  args: readonly Algebra.Expression[],
  scope: ExpressionScope,
  fallback: () => Expression | undefined,
): Expression | undefined {
  const isTurned = constantOf(args[0]) !== undefined
  const [compared, other] = isTurned ? [args[1], args[0]] : [args[0], args[1]]
  const constant = constantOf(other)
  if (!constant) return undefined
  const isEquality = operator === '=' || operator === '!='
  const text = stringOf(other)
  if (isEquality && text !== undefined && argumentOf(compared, 'lang')) {
    const [same, different] = operator === '=' ? [TRUE, FALSE] : [FALSE, TRUE]
    return compileLanguage(compared, tag => (tag === text ? same : different), scope)
  }
  if (isEquality && isTextOrIri(constant)) {
    return compileTermComparison(compared, [other!], operator === '!=', scope)
  }
  const slot = slotOf(compared, scope)
  const id = scope.terms.idOf(constant)
  const value = { packed: scope.terms.packedTypeOf(id), number: scope.terms.numberOf(id) }
  if (slot === undefined || !isComparable(value)) return undefined
  const relation = operator === '=' ? EQUAL : operator === '!=' ? UNEQUAL : RELATIONS.get(operator)!
  const whole = fallback()
  return whole && new ValueComparison(scope.terms, slot, value, isTurned ? turn(relation) : relation, whole)
}

function turn({ less, equal, greater }: Relation): Relation {
  return { less: greater, equal, greater: less }
}

function compileTermComparison(
  compared: Algebra.Expression | undefined,
  list: readonly Algebra.Expression[],
  isNegated: boolean,
  scope: ExpressionScope,
): Expression | undefined {
  const slot = slotOf(compared, scope)
  const constants = list.map(constantOf)
  if (slot === undefined || !constants.every(isTextOrIri)) return undefined
  const ids = constants.map(constant => scope.terms.idOf(constant!))
  return new TermComparison(scope.terms, slot, ids, isNegated)
}

/** `LANG(?x)`, tested. */
function compileLanguage(
  expression: Algebra.Expression | undefined,
  test: (tag: string) => number,
  scope: ExpressionScope,
): Expression | undefined {
  const slot = slotOf(argumentOf(expression, 'lang'), scope)
  return slot === undefined ? undefined : new LanguageTest(scope.terms, slot, test)
}

/** `CONTAINS` and its like, of `?x` or `STR(?x)`, or these in lower case, and a constant. */
function compileSearch(
  args: readonly Algebra.Expression[],
  place: SearchPlace,
  scope: ExpressionScope,
  fallback: () => Expression | undefined,
): Expression | undefined {
  const text = stringOf(args[1])
  const lower = argumentOf(args[0], 'lcase')
  if (text === undefined) return undefined
  return textSearch(lower ?? args[0], text, place, lower ? 'lower' : 'exact', scope, fallback)
}

/**
 * `REGEX` with a constant pattern: one that is a text without anything special, but for `^` before or `$` after it, is
 * looked for; of others, the text that they cannot do without.
 */
function compileRegex(
  args: readonly Algebra.Expression[],
  scope: ExpressionScope,
  fallback: () => Expression | undefined,
): Expression | undefined {
  const pattern = stringOf(args[1])
  const flags = args.length > 2 ? stringOf(args[2]) : ''
  if (pattern === undefined || (flags !== '' && flags !== 'i')) return undefined
  const mode = flags === 'i' ? 'folded' : 'exact'
  const match = /^(\^?)([^\\^$.*+?()[\]{}|]*)(\$?)$/.exec(pattern)
  if (match && !(match[1] && match[3])) {
    const place = match[1] ? 'start' : match[3] ? 'end' : 'anywhere'
    return textSearch(args[0], match[2]!, place, mode, scope, fallback)
  }
  const required = isRegularExpression(pattern, flags) ? requiredText(pattern) : ''
  if (required.length < 2) return undefined
  return textSearch(args[0], required, 'anywhere', mode, scope, fallback, search => new Prefilter(search))
}

function textSearch(
  searched: Algebra.Expression | undefined,
  text: string,
  place: SearchPlace,
  mode: CaseMode,
  scope: ExpressionScope,
  fallback: () => Expression | undefined,
  refine: (search: ByteSearch) => ByteSearch = search => search,
): Expression | undefined {
  const inner = argumentOf(searched, 'str')
  const slot = slotOf(inner ?? searched, scope)
  const search = createByteSearch(text, place, mode)
  const whole = slot === undefined || !search ? undefined : fallback()
  const kinds: Searched = inner ? 'all' : 'strings'
  return whole && new TextSearch(scope.terms, slot!, refine(search!), kinds, whole)
}

/** The argument of a function of one, if an expression is that function. */
function argumentOf(
  expression: Algebra.Expression | undefined,
  operator: string,
): Algebra.Expression | undefined {
  const isIt = expression?.subType === 'operator' && expression.operator === operator
  return isIt ? expression.args[0] : undefined
}

function slotOf(expression: Algebra.Expression | undefined, scope: ExpressionScope): number | undefined {
  if (expression?.subType !== 'term' || expression.term.termType !== 'Variable') return undefined
  return scope.slotOf(expression.term.value)
}

function constantOf(expression: Algebra.Expression | undefined): RDF.Term | undefined {
  if (expression?.subType !== 'term' || expression.term.termType === 'Variable') return undefined
  return expression.term
}

function isTextOrIri(term: RDF.Term | undefined): boolean {
  if (term?.termType !== 'Literal') return term?.termType === 'NamedNode'
  return term.language !== '' || term.datatype.value === XSD_STRING
}

/** The value of a constant simple literal. */
function stringOf(expression: Algebra.Expression | undefined): string | undefined {
  const term = constantOf(expression)
  if (term?.termType !== 'Literal' || term.language) return undefined
  return term.datatype.value === XSD_STRING ? term.value : undefined
}

function isRegularExpression(pattern: string, flags: string): boolean {
  return new RegularExpressions().get(pattern, flags) !== undefined
}

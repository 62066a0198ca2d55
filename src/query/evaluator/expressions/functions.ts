import type { EvaluationTerms } from '../terms/evaluationTerms.ts'
import { XSD_DATE_TIME } from '../terms/valueTypes.ts'
import { ArithmeticNode, RoundingNode, SignNode } from './arithmetic.ts'
import { DatePartNode } from './dateFunctions.ts'
import {
  AndNode,
  BoundNode,
  CoalesceNode,
  EqualNode,
  IfNode,
  InNode,
  NotNode,
  OrderNode,
  OrNode,
  type Relation,
  SameTermNode,
} from './logic.ts'
import { ConstantNode, type Node } from './node.ts'
import { RegexNode, ReplaceNode } from './patterns.ts'
import {
  CaseNode,
  ConcatenationNode,
  LanguageMatchNode,
  StringLengthNode,
  StringPartNode,
  StringTestNode,
  SubstringNode,
  UriEncodingNode,
} from './strings.ts'
import {
  BlankNodeNode,
  DatatypeNode,
  IriNode,
  LanguageNode,
  LanguageStringNode,
  StrNode,
  TermTestNode,
  TypedLiteralNode,
} from './termFunctions.ts'

/** How a function is made, and with how many arguments. */
export interface FunctionDefinition {
  readonly least: number
  readonly most: number
  /** Whether it gives another value each time. */
  readonly isVolatile?: boolean
  create(terms: EvaluationTerms, args: readonly Node[]): Node
}

type Create = FunctionDefinition['create']

/** The operators `<`, `>`, `<=` and `>=`. */
export const RELATIONS: ReadonlyMap<string, Relation> = new Map([
  ['<', { less: true, equal: false, greater: false }],
  ['<=', { less: true, equal: true, greater: false }],
  ['>', { less: false, equal: false, greater: true }],
  ['>=', { less: false, equal: true, greater: true }],
])

const functions = new Map<string, FunctionDefinition>()

function define(names: readonly string[], least: number, most: number, create: Create): void {
  for (const name of names) functions.set(name, { least, most, create })
}

const many = Number.POSITIVE_INFINITY

define(['&&'], 2, 2, (terms, args) => new AndNode(terms, args))
define(['||'], 2, 2, (terms, args) => new OrNode(terms, args))
define(['!'], 1, 1, (terms, args) => new NotNode(terms, args))
define(['='], 2, 2, (terms, args) => new EqualNode(terms, args, false))
define(['!='], 2, 2, (terms, args) => new EqualNode(terms, args, true))
for (const [name, relation] of RELATIONS) {
  define([name], 2, 2, (terms, args) => new OrderNode(terms, args, relation))
}
define(['in'], 1, many, (terms, args) => new InNode(terms, args, false))
define(['notin'], 1, many, (terms, args) => new InNode(terms, args, true))
define(['sameterm'], 2, 2, (terms, args) => new SameTermNode(terms, args))
define(['bound'], 1, 1, (terms, args) => new BoundNode(terms, args))
define(['if'], 3, 3, (terms, args) => new IfNode(terms, args))
define(['coalesce'], 0, many, (terms, args) => new CoalesceNode(terms, args))

for (const operator of ['+', '-', '*', '/'] as const) {
  define([operator], 2, 2, (terms, args) => new ArithmeticNode(terms, args, operator))
}
define(['uminus'], 1, 1, (terms, args) => new SignNode(terms, args, true))
define(['uplus'], 1, 1, (terms, args) => new SignNode(terms, args, false))
for (const name of ['abs', 'ceil', 'floor', 'round'] as const) {
  define([name], 1, 1, (terms, args) => new RoundingNode(terms, args, name))
}

for (const name of ['isiri', 'isblank', 'isliteral', 'isnumeric'] as const) {
  const names = name === 'isiri' ? ['isiri', 'isuri'] : [name]
  define(names, 1, 1, (terms, args) => new TermTestNode(terms, args, name))
}
define(['str'], 1, 1, (terms, args) => new StrNode(terms, args))
define(['lang'], 1, 1, (terms, args) => new LanguageNode(terms, args))
define(['datatype'], 1, 1, (terms, args) => new DatatypeNode(terms, args))
define(['iri', 'uri'], 1, 1, (terms, args) => new IriNode(terms, args))
define(['strdt'], 2, 2, (terms, args) => new TypedLiteralNode(terms, args))
define(['strlang'], 2, 2, (terms, args) => new LanguageStringNode(terms, args))
// BNODE of a string has to give one blank node per solution, wherever in the query it is called: not supported
functions.set('bnode', { least: 0, most: 0, isVolatile: true, create: terms => new BlankNodeNode(terms) })

define(['strlen'], 1, 1, (terms, args) => new StringLengthNode(terms, args))
define(['substr'], 2, 3, (terms, args) => new SubstringNode(terms, args))
define(['ucase'], 1, 1, (terms, args) => new CaseNode(terms, args, true))
define(['lcase'], 1, 1, (terms, args) => new CaseNode(terms, args, false))
for (const name of ['contains', 'strstarts', 'strends'] as const) {
  define([name], 2, 2, (terms, args) => new StringTestNode(terms, args, name))
}
define(['strbefore'], 2, 2, (terms, args) => new StringPartNode(terms, args, false))
define(['strafter'], 2, 2, (terms, args) => new StringPartNode(terms, args, true))
define(['encode_for_uri'], 1, 1, (terms, args) => new UriEncodingNode(terms, args))
define(['concat'], 0, many, (terms, args) => new ConcatenationNode(terms, args))
define(['langmatches'], 2, 2, (terms, args) => new LanguageMatchNode(terms, args))
define(['regex'], 2, 3, (terms, args) => new RegexNode(terms, args))
define(['replace'], 3, 4, (terms, args) => new ReplaceNode(terms, args))

for (const part of ['year', 'month', 'day', 'hours', 'minutes', 'seconds', 'timezone', 'tz'] as const) {
  define([part], 1, 1, (terms, args) => new DatePartNode(terms, args, part))
}
define(['now'], 0, 0, terms => {
  const now = terms.now!.toISOString()
  return new ConstantNode(terms, terms.literal(now, XSD_DATE_TIME))
})

/** The function of a name, as the algebra has it; `undefined` for those that are not supported. */
export function functionOf(name: string, args: number): FunctionDefinition | undefined {
  const found = functions.get(name.toLowerCase())
  return found && args >= found.least && args <= found.most ? found : undefined
}

import { Document, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import type { LocalizedText } from '../errors.ts'
import type { Decision, DerivationDraft, Draft, ReadingOptions, SchemeDraft, Why } from './draft.ts'
import { proposeStatistics } from './statistics.ts'
import { WORDS } from './words.ts'

/** What begins after an empty line. */
const SECTIONS: readonly string[] = ['codeLists', 'schemes', 'fields', 'sources', 'statistics']

/** Below this confidence, a guess asks to be checked. */
const UNSURE = 0.6

/** Writes a draft as the text of an `annuaire.yaml`, each guess with its reason beside it. */
export function writeYaml(draft: Draft): string {
  const { language, title, slug, date, notes } = draft
  const say = (text: LocalizedText) => comment(text[language])
  const root = new YAMLMap()
  add(root, 'title', scalar(title), say(WORDS.fromFileName))
  const publisher = new YAMLMap()
  add(publisher, 'name', scalar(WORDS.toBeFilled[language]), say(WORDS.publisher))
  add(root, 'publisher', publisher)
  add(root, 'licence', scalar('https://spdx.org/licenses/etalab-2.0'), say(WORDS.licence))
  add(root, 'base', scalar(`https://annuaire.example.org/${slug}`), say(WORDS.base))
  add(root, 'language', scalar(language), say(WORDS.language))
  if (date) add(root, 'date', scalar(date.value), say(date.reason))
  if (draft.codeLists.size > 0) {
    const lists = new YAMLMap()
    for (const [field, { name }] of draft.codeLists) add(lists, field, scalar(name), say(WORDS.codeList))
    add(root, 'codeLists', lists)
  }
  const schemes = schemesOf(draft)
  if (schemes.length > 0) {
    const map = new YAMLMap()
    for (const scheme of schemes) add(map, scheme.name, schemeNode(scheme))
    add(root, 'schemes', map)
  }
  const fields = fieldsNode(draft)
  if (fields.items.length > 0) add(root, 'fields', fields)
  const sources = new YAMLMap()
  add(sources, slug, sourceNode(draft))
  add(root, 'sources', sources)
  const statistics = proposeStatistics(draft)
  if (statistics.length > 0) {
    const map = new YAMLMap()
    for (const { id, title, dimension } of statistics) {
      const node = flow()
      add(node, 'title', scalar(title[language]))
      add(node, 'dimensions', list([dimension]))
      add(map, id, node)
    }
    add(root, 'statistics', map)
  }
  for (const { key } of root.items as Pair<Scalar>[])
    if (SECTIONS.includes(String(key.value))) key.spaceBefore = true
  const document = new Document(root)
  document.commentBefore = [WORDS.head, ...notes]
    .flatMap(note => note[language].split('\n'))
    .map(line => ` ${comment(line)}`)
    .join('\n')
  return document.toString({ lineWidth: 0, flowCollectionPadding: true })
}

function sourceNode(draft: Draft): YAMLMap {
  const { language, reading, key, nullMarkers, decisions, derivations } = draft
  const say = (text: LocalizedText) => comment(text[language])
  const guess = (why: Why) => guessed(why, language)
  const source = new YAMLMap()
  add(source, 'file', scalar(draft.file))
  if (reading.sheet !== undefined) add(source, 'sheet', scalar(reading.sheet), say(WORDS.sheet))
  if (reading.headerRows !== undefined)
    add(source, 'headerRows', scalar(reading.headerRows), say(WORDS.headerRows))
  if (reading.records !== undefined) add(source, 'records', scalar(reading.records))
  const keyNode = key.columns.length === 1 ? scalar(key.columns[0]!) : list(key.columns)
  add(source, 'key', keyNode, guess(key.why))
  if (nullMarkers.length > 0) add(source, 'nullMarkers', list(nullMarkers), say(WORDS.nullMarkers))
  if (draft.findCommune) add(source, 'findCommune', scalar(true), say(WORDS.findCommune))
  const columns = new YAMLMap()
  const ignore = new YAMLMap()
  for (const [column, decision] of decisions) {
    const target = targetOf(decision)
    if (target) add(columns, column, targetNode(target.field, target.options), guess(decision.why))
    if (decision.to === 'ignore')
      add(
        ignore,
        column,
        scalar(comment(decision.why.reason[language])),
        guess({ ...decision.why, reason: EMPTY }),
      )
  }
  if (columns.items.length > 0) add(source, 'columns', columns)
  if (derivations.length > 0) {
    const derive = new YAMLMap()
    for (const derivation of derivations) {
      const { field, reason } = derivation
      add(derive, field, derivationNode(derivation), guess({ confidence: 1, reason }))
    }
    add(source, 'derive', derive)
  }
  if (ignore.items.length > 0) add(source, 'ignore', ignore)
  return source
}

const EMPTY: LocalizedText = { fr: '', en: '' }

function targetOf(decision: Decision): { field: string; options: ReadingOptions } | undefined {
  if (decision.to === 'field') return { field: decision.field, options: decision.options }
  if (decision.to === 'own field') return { field: decision.own.name, options: decision.own.options }
  return undefined
}

function targetNode(field: string, options: ReadingOptions): Node {
  if (Object.keys(options).length === 0) return scalar(field)
  const node = flow()
  add(node, 'field', scalar(field))
  for (const [name, value] of Object.entries(options)) add(node, name, valueNode(value))
  return node
}

function derivationNode({ field: _, from, reason: __, ...rest }: DerivationDraft): YAMLMap {
  const node = new YAMLMap()
  for (const [name, value] of Object.entries(rest)) {
    const key = name === 'columns' ? from : name === 'column' ? 'point' : name
    add(node, key, valueNode(value))
  }
  return node
}

function valueNode(value: unknown): Node {
  if (Array.isArray(value)) return list(value as string[])
  if (value === null || typeof value !== 'object') return scalar(value as string)
  const node = flow()
  for (const [name, member] of Object.entries(value)) add(node, name, valueNode(member))
  return node
}

/** The schemes of concept fields, then those of own fields. */
function schemesOf({ codeLists, decisions }: Draft): SchemeDraft[] {
  const own = [...decisions.values()].flatMap(decision =>
    decision.to === 'own field' && decision.own.scheme ? [decision.own.scheme] : [],
  )
  return [...codeLists.values(), ...own]
}

function schemeNode({ title, concepts }: SchemeDraft): YAMLMap {
  const node = new YAMLMap()
  add(node, 'title', scalar(title))
  const map = new YAMLMap()
  for (const { notation, label, alternatives } of concepts) {
    const concept = flow()
    add(concept, 'label', scalar(label))
    if (alternatives.length > 0) add(concept, 'alternatives', list(alternatives))
    add(map, notation, concept)
  }
  add(node, 'concepts', map)
  return node
}

function fieldsNode({ decisions, language }: Draft): YAMLMap {
  const fields = new YAMLMap()
  for (const decision of decisions.values()) {
    if (decision.to !== 'own field') continue
    const { name, label, datatype, scheme, multiple } = decision.own
    const node = flow()
    add(node, 'label', scalar(label))
    if (datatype) add(node, 'datatype', scalar(datatype))
    if (scheme) add(node, 'scheme', scalar(scheme.name))
    add(node, 'public', scalar(decision.own.public))
    if (multiple) add(node, 'multiple', scalar(true))
    add(fields, name, node, decision.own.public ? '' : comment(WORDS.private[language]))
  }
  return fields
}

function guessed({ confidence, reason }: Why, language: 'fr' | 'en'): string {
  const word = (confidence < UNSURE ? WORDS.unsure : WORDS.guessed)[language]
  const text = reason[language]
  return comment(text === '' ? word : `${word}${language === 'fr' ? '\u00a0' : ''}: ${text}`)
}

/** Comments end with the line; what would end it, or is not for YAML, becomes a space. */
function comment(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: YAML allows no control characters (YAML 1.2.2 §5.1)
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]+/g, ' ').trim()
}

function scalar(value: string | number | boolean): Scalar {
  const node = new Scalar(value)
  // What has line ends or other oddities is plainest in double quotes; `<<` alone would merge.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (typeof value === 'string' && /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]|^\s|\s$|^<<$/.test(value))
    node.type = Scalar.QUOTE_DOUBLE
  return node
}

function flow(): YAMLMap {
  const node = new YAMLMap()
  node.flow = true
  return node
}

function list(values: readonly string[]): YAMLSeq {
  const node = new YAMLSeq()
  node.flow = true
  for (const value of values) node.add(scalar(value))
  return node
}

/** Adds a member, and what is to be said of it: behind it, or above it where it takes several lines. */
function add(map: YAMLMap, name: string, value: Node, said = ''): void {
  const key = scalar(name)
  map.add(new Pair(key, value))
  if (said === '') return
  if (value instanceof YAMLMap && !value.flow) key.commentBefore = ` ${said}`
  else value.comment = ` ${said}`
}

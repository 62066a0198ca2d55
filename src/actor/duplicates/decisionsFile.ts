import type { Language } from '../../errors.ts'
import { normaliseLabel } from '../../vocabulary/label.ts'
import type { DecidedRecord, Decision, DecisionProblem } from './decision.ts'
import {
  contradiction,
  missingColumn,
  sameRecord,
  unreadableDecision,
  unreadableReference,
} from './messages.ts'
import type { DuplicatePair } from './pair.ts'
import { compareReferences, formatReference, pairKey, parseReference } from './reference.ts'

const COLUMNS = {
  fr: ['a', 'b', 'nom_a', 'nom_b', 'verdict', 'score', 'raisons', 'decision'],
  en: ['a', 'b', 'name_a', 'name_b', 'verdict', 'score', 'reasons', 'decision'],
} as const

const WORDS = {
  fr: { duplicate: 'doublon', uncertain: 'incertain', distinct: 'distinct' },
  en: { duplicate: 'duplicate', uncertain: 'uncertain', distinct: 'distinct' },
} as const

/** The words of a decision, normalised. */
const DECISIONS: ReadonlyMap<string, Decision['decision']> = new Map([
  ['doublon', 'duplicate'],
  ['doublons', 'duplicate'],
  ['duplicate', 'duplicate'],
  ['duplicates', 'duplicate'],
  ['distinct', 'distinct'],
  ['distincts', 'distinct'],
])

/** A cell that a spreadsheet may take for a formula (CWE-1236), and one that was defused already. */
const FORMULA = /^'*[=+\-@\t\r]/

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * The file in which people decide: CSV (RFC 4180) that a spreadsheet of the language opens at a click, in UTF-8 with
 * its mark, separated by `;` in French and `,` in English. The column `decision` takes `doublon` or `distinct`
 * (`duplicate` or `distinct`); empty, it leaves the pair undecided. Pairs come first, in their order; then the
 * decisions on pairs that are no longer found, so that none is lost.
 *
 * A cell that would be a formula gets an apostrophe before it, which {@link readDecisions} takes away.
 */
export function writeDecisions(
  pairs: Iterable<DuplicatePair>,
  decisions: Iterable<Decision>,
  language: Language,
): string {
  const open = new Map([...decisions].map(decision => [pairKey(decision.a, decision.b), decision]))
  const rows: string[][] = []
  for (const { a, b, verdict, score, reasons } of pairs) {
    const key = pairKey(a, b)
    const decided = open.get(key)?.decision
    open.delete(key)
    rows.push([
      formatReference(a),
      formatReference(b),
      a.name,
      b.name,
      WORDS[language][verdict],
      score.toFixed(2).replace('.', language === 'fr' ? ',' : '.'),
      reasons.map(({ message }) => message[language]).join(' '),
      decided ? WORDS[language][decided] : '',
    ])
  }
  const kept = [...open.values()].sort((x, y) => compareReferences(x.a, y.a) || compareReferences(x.b, y.b))
  for (const { a, b, decision } of kept) {
    rows.push([
      formatReference(a),
      formatReference(b),
      a.name ?? '',
      b.name ?? '',
      '',
      '',
      '',
      WORDS[language][decision],
    ])
  }
  const delimiter = language === 'fr' ? ';' : ','
  const lines = [[...COLUMNS[language]], ...rows].map(cells => toLine(cells, delimiter))
  return `${BYTE_ORDER_MARK}${lines.join('')}`
}

/** A line of CSV (RFC 4180) without formulas. */
function toLine(cells: readonly string[], delimiter: ';' | ','): string {
  const fields = cells.map(cell => {
    const defused = FORMULA.test(cell) ? `'${cell}` : cell
    return /["\r\n]/.test(defused) || defused.includes(delimiter)
      ? `"${defused.replaceAll('"', '""')}"`
      : defused
  })
  return `${fields.join(delimiter)}\r\n`
}

/** What a file of decisions says. */
export interface ReadDecisions {
  readonly decisions: readonly Decision[]
  /** Where there is one, what it speaks of is in no decision: the file should not be written anew before it is mended. */
  readonly problems: readonly DecisionProblem[]
}

/**
 * Reads the records of a file that {@link writeDecisions} wrote and people edited. Headers and values may be in
 * either language, whatever their case and accents. Two decisions that contradict each other count for nothing.
 *
 * @param records by header
 */
export function readDecisions(records: Iterable<Readonly<Record<string, string>>>): ReadDecisions {
  const byPair = new Map<string, { decision: Decision; record: number; contradicted: boolean }>()
  const problems: DecisionProblem[] = []
  let record = 0
  for (const cells of records) {
    record += 1
    const named = nameCells(cells)
    const column = (['a', 'b', 'decision'] as const).find(name => !named.has(name))
    if (column !== undefined) {
      // A header lacks a column for all records alike.
      if (record === 1) problems.push(missingColumn(column))
      continue
    }
    const word = named.get('decision')!.trim()
    if (word === '') continue
    const decision = readDecision(named, record)
    if ('code' in decision) {
      problems.push(decision)
      continue
    }
    const key = pairKey(decision.a, decision.b)
    const before = byPair.get(key)
    if (!before) byPair.set(key, { decision, record, contradicted: false })
    else if (before.decision.decision !== decision.decision) {
      before.contradicted = true
      problems.push(contradiction(decision, before.record, record))
    }
  }
  const decisions = [...byPair.values()].filter(({ contradicted }) => !contradicted)
  return { decisions: decisions.map(({ decision }) => decision), problems }
}

/** The cells by the English names of their columns, without what defused them. */
function nameCells(cells: Readonly<Record<string, string>>): Map<string, string> {
  const named = new Map<string, string>()
  for (const [header, cell] of Object.entries(cells)) {
    const name = normaliseLabel(header).replace(' ', '_').replace('nom_', 'name_')
    named.set(name, FORMULA.test(cell) && cell.startsWith("'") ? cell.slice(1) : cell)
  }
  return named
}

function readDecision(cells: ReadonlyMap<string, string>, record: number): Decision | DecisionProblem {
  const word = cells.get('decision')!
  const decision = DECISIONS.get(normaliseLabel(word))
  if (!decision) return unreadableDecision(word, record)
  const references: DecidedRecord[] = []
  for (const side of ['a', 'b'] as const) {
    const text = cells.get(side)!
    const reference = parseReference(text)
    if (!reference) return unreadableReference(text, side, record)
    const name = cells.get(`name_${side}`) ?? ''
    references.push(name === '' ? reference : { ...reference, name })
  }
  const [a, b] = references as [DecidedRecord, DecidedRecord]
  return compareReferences(a, b) === 0 ? sameRecord(a, record) : { a, b, decision }
}

import type { Decision, DecisionProblem } from './decision.ts'
import { formatReference, type RecordReference } from './reference.ts'

/** A file of decisions without a column that it needs. */
export function missingColumn(column: string): DecisionProblem {
  return {
    code: 'missing-column',
    value: column,
    message: {
      fr: `Le fichier des décisions n’a pas de colonne «\u00a0${column}\u00a0»\u00a0; aucune décision n’est lue. Remettez la ligne d’en-tête telle qu’elle a été écrite.`,
      en: `The file of decisions has no column "${column}"; no decision is read. Put the header line back as it was written.`,
    },
  }
}

/** A cell that should name a record. */
export function unreadableReference(text: string, column: string, record: number): DecisionProblem {
  return {
    code: 'unreadable-reference',
    record,
    value: text,
    message: {
      fr: `«\u00a0${text}\u00a0», dans la colonne «\u00a0${column}\u00a0», ne désigne aucune fiche\u00a0; la décision n’est pas lue. Écrivez la source, une barre oblique et la clé, comme dans «\u00a0structures/0010\u00a0».`,
      en: `"${text}", in the column "${column}", names no record; the decision is not read. Write the source, a slash and the key, as in "structures/0010".`,
    },
  }
}

/** A decision on a record and itself. */
export function sameRecord(reference: RecordReference, record: number): DecisionProblem {
  const text = formatReference(reference)
  return {
    code: 'same-record',
    record,
    value: text,
    message: {
      fr: `La décision porte sur «\u00a0${text}\u00a0» et sur elle-même\u00a0; elle n’est pas lue. Corrigez l’une des deux références, ou supprimez la ligne.`,
      en: `The decision is on "${text}" and itself; it is not read. Correct one of the two references, or delete the line.`,
    },
  }
}

/** A word that is no decision. */
export function unreadableDecision(word: string, record: number): DecisionProblem {
  return {
    code: 'unreadable-decision',
    record,
    value: word,
    message: {
      fr: `«\u00a0${word}\u00a0» n’est pas une décision\u00a0; la paire reste à décider. Écrivez «\u00a0doublon\u00a0» ou «\u00a0distinct\u00a0», ou videz la cellule.`,
      en: `"${word}" is not a decision; the pair remains undecided. Write "duplicate" or "distinct", or empty the cell.`,
    },
  }
}

/** Two decisions on a pair. */
export function contradiction({ a, b }: Decision, first: number, second: number): DecisionProblem {
  const [from, to] = [formatReference(a), formatReference(b)]
  return {
    code: 'contradiction',
    record: second,
    value: `${from}, ${to}`,
    message: {
      fr: `«\u00a0${from}\u00a0» et «\u00a0${to}\u00a0» sont dits doublons et distincts, aux enregistrements ${first} et ${second}\u00a0; la paire reste à décider. Gardez l’une des deux décisions.`,
      en: `"${from}" and "${to}" are said to be duplicates and distinct, in records ${first} and ${second}; the pair remains undecided. Keep one of the two decisions.`,
    },
  }
}

/** So many records of a group are named. */
const NAMED_RECORDS = 10

/** Duplicates of duplicates that are said to be distinct. */
export function contradictoryGroup(distinct: Decision, group: readonly RecordReference[]): DecisionProblem {
  const [from, to] = [formatReference(distinct.a), formatReference(distinct.b)]
  const members = group.slice(0, NAMED_RECORDS).map(formatReference)
  const more = group.length > NAMED_RECORDS ? ', …' : ''
  return {
    code: 'contradiction',
    value: `${from}, ${to}`,
    message: {
      fr: `«\u00a0${from}\u00a0» et «\u00a0${to}\u00a0» sont dits distincts, mais d’autres décisions en font des doublons, de proche en proche\u00a0: ${members.map(text => `«\u00a0${text}\u00a0»`).join(', ')}${more}. Aucune de ces fiches n’est fusionnée. Corrigez l’une de ces décisions.`,
      en: `"${from}" and "${to}" are said to be distinct, but other decisions make them duplicates, one through the other: ${members.map(text => `"${text}"`).join(', ')}${more}. None of these records is merged. Correct one of these decisions.`,
    },
  }
}

/** A decision on a record that there is not. */
export function unknownRecord(reference: RecordReference): DecisionProblem {
  const text = formatReference(reference)
  return {
    code: 'unknown-record',
    value: text,
    message: {
      fr: `Une décision dit doublon «\u00a0${text}\u00a0», qui n’est pas dans l’annuaire\u00a0; elle est gardée, mais ne fusionne rien. Vérifiez la référence, si la fiche n’a pas été retirée.`,
      en: `A decision calls "${text}" a duplicate, which is not in the directory; it is kept, but merges nothing. Check the reference, unless the record was withdrawn.`,
    },
  }
}

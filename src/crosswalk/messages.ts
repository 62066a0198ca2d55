import type { LocalizedText } from '../errors.ts'

/** « a », « b » ou « c » / "a", "b" or "c". */
function list(values: readonly LocalizedText[]): LocalizedText {
  const join = (quoted: string[], or: string) =>
    quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${or} ${quoted.at(-1)}`
  return {
    fr: join(
      values.map(({ fr }) => `«\u00a0${fr}\u00a0»`),
      'ou',
    ),
    en: join(
      values.map(({ en }) => `"${en}"`),
      'or',
    ),
  }
}

/** A value that no concept of its scheme has as a label. */
export function unmatchedValue(
  value: string,
  scheme: LocalizedText,
  nearest: readonly LocalizedText[],
): LocalizedText {
  const candidates = list(nearest)
  return {
    fr: `«\u00a0${value}\u00a0» n’est pas dans la liste «\u00a0${scheme.fr}\u00a0»\u00a0; la valeur n’est pas publiée.${
      nearest.length > 0 ? ` Vouliez-vous dire ${candidates.fr}\u00a0?` : ''
    }`,
    en: `"${value}" is not in the list "${scheme.en}"; the value is not published.${
      nearest.length > 0 ? ` Did you mean ${candidates.en}?` : ''
    }`,
  }
}

/** A code or name of no territory of the level. */
export function unknownTerritory(value: string, level: LocalizedText): LocalizedText {
  return {
    fr: `«\u00a0${value}\u00a0» n’est le code d’aucun territoire connu (${level.fr})\u00a0; la valeur n’est pas publiée. Vérifiez le code INSEE.`,
    en: `"${value}" is the code of no known territory (${level.en}); the value is not published. Check its INSEE code.`,
  }
}

/** A value that cannot be read as what its field holds. */
export function unreadable(value: string, expected: LocalizedText): LocalizedText {
  return {
    fr: `«\u00a0${value}\u00a0» n’est pas ${expected.fr}. Corrigez la cellule, ou videz-la.`,
    en: `"${value}" is not ${expected.en}. Correct the cell, or empty it.`,
  }
}

/** Two columns that give different values to a field that holds one. */
export function conflict(value: string, kept: string, field: string): LocalizedText {
  return {
    fr: `«\u00a0${value}\u00a0» contredit «\u00a0${kept}\u00a0», déjà lu pour le champ ${field}\u00a0; seule la première valeur est gardée.`,
    en: `"${value}" contradicts "${kept}", already read for the field ${field}; only the first value is kept.`,
  }
}

/** A row whose key cell is empty. */
export function missingKey(column: string): LocalizedText {
  return {
    fr: `La colonne «\u00a0${column}\u00a0», qui identifie la fiche, est vide. Donnez-lui un identifiant stable.`,
    en: `The column "${column}", which identifies the record, is empty. Give it a stable identifier.`,
  }
}

/** A key that an earlier row has. */
export function duplicateKey(key: string, firstLine: number): LocalizedText {
  return {
    fr: `L’identifiant «\u00a0${key}\u00a0» est déjà celui de la ligne ${firstLine}\u00a0; cette ligne n’est pas publiée.`,
    en: `The identifier "${key}" is already that of line ${firstLine}; this row is not published.`,
  }
}

/** A row with fewer or more cells than the header. */
export function raggedRow(found: number, expected: number): LocalizedText {
  return {
    fr: `La ligne a ${found} cellules, l’en-tête en a ${expected}. Vérifiez les séparateurs et les guillemets.`,
    en: `The row has ${found} cells, the header has ${expected}. Check separators and quotes.`,
  }
}

/** A column that the crosswalk says nothing about. */
export function unmappedColumn(column: string): LocalizedText {
  return {
    fr: `La colonne «\u00a0${column}\u00a0» n’est ni reprise ni ignorée\u00a0; ses valeurs ne sont pas publiées. Ajoutez-la à «\u00a0columns\u00a0» ou à «\u00a0ignore\u00a0».`,
    en: `The column "${column}" is neither mapped nor ignored; its values are not published. Add it to "columns" or to "ignore".`,
  }
}

/** A column that the crosswalk names and the file has not. */
export function missingColumn(column: string): LocalizedText {
  return {
    fr: `La colonne «\u00a0${column}\u00a0» est décrite dans la configuration, mais absente du fichier. Vérifiez son nom.`,
    en: `The column "${column}" is described in the configuration, but the file does not have it. Check its name.`,
  }
}

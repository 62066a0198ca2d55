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
    fr: `«\u00a0${value}\u00a0» n’est pas ${expected.fr}\u00a0; la valeur n’est pas publiée. Corrigez la cellule, ou videz-la.`,
    en: `"${value}" is not ${expected.en}; the value is not published. Correct the cell, or empty it.`,
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

/** A text that went through the wrong encoding on its way. */
export function encodingDamage(damage: 'mojibake' | 'replacement-character'): LocalizedText {
  return damage === 'mojibake'
    ? {
        fr: 'Le texte a été enregistré dans un encodage et relu dans un autre («\u00a0Ã©\u00a0» pour «\u00a0é\u00a0»). Réexportez le fichier d’origine en UTF-8.',
        en: 'The text was saved in one encoding and read in another ("Ã©" for "é"). Export the original file again, as UTF-8.',
      }
    : {
        fr: 'Le texte contient le caractère «\u00a0\ufffd\u00a0», qui remplace des lettres perdues. Ressaisissez-les.',
        en: 'The text holds the character "\ufffd", which stands for letters that are lost. Type them again.',
      }
}

/** A text with tags or entities. */
export function htmlMarkup(): LocalizedText {
  return {
    fr: 'Le texte contient du code HTML, qui serait publié tel quel. Ajoutez «\u00a0html: true\u00a0» à la colonne pour n’en garder que le texte.',
    en: 'The text holds HTML, which would be published as it is. Add "html: true" to the column to keep its text only.',
  }
}

/** A cell of an option’s column that says neither yes nor no. */
export function unreadableOption(value: string): LocalizedText {
  return {
    fr: `«\u00a0${value}\u00a0» ne dit ni oui ni non. Corrigez la cellule, ou ajoutez cette valeur à «\u00a0yes\u00a0» ou à «\u00a0no\u00a0» dans la configuration.`,
    en: `"${value}" says neither yes nor no. Correct the cell, or add this value to "yes" or to "no" in the configuration.`,
  }
}

/** A cell that should hold both coordinates. */
export function unreadablePoint(value: string): LocalizedText {
  return {
    fr: `«\u00a0${value}\u00a0» ne se lit pas comme une position. Corrigez la cellule ou, si l’ordre des deux nombres n’est pas dit, ajoutez «\u00a0order\u00a0» à la configuration.`,
    en: `"${value}" does not read as a position. Correct the cell or, where the order of the two numbers is not said, add "order" to the configuration.`,
  }
}

/** Latitude and longitude in each other’s place. */
export function swappedCoordinates(): LocalizedText {
  return {
    fr: 'La latitude et la longitude semblent inversées\u00a0: échangées, elles seraient dans le territoire attendu. Vérifiez les deux colonnes.',
    en: 'Latitude and longitude look swapped: exchanged, they would lie in the expected territory. Check the two columns.',
  }
}

/** A position where its address is not. */
export function outsideCoordinates(): LocalizedText {
  return {
    fr: 'La position est hors du territoire attendu. Vérifiez la latitude, la longitude et leur système de coordonnées.',
    en: 'The position lies outside the expected territory. Check latitude, longitude and their coordinate system.',
  }
}

/** A name of several communes, or of none. */
export function uncertainCommune(name: string, candidates: readonly string[]): LocalizedText {
  const list = candidates.join(', ')
  return candidates.length > 0
    ? {
        fr: `La commune «\u00a0${name}\u00a0» n’est pas trouvée avec certitude. Candidates\u00a0: ${list}. Donnez son code INSEE, ou son code postal.`,
        en: `The commune "${name}" is not found with certainty. Candidates: ${list}. Give its INSEE code, or its postcode.`,
      }
    : {
        fr: `Aucune commune ne s’appelle «\u00a0${name}\u00a0» à cette adresse. Vérifiez son nom et son code postal, ou donnez son code INSEE.`,
        en: `No commune is called "${name}" at this address. Check its name and its postcode, or give its INSEE code.`,
      }
}

/** A commune that only its name tells, for want of postcode and département. */
export function communeByNameOnly(name: string, code: string): LocalizedText {
  return {
    fr: `«\u00a0${name}\u00a0» est la seule commune de ce nom (${code})\u00a0; rien d’autre ne le confirme.`,
    en: `"${name}" is the only commune of this name (${code}); nothing else confirms it.`,
  }
}

/** A key of another record that no record has. */
export function danglingReference(key: string): LocalizedText {
  return {
    fr: `Aucune fiche publiée n’a l’identifiant «\u00a0${key}\u00a0»\u00a0; le lien n’est pas publié. Vérifiez l’identifiant.`,
    en: `No published record has the identifier "${key}"; the link is not published. Check the identifier.`,
  }
}

/** A row of a linked table that no record claims. */
export function orphanRow(key: string, table: string): LocalizedText {
  return {
    fr: `Cette ligne de «\u00a0${table}\u00a0» se rattache à «\u00a0${key}\u00a0», que la table principale n’a pas\u00a0; elle n’est pas publiée.`,
    en: `This row of "${table}" belongs to "${key}", which the main table does not have; it is not published.`,
  }
}

/** A file without any record. */
export function noRows(): LocalizedText {
  return {
    fr: 'Le fichier ne contient aucune fiche. Vérifiez que c’est le bon, et qu’il a été exporté en entier.',
    en: 'The file holds no record. Check that it is the right one, and that it was exported whole.',
  }
}

import type { LocalizedText } from '../errors.ts'

/** What the proposed file says of itself. */
export const WORDS = {
  head: {
    fr: 'Proposé par «\u00a0annuaire init\u00a0» d’après le fichier. Ce qui est deviné le dit, avec sa raison\u00a0: relisez, corrigez,\npuis lancez «\u00a0annuaire check\u00a0» et «\u00a0annuaire publish\u00a0».',
    en: 'Proposed by "annuaire init" after looking at the file. What is guessed says so, with its reason: read it over, correct\nit, then run "annuaire check" and "annuaire publish".',
  },
  guessed: { fr: 'deviné', en: 'guessed' },
  unsure: { fr: 'deviné, à vérifier', en: 'guessed, to be checked' },
  toBeFilled: { fr: 'à compléter', en: 'to be filled in' },
  fromFileName: { fr: 'deviné\u00a0: d’après le nom du fichier', en: 'guessed: from the name of the file' },
  publisher: {
    fr: 'à compléter\u00a0: qui publie ces données',
    en: 'to be filled in: who publishes the data',
  },
  licence: {
    fr: 'à confirmer\u00a0: Licence Ouverte 2.0, si vous avez le droit de publier ces données',
    en: 'to be confirmed: Licence Ouverte 2.0, if you have the right to publish the data',
  },
  base: {
    fr: 'à changer avant la première publication\u00a0: une adresse qui est à vous, et pour longtemps',
    en: 'to be changed before the first publication: an address that is yours, and for long',
  },
  language: { fr: 'deviné\u00a0: d’après les mots du fichier', en: 'guessed: from the words of the file' },
  givenLanguage: { fr: 'langue demandée', en: 'the language asked for' },
  nullMarkers: {
    fr: 'deviné\u00a0: cellules du fichier qui disent «\u00a0pas de réponse\u00a0»',
    en: 'guessed: cells of the file that say "no answer"',
  },
  findCommune: {
    fr: 'deviné\u00a0: le fichier n’a pas de code Insee, la commune est cherchée par son nom',
    en: 'guessed: the file has no Insee code, the commune is looked up by its name',
  },
  sheet: {
    fr: 'deviné\u00a0: la feuille qui ressemble le plus à un annuaire',
    en: 'guessed: the sheet that is most like a directory',
  },
  headerRows: { fr: 'deviné\u00a0: lignes d’en-tête', en: 'guessed: rows of the header' },
  private: {
    fr: 'rien n’en est publié\u00a0; «\u00a0true\u00a0» pour publier',
    en: 'nothing of it is published; "true" to publish it',
  },
  codeList: { fr: 'deviné\u00a0: les valeurs du fichier', en: 'guessed: the values of the file' },
} as const satisfies Record<string, LocalizedText>

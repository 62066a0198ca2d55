import type { Language } from '../errors.ts'

/** The words of an article. Numbers and shares come as they are written. */
export interface ArticleWords {
  readonly title: (directory: string) => string
  readonly about: (directory: string, publisher: string) => string
  /** @param counted how many and what: « 400 acteurs » */
  readonly size: (counted: string, day: string) => string
  readonly one: (noun: string, isFeminine: boolean) => string
  readonly skip: string
  readonly contents: string
  readonly kept: string
  readonly answered: (share: string, base: string, whole: string) => string
  readonly queries: string
  readonly queryOf: Readonly<Record<'base' | 'missing' | 'table', string>>
  readonly moreRows: (shown: string, all: string) => string
  readonly noFigures: (title: string) => string
  readonly noCell: (title: string, cell: string) => string
  readonly chartOf: (title: string) => string
  readonly of: (n: string, base: string) => string

  readonly method: string
  readonly methodBase: string
  readonly methodPopulation: string
  readonly methodMissing: string
  readonly methodRounding: (decimals: string, truncates: boolean) => string
  readonly methodSeveral: string
  readonly methodSuppressed: string
  readonly methodWeighted: string
  readonly methodQueries: string
  readonly methodQueriesOf: string
  readonly methodTableQueries: string
  readonly methodResponses: string
  readonly methodShares: string
  readonly methodCube: string
  readonly methodCubeElsewhere: string
  readonly placeholder: string

  readonly sources: string
  readonly sourcesRead: string
  readonly source: string
  readonly file: string
  readonly rows: string
  readonly accepted: string
  readonly rejected: string
  readonly merged: (records: string) => string
  readonly nothingLeftOut: string
  readonly leftOut: (rows: string) => string
  readonly licence: string
  readonly publisher: string
  readonly colophon: (day: string) => string

  readonly published: string
  readonly publishedSource: string
  readonly publishedBy: (title: string, author: string | undefined, day: string | undefined) => string
  readonly publishedCaption: string
  readonly figure: string
  readonly printed: string
  readonly here: string
  readonly comparison: string
  readonly quote: (text: string) => string
  readonly measures: Readonly<Record<'share' | 'n' | 'base' | 'missing' | 'rank' | 'values', string>>
  readonly same: string
  readonly truncated: (published: string, exact: string) => string
  readonly rounded: (published: string, exact: string) => string
  readonly truncatedOrRounded: (published: string, exact: string) => string
  readonly approximate: (difference: string) => string
  readonly unexplained: (difference: string) => string
  readonly explained: (difference: string) => string
  readonly unknown: string
  readonly points: (difference: string, magnitude: number) => string
  readonly tally: Readonly<
    Record<'same' | 'digits' | 'approximate' | 'explained' | 'unexplained' | 'unknown', string>
  >
  readonly tallyOf: (figures: string) => string
  readonly truncates: (shares: string) => string
  readonly rounds: (shares: string) => string
}

const fr: ArticleWords = {
  title: directory => `Premiers résultats\u00a0: ${directory}`,
  about: (directory, publisher) => `${directory}\u00a0: annuaire publié par ${publisher}.`,
  size: (counted, day) => `L’annuaire compte ${counted}, à la date du ${day}.`,
  one: (noun, isFeminine) => `${isFeminine ? 'une' : 'un'} ${noun}`,
  skip: 'Aller au contenu',
  contents: 'Sommaire',
  kept: 'non publié',
  answered: (share, base, whole) => `Réponse connue\u00a0: ${share} (${base} sur ${whole}).`,
  queries: 'Requêtes\u00a0: ',
  queryOf: { base: 'base', missing: 'sans réponse', table: 'tableau' },
  moreRows: (shown, all) =>
    `Les ${shown} premières lignes sur ${all}\u00a0; la requête du tableau les donne toutes.`,
  noFigures: title => `Le tableau «\u00a0${title}\u00a0» n’a aucune ligne.`,
  noCell: (title, cell) =>
    `Le tableau «\u00a0${title}\u00a0» n’a pas de ligne pour ${cell}\u00a0: personne n’y est compté, ou le code est à corriger.`,
  chartOf: title => `Graphique\u00a0: ${title}`,
  of: (n, base) => `${n} sur ${base}`,

  method: 'Comment lire ces chiffres',
  methodBase:
    'Une part est toujours celle de ceux qui ont répondu\u00a0: sa base compte chaque acteur une fois, et n’est jamais la somme des réponses. Là où un tableau croise deux réponses, la base est, pour chaque valeur de la première, le nombre de ceux qui ont renseigné la seconde.',
  methodPopulation:
    'Là où il est dit que la part est celle de toute la population, ceux qui n’ont pas répondu comptent dans la base.',
  methodMissing: 'Ceux qui n’ont pas répondu sont comptés à part et indiqués («\u00a0sans réponse\u00a0»).',
  methodRounding: (decimals, truncates) =>
    truncates
      ? `Les parts sont tronquées (décimales\u00a0: ${decimals}), à partir des effectifs.`
      : `Les parts sont arrondies au plus proche, les demis vers le haut (décimales\u00a0: ${decimals}), à partir des effectifs.`,
  methodSeveral:
    'Là où plusieurs réponses sont possibles, un acteur compte une fois dans chacune des siennes\u00a0: la somme des parts dépasse 100\u00a0%.',
  methodSuppressed:
    'Les chiffres trop petits pour être montrés sans désigner quelqu’un, et ceux qui permettraient de les retrouver, ne sont pas publiés\u00a0; ils sont signalés comme tels.',
  methodWeighted:
    'Là où les effectifs sont pondérés, ce sont des sommes de poids et non des nombres d’acteurs\u00a0; la requête d’un chiffre donne les acteurs et leurs poids.',
  methodQueries:
    'Chaque nombre souligné mène à une requête SPARQL qui donne, un par ligne, ceux qu’il compte\u00a0: ni plus, ni moins. Il n’y faut aucun serveur. Depuis le dossier de cette page\u00a0:',
  methodQueriesOf:
    'Chaque nombre souligné mène à une requête SPARQL qui donne, un par ligne, ceux qu’il compte\u00a0: ni plus, ni moins. Il n’y faut aucun serveur. Depuis le dossier de cette page, ANNUAIRE étant celui de l’annuaire ou d’une de ses publications\u00a0:',
  methodTableQueries: 'La requête d’un tableau entier, où mènent aussi les zéros, se lance de même.',
  methodResponses:
    'Les réponses aux enquêtes ne sont pas publiées\u00a0: leurs nombres mènent à la requête du tableau, qui dit comment elles ont été comptées, et que seuls ceux qui les détiennent peuvent lancer.',
  methodShares:
    'Un tableau de parts sans effectifs reprend des résultats déjà agrégés par d’autres\u00a0: personne ne peut les recompter ici, et leur base n’est pas connue. Ses nombres mènent à la requête du tableau, qui interroge le cube de ses parts.',
  methodCube: 'Par exemple\u00a0:',
  methodCubeElsewhere:
    'Ce cube est dans chaque publication de l’annuaire, dans le dossier «\u00a0statistics\u00a0», au nom du tableau.',
  placeholder: 'ANNUAIRE',

  sources: 'Sources et licence',
  sourcesRead: 'Fichiers lus',
  source: 'Source',
  file: 'Fichier',
  rows: 'Lignes lues',
  accepted: 'Reprises',
  rejected: 'Laissées de côté',
  merged: records => `Fiches en double réunies à une autre\u00a0: ${records}.`,
  nothingLeftOut: 'Aucune ligne n’a été laissée de côté.',
  leftOut: rows =>
    `Lignes laissées de côté, parce qu’une erreur les rend inutilisables ou qu’un acteur a demandé son retrait\u00a0: ${rows}. Elles ne comptent dans aucun chiffre.`,
  licence: 'Licence\u00a0: ',
  publisher: 'Publié par\u00a0: ',
  colophon: day =>
    `Données à la date du ${day}. Page écrite par annuaire-lod, à partir de ses seuls tableaux.`,

  published: 'Chiffres publiés ailleurs, et chiffres d’ici',
  publishedSource: 'Source des chiffres publiés\u00a0: ',
  publishedBy: (title, author, day) =>
    `${title}${author === undefined ? '' : `, ${author}`}${day === undefined ? '' : `, ${day}`}`,
  publishedCaption: 'Chaque chiffre publié, à côté de celui de cet annuaire',
  figure: 'Chiffre',
  printed: 'Publié',
  here: 'Ici',
  comparison: 'Écart et raison',
  quote: text => `«\u00a0${text}\u00a0»`,
  measures: {
    share: 'part',
    n: 'effectif',
    base: 'base',
    missing: 'sans réponse',
    rank: 'rang',
    values: 'nombre de valeurs',
  },
  same: 'Identique.',
  truncated: (published, exact) => `Troncature\u00a0: ${published} pour ${exact}.`,
  rounded: (published, exact) => `Arrondi\u00a0: ${published} pour ${exact}.`,
  truncatedOrRounded: (published, exact) =>
    `Troncature ou arrondi, de même effet ici\u00a0: ${published} pour ${exact}.`,
  approximate: difference => `Formulation approximative\u00a0: ${difference}.`,
  explained: difference => `Écart\u00a0: ${difference}.`,
  unexplained: difference => `Écart sans raison connue\u00a0: ${difference}.`,
  unknown: 'Sans équivalent ici\u00a0: ce chiffre n’est pas dans le tableau, ou n’est pas publié.',
  points: (difference, magnitude) => `${difference}\u00a0point${magnitude < 2 ? '' : 's'}`,
  tally: {
    same: 'Identiques',
    digits: 'Identiques à la troncature ou à l’arrondi près',
    approximate: 'Approximatifs, proches',
    explained: 'Différents, avec leur raison',
    unexplained: 'Différents, sans raison connue',
    unknown: 'Sans équivalent ici',
  },
  tallyOf: figures => `Chiffres publiés\u00a0: ${figures}, dont\u00a0:`,
  truncates: shares =>
    `La source tronque\u00a0: nombre de ses parts que seule la troncature explique\u00a0: ${shares}\u00a0; que seul l’arrondi explique\u00a0: 0.`,
  rounds: shares =>
    `La source arrondit\u00a0: nombre de ses parts que seul l’arrondi explique\u00a0: ${shares}\u00a0; que seule la troncature explique\u00a0: 0.`,
}

const en: ArticleWords = {
  title: directory => `First results: ${directory}`,
  about: (directory, publisher) => `${directory}: a directory published by ${publisher}.`,
  size: (counted, day) => `The directory has ${counted}, as of ${day}.`,
  one: noun => `one ${noun}`,
  skip: 'Skip to content',
  contents: 'Contents',
  kept: 'not published',
  answered: (share, base, whole) => `Answer known: ${share} (${base} of ${whole}).`,
  queries: 'Queries: ',
  queryOf: { base: 'base', missing: 'no answer', table: 'table' },
  moreRows: (shown, all) => `The first ${shown} rows of ${all}; the query of the table gives all of them.`,
  noFigures: title => `The table “${title}” has no row.`,
  noCell: (title, cell) =>
    `The table “${title}” has no row for ${cell}: nobody is counted there, or the code has to be corrected.`,
  chartOf: title => `Chart: ${title}`,
  of: (n, base) => `${n} of ${base}`,

  method: 'How to read these figures',
  methodBase:
    'A share is always one of those who answered: its base counts each actor once, and is never the sum of the answers. Where a table crosses two answers, the base is, for each value of the first, the number of those who gave the second.',
  methodPopulation:
    'Where a share is said to be one of the whole population, those who did not answer count in the base.',
  methodMissing: 'Those who did not answer are counted apart and told (“no answer”).',
  methodRounding: (decimals, truncates) =>
    truncates
      ? `Shares are truncated (decimals: ${decimals}), from the counts.`
      : `Shares are rounded to the nearest, halves up (decimals: ${decimals}), from the counts.`,
  methodSeveral:
    'Where several answers are possible, an actor counts once in each of its own: the shares sum past 100%.',
  methodSuppressed:
    'Figures that are too small to be shown without pointing at somebody, and those that would give them away, are not published; they are marked as such.',
  methodWeighted:
    'Where counts are weighted, they are sums of weights and no numbers of actors; the query of a figure gives the actors and their weights.',
  methodQueries:
    'Each number that is underlined leads to a SPARQL query that lists whom it counts, one a row: no more, and no fewer. No server is needed. From the folder of this page:',
  methodQueriesOf:
    'Each number that is underlined leads to a SPARQL query that lists whom it counts, one a row: no more, and no fewer. No server is needed. From the folder of this page, where DIRECTORY is that of the directory or of one of its releases:',
  methodTableQueries: 'The query of a whole table, to which zeros lead too, is run in the same way.',
  methodResponses:
    'The responses to surveys are not published: their numbers lead to the query of the table, which tells how they were counted, and which only those who hold them can run.',
  methodShares:
    'A table of shares without counts holds results that others aggregated: nobody can count them anew here, and their base is not known. Its numbers lead to the query of the table, which asks the cube of its shares.',
  methodCube: 'For example:',
  methodCubeElsewhere:
    'This cube is in each release of the directory, in the folder “statistics”, named after the table.',
  placeholder: 'DIRECTORY',

  sources: 'Sources and licence',
  sourcesRead: 'Files read',
  source: 'Source',
  file: 'File',
  rows: 'Rows read',
  accepted: 'Used',
  rejected: 'Left out',
  merged: records => `Duplicate records joined to another one: ${records}.`,
  nothingLeftOut: 'No row was left out.',
  leftOut: rows =>
    `Rows left out, because an error makes them unusable or an actor asked for its withdrawal: ${rows}. They count in no figure.`,
  licence: 'Licence: ',
  publisher: 'Published by: ',
  colophon: day => `Data as of ${day}. Page written by annuaire-lod, from its tables alone.`,

  published: 'Figures published elsewhere, and those of here',
  publishedSource: 'Source of the published figures: ',
  publishedBy: (title, author, day) =>
    `${title}${author === undefined ? '' : `, ${author}`}${day === undefined ? '' : `, ${day}`}`,
  publishedCaption: 'Each published figure, beside that of this directory',
  figure: 'Figure',
  printed: 'Published',
  here: 'Here',
  comparison: 'Difference and reason',
  quote: text => `“${text}”`,
  measures: {
    share: 'share',
    n: 'count',
    base: 'base',
    missing: 'no answer',
    rank: 'rank',
    values: 'number of values',
  },
  same: 'The same.',
  truncated: (published, exact) => `Truncated: ${published} for ${exact}.`,
  rounded: (published, exact) => `Rounded: ${published} for ${exact}.`,
  truncatedOrRounded: (published, exact) =>
    `Truncated or rounded, which is the same here: ${published} for ${exact}.`,
  approximate: difference => `Approximate wording: ${difference}.`,
  explained: difference => `Difference: ${difference}.`,
  unexplained: difference => `Difference without a known reason: ${difference}.`,
  unknown: 'Nothing to hold it against: this figure is not in the table, or is not published.',
  points: (difference, magnitude) => `${difference}\u00a0percentage point${magnitude === 1 ? '' : 's'}`,
  tally: {
    same: 'The same',
    digits: 'The same but for truncation or rounding',
    approximate: 'Approximate, and near',
    explained: 'Different, with the reason',
    unexplained: 'Different, without a known reason',
    unknown: 'With nothing to hold them against',
  },
  tallyOf: figures => `Published figures: ${figures}, of which:`,
  truncates: shares =>
    `The source truncates: number of its shares that only truncation explains: ${shares}; that only rounding explains: 0.`,
  rounds: shares =>
    `The source rounds: number of its shares that only rounding explains: ${shares}; that only truncation explains: 0.`,
}

/** The words of an article, by language. */
export const ARTICLE_WORDS: Readonly<Record<Language, ArticleWords>> = { fr, en }

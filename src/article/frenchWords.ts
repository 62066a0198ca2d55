import type { ArticleWords } from './words.ts'

/** To how many decimals, where that is said without a number. */
const PLACES: Readonly<Record<string, string>> = { 0: 'à l’unité', 1: 'à une décimale' }

/** The words of an article in French. */
export const FRENCH_WORDS: ArticleWords = {
  title: directory => `Premiers résultats\u00a0: ${directory}`,
  about: publisher => `Cet annuaire est publié par ${publisher}.`,
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
  keptRows: (count, names) => `${count} lignes, dont rien n’est publié (secret statistique)\u00a0: ${names}.`,
  keptAll: 'Rien n’en est publié (secret statistique).',
  keptMore: count => `\u00a0; et ${count} de plus`,
  chartOf: title => `Graphique\u00a0: ${title}`,
  chartFile: 'Ce graphique en SVG',
  of: (n, base) => `${n} sur ${base}`,

  method: 'Comment lire ces chiffres',
  methodBase: others =>
    `${others ? 'Sauf dans les tableaux nommés plus bas, les' : 'Les'} parts sont celles de ceux qui ont répondu\u00a0: leur base compte chacun une fois, et n’est jamais la somme des réponses.`,
  methodCrossed:
    'Un tableau qui croise deux dimensions a une base pour chaque valeur de l’une d’elles, nommée sous le tableau\u00a0: le nombre de ceux qui ont cette valeur et ont renseigné l’autre dimension.',
  methodPopulation: tables =>
    tables === undefined
      ? 'Les parts sont celles de toute la population\u00a0: ceux qui n’ont pas répondu comptent dans leur base, chacun une fois.'
      : `Dans les tableaux qui suivent, les parts sont celles de toute la population, et ceux qui n’ont pas répondu comptent dans leur base\u00a0: ${tables}.`,
  methodTotals:
    'La part d’une population se rapporte à tout l’annuaire ou, pour une enquête, à toutes les réponses.',
  methodRates:
    'Un taux de réponse est la part de ceux à qui l’enquête a été adressée, qu’ils aient répondu ou non.',
  methodMissing:
    'Le nombre de ceux qui n’ont pas répondu est donné là où il y en a («\u00a0sans réponse\u00a0»).',
  methodRounding: ({ decimals, truncates, tables, others }) => {
    const places = PLACES[decimals] ?? `à ${decimals} décimales`
    const how = truncates ? `tronquées ${places}` : `arrondies ${places}, les demis vers le haut`
    return tables === undefined
      ? `${others ? 'Sauf dans les tableaux nommés plus bas, les' : 'Les'} parts sont ${how}, à partir des effectifs là où ils sont connus.`
      : `Dans les tableaux qui suivent, elles sont ${how}\u00a0: ${tables}.`
  },
  methodSeveral:
    'Là où plusieurs réponses sont possibles, un acteur compte une fois dans chacune des siennes\u00a0: la somme des parts peut dépasser 100\u00a0%.',
  methodSuppressed:
    'Les chiffres trop petits pour être montrés sans désigner quelqu’un, et ceux qui permettraient de les retrouver, ne sont pas publiés\u00a0; ils sont signalés comme tels.',
  methodWeighted:
    'Là où les effectifs sont pondérés, ce sont des sommes de poids et non des nombres d’acteurs\u00a0; la requête d’un chiffre donne les acteurs et leurs poids.',
  methodQueries:
    'Dans la page, chaque nombre qui est un lien mène à une requête SPARQL qui donne, un par ligne, ceux qu’il compte\u00a0: ni plus, ni moins. Aucun serveur n’est nécessaire. Depuis le dossier de cette page\u00a0:',
  methodQueriesOf:
    'Dans la page, chaque nombre qui est un lien mène à une requête SPARQL qui donne, un par ligne, ceux qu’il compte\u00a0: ni plus, ni moins. Aucun serveur n’est nécessaire. Depuis le dossier de cette page, ANNUAIRE étant celui de l’annuaire ou d’une de ses publications\u00a0:',
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
    `Données à la date du ${day}. Page écrite par annuaire-lod d’après les seuls tableaux de l’annuaire.`,

  comparedShare: (side, isClause) => (isClause ? `Part de ceux ${side}` : `Part (${side})`),
  comparedDifference: 'Écart, en points',
  comparedRatio: 'Rapport',
  comparedInterval: 'Écart, intervalle à 95\u00a0%',
  comparedBounds: (lower, upper) => `de ${lower} à ${upper}`,
  comparedByChance:
    'Aucun écart ne dépasse ce que le hasard du tirage suffit à expliquer (intervalles à 95\u00a0%).',
  withoutIntervals: {
    weighted: 'Les écarts n’ont pas d’intervalle\u00a0: les effectifs sont pondérés.',
    'no-counts': 'Les écarts n’ont pas d’intervalle\u00a0: les effectifs ne sont pas connus.',
    overlapping:
      'Les écarts n’ont pas d’intervalle\u00a0: les mêmes sont comptés des deux côtés, qui ne sont donc pas indépendants.',
  },
  comparedQueries: (side, isClause) => (isClause ? `part de ceux ${side}` : `part (${side})`),
  comparedRows: (shown, all) => `Les ${shown} premières lignes sur ${all}.`,
  comparedInReleases: title =>
    `La comparaison «\u00a0${title}\u00a0» est faite avec la publication précédente\u00a0: elle est dans chaque publication qui en a une avant elle.`,

  published: 'Chiffres publiés ailleurs',
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
  tallyOf: (figures, count) => `Sur ${figures} ${count < 2 ? 'chiffre publié' : 'chiffres publiés'}\u00a0:`,
  truncates: shares =>
    `La source tronque ses parts\u00a0: seule la troncature en explique ${shares}\u00a0; l’arrondi seul n’en explique aucune.`,
  rounds: shares =>
    `La source arrondit ses parts\u00a0: seul l’arrondi en explique ${shares}\u00a0; la troncature seule n’en explique aucune.`,
}

import type { Language } from '../../errors.ts'
import type { ChartKind } from './chartOptions.ts'

/** What charts say beside the labels and figures of their table. Numbers come written for people. */
export interface ChartWords {
  readonly kinds: Readonly<Record<ChartKind | 'total', string>>
  /** One of them, or so many. */
  readonly counted: Readonly<
    Record<'actors' | 'responses', (number: string, isOne: boolean, of: string) => string>
  >
  readonly shareOf: (share: string, n: string, base: string) => string
  readonly countOf: (n: string, base: string) => string
  readonly about: (share: string) => string
  readonly suppressed: string
  readonly noBase: string
  readonly noFigure: string
  readonly outsideBase: (n: string) => string
  readonly base: (counted: string) => string
  readonly baseKnown: (counted: string, dimension: string) => string
  readonly unknownOf: (missing: string, dimension: string) => string
  readonly basePerValue: (within: string, dimension: string | undefined) => string
  readonly panelBase: (base: string) => string
  readonly unit: (unit: string) => string
  readonly several: string
  readonly weighted: (field: string) => string
  readonly truncated: string
  readonly keptBack: string
  readonly isMeasure: (measure: string) => string
  readonly notDrawn: (count: string) => string
  readonly nothing: string
  readonly population: string
  readonly folded: (count: string) => string
  readonly greatest: (values: string) => string
  readonly rows: (count: string, isOne: boolean) => string
  readonly tableBeside: string
  /** A value, and what there is of it. */
  readonly of: (label: string, figure: string) => string
  readonly list: (items: readonly string[]) => string
  readonly classOf: (from: string, to: string, count: string) => string
  readonly absent: string
  readonly notOnMap: (values: string) => string
}

export const CHART_WORDS: Readonly<Record<Language, ChartWords>> = {
  fr: {
    kinds: {
      bars: 'Diagramme en barres',
      stacked: 'Barres empilées, chacune de 100\u00a0%',
      multiples: 'Diagrammes en barres à la même échelle, côte à côte',
      map: 'Carte',
      total: 'Barre unique',
    },
    counted: {
      actors: (number, isOne, of) => `${number}\u00a0${isOne ? 'acteur' : 'acteurs'}${of}`,
      responses: (number, isOne, of) => `${number}\u00a0${isOne ? 'réponse' : 'réponses'}${of}`,
    },
    shareOf: (share, n, base) => `${share} (${n} sur ${base})`,
    countOf: (n, base) => `${n} sur ${base}`,
    about: share => `environ ${share}`,
    suppressed: 'secret statistique',
    noBase: 'sans objet (base\u00a0: 0)',
    noFigure: 'valeur inconnue',
    outsideBase: n => `${n}, hors base`,
    base: counted => `Base\u00a0: ${counted}.`,
    baseKnown: (counted, dimension) => `Base\u00a0: ${counted} («\u00a0${dimension}\u00a0» renseigné).`,
    unknownOf: (missing, dimension) => `«\u00a0${dimension}\u00a0» n’est pas renseigné pour ${missing}.`,
    basePerValue: (within, dimension) =>
      `Base\u00a0: pour chaque valeur de «\u00a0${within}\u00a0», ${
        dimension === undefined ? 'toute sa population' : `ceux dont «\u00a0${dimension}\u00a0» est renseigné`
      }.`,
    panelBase: base => `base\u00a0: ${base}`,
    unit: unit => `Parts en pourcentage de\u00a0: ${unit}.`,
    several: 'Plusieurs réponses possibles\u00a0: la somme des parts peut dépasser 100\u00a0%.',
    weighted: field => `Effectifs pondérés par «\u00a0${field}\u00a0».`,
    truncated: 'Parts tronquées, non arrondies.',
    keptBack: 'Secret statistique\u00a0: effectif trop petit, ou qui en révélerait un, non publié.',
    isMeasure: measure => `Grandeur représentée\u00a0: ${measure.toLowerCase()}.`,
    notDrawn: count => `Non représentées, mais dans le tableau\u00a0: ${count} autres lignes.`,
    nothing: 'Aucune donnée à représenter.',
    population: 'Population étudiée',
    folded: count => `${count} autres valeurs réunies`,
    greatest: values => `Valeurs les plus élevées\u00a0: ${values}.`,
    rows: (count, isOne) => `${count}\u00a0${isOne ? 'valeur' : 'valeurs'}.`,
    tableBeside: 'Le tableau de données qui accompagne ce graphique donne toutes les valeurs.',
    of: (label, figure) => `${label}\u00a0: ${figure}`,
    list: items => items.join('\u00a0; '),
    classOf: (from, to, count) => `${from === to ? from : `${from} à ${to}`} (${count})`,
    absent: 'absent du tableau',
    notOnMap: values => `Hors de la carte\u00a0: ${values}.`,
  },
  en: {
    kinds: {
      bars: 'Bar chart',
      stacked: 'Stacked bars, each of 100%',
      multiples: 'Bar charts on the same scale, side by side',
      map: 'Map',
      total: 'Single bar',
    },
    counted: {
      actors: (number, isOne, of) => `${number} ${isOne ? 'actor' : 'actors'}${of}`,
      responses: (number, isOne, of) => `${number} ${isOne ? 'response' : 'responses'}${of}`,
    },
    shareOf: (share, n, base) => `${share} (${n} of ${base})`,
    countOf: (n, base) => `${n} of ${base}`,
    about: share => `about ${share}`,
    suppressed: 'confidential',
    noBase: 'not applicable (base: 0)',
    noFigure: 'unknown value',
    outsideBase: n => `${n}, outside the base`,
    base: counted => `Base: ${counted}.`,
    baseKnown: (counted, dimension) => `Base: ${counted} (“${dimension}” known).`,
    unknownOf: (missing, dimension) => `“${dimension}” is not known of ${missing}.`,
    basePerValue: (within, dimension) =>
      `Base: for each value of “${within}”, ${
        dimension === undefined ? 'its whole population' : `those whose “${dimension}” is known`
      }.`,
    panelBase: base => `base: ${base}`,
    unit: unit => `Shares are percentages of: ${unit}.`,
    several: 'Several answers are possible: the shares may add up to more than 100%.',
    weighted: field => `Counts are weighted by “${field}”.`,
    truncated: 'Shares are truncated, not rounded.',
    keptBack: 'Confidential: a count too small, or one that would give such a count away, is not published.',
    isMeasure: measure => `What is drawn: ${measure.toLowerCase()}.`,
    notDrawn: count => `Not drawn, but in the table: ${count} more rows.`,
    nothing: 'There are no data to draw.',
    population: 'Population studied',
    folded: count => `${count} other values together`,
    greatest: values => `Greatest values: ${values}.`,
    rows: (count, isOne) => `${count} ${isOne ? 'value' : 'values'}.`,
    tableBeside: 'The data table beside this chart has all values.',
    of: (label, figure) => `${label}: ${figure}`,
    list: items => items.join('; '),
    classOf: (from, to, count) => `${from === to ? from : `${from} to ${to}`} (${count})`,
    absent: 'not in the table',
    notOnMap: values => `Not on the map: ${values}.`,
  },
}

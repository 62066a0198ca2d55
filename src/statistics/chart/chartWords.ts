import type { Language } from '../../errors.ts'
import type { ChartKind } from './chartOptions.ts'

/** What charts say beside the labels and figures of their table. Numbers come written for people. */
export interface ChartWords {
  readonly kinds: Readonly<Record<ChartKind | 'total', string>>
  readonly shareOf: (share: string, n: string, base: string) => string
  readonly about: (share: string) => string
  readonly suppressed: string
  readonly noBase: string
  readonly noFigure: string
  readonly outsideBase: (n: string) => string
  readonly panelBase: (base: string) => string
  readonly truncated: string
  readonly isMeasure: (measure: string) => string
  readonly notDrawn: (count: string, isOne: boolean) => string
  readonly nothing: string
  readonly population: string
  readonly folded: (count: string) => string
  readonly greatest: (values: string) => string
  readonly rows: (count: string, isOne: boolean) => string
  readonly othersTogether: string
  readonly tableBeside: string
  /** A value, and what there is of it. */
  readonly of: (label: string, figure: string) => string
  readonly list: (items: readonly string[]) => string
  readonly classOf: (from: string, to: string, count: string) => string
  readonly legend: (measure: string) => string
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
    shareOf: (share, n, base) => `${share} (${n} sur ${base})`,
    about: share => `environ ${share}`,
    suppressed: 'secret statistique',
    noBase: 'sans objet (base\u00a0: 0)',
    noFigure: 'valeur inconnue',
    outsideBase: n => `${n}, hors base`,
    panelBase: base => `base\u00a0: ${base}`,
    truncated: 'Parts tronquées, non arrondies.',
    isMeasure: measure => `Grandeur représentée\u00a0: ${measure.toLowerCase()}.`,
    notDrawn: (count, isOne) =>
      isOne
        ? 'Non représentée, mais dans le tableau\u00a0: une autre ligne.'
        : `Non représentées, mais dans le tableau\u00a0: ${count} autres lignes.`,
    nothing: 'Aucune donnée à représenter.',
    population: 'Population étudiée',
    folded: count => `${count} autres valeurs réunies`,
    greatest: values => `Valeurs les plus élevées\u00a0: ${values}.`,
    rows: (count, isOne) => `${count}\u00a0${isOne ? 'valeur' : 'valeurs'}.`,
    othersTogether: 'Les autres valeurs sont réunies en une ligne.',
    tableBeside: 'Le tableau de données qui accompagne ce graphique donne toutes les valeurs.',
    of: (label, figure) => `${label}\u00a0: ${figure}`,
    list: items => items.join('\u00a0; '),
    classOf: (from, to, count) => `${from === to ? from : `${from} à ${to}`} (${count})`,
    legend: measure => `${measure} (nombre de territoires)`,
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
    shareOf: (share, n, base) => `${share} (${n} of ${base})`,
    about: share => `about ${share}`,
    suppressed: 'confidential',
    noBase: 'not applicable (base: 0)',
    noFigure: 'unknown value',
    outsideBase: n => `${n}, outside the base`,
    panelBase: base => `base: ${base}`,
    truncated: 'Shares are truncated, not rounded.',
    isMeasure: measure => `What is drawn: ${measure.toLowerCase()}.`,
    notDrawn: (count, isOne) =>
      `Not drawn, but in the table: ${isOne ? 'one more row' : `${count} more rows`}.`,
    nothing: 'There are no data to draw.',
    population: 'Population studied',
    folded: count => `${count} other values together`,
    greatest: values => `Greatest values: ${values}.`,
    rows: (count, isOne) => `${count} ${isOne ? 'value' : 'values'}.`,
    othersTogether: 'The other values are in one row together.',
    tableBeside: 'The data table beside this chart has all values.',
    of: (label, figure) => `${label}: ${figure}`,
    list: items => items.join('; '),
    classOf: (from, to, count) => `${from === to ? from : `${from} to ${to}`} (${count})`,
    legend: measure => `${measure} (number of territories)`,
    absent: 'not in the table',
    notOnMap: values => `Not on the map: ${values}.`,
  },
}

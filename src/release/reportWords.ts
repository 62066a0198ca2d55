import type { CellStatus } from '../crosswalk/crosswalk.ts'
import type { Language } from '../errors.ts'
import type { Severity } from '../validation/report.ts'

/** The words of the report page. */
export interface ReportWords {
  readonly heading: (title: string) => string
  readonly summary: (date: string, actors: string, rows: string, rejected: string) => string
  readonly conforms: string
  readonly fails: string
  readonly sources: string
  readonly noSources: string
  readonly sourceLine: (name: string) => string
  readonly file: string
  readonly format: string
  readonly encoding: string
  readonly delimiter: string
  readonly tab: string
  readonly rows: string
  readonly accepted: string
  readonly rejectedRows: string
  readonly columnsOf: (name: string) => string
  readonly column: string
  readonly field: string
  readonly notMapped: string
  readonly ignoredBecause: (reason: string) => string
  readonly total: string
  readonly status: Readonly<Record<CellStatus, string>>
  readonly findings: string
  readonly noFindings: string
  readonly rule: string
  readonly severity: string
  readonly count: string
  readonly example: string
  readonly severities: Readonly<Record<Severity, string>>
  readonly errors: string
  readonly noErrors: string
  readonly warnings: string
  readonly noWarnings: string
  readonly line: string
  readonly value: string
  readonly message: string
  readonly unmatched: string
  readonly noUnmatched: string
  readonly paste: string
  readonly source: string
  readonly nearest: string
  readonly none: string
  readonly repairs: string
  readonly noRepairs: string
  readonly before: string
  readonly after: string
  readonly tables: string
  readonly noTables: string
  readonly query: string
  readonly more: (count: string) => string
  readonly surveys: string
  readonly surveySummary: (date: string, responses: string, respondents: string) => string
  readonly surveyPrivacy: string
  readonly surveyFindings: string
  readonly counted: string
}

const fr: ReportWords = {
  heading: title => `Rapport de publication\u00a0: ${title}`,
  summary: (date, actors, rows, rejected) =>
    `Version du ${date}. Acteurs publiés\u00a0: ${actors}. Lignes lues\u00a0: ${rows}, dont laissées de côté\u00a0: ${rejected}.`,
  conforms: 'Les données sont conformes.',
  fails: 'Les données ne sont pas toutes conformes\u00a0: les lignes en erreur ne sont pas publiées.',
  sources: 'Sources lues',
  noSources: 'Aucune source.',
  sourceLine: name => `Source «\u00a0${name}\u00a0»`,
  file: 'Fichier',
  format: 'Format',
  encoding: 'Encodage',
  delimiter: 'Séparateur',
  tab: 'tabulation',
  rows: 'Lignes',
  accepted: 'Publiées',
  rejectedRows: 'Laissées de côté',
  columnsOf: name => `Cellules par colonne de la source «\u00a0${name}\u00a0»`,
  column: 'Colonne',
  field: 'Champ',
  notMapped: 'aucun',
  ignoredBecause: reason => `ignorée\u00a0: ${reason}`,
  total: 'Total',
  status: {
    mapped: 'Reprises',
    repaired: 'Réparées',
    rejected: 'Rejetées',
    ignored: 'Ignorées',
    empty: 'Vides',
    unmapped: 'Non décrites',
  },
  findings: 'Constats',
  noFindings: 'Aucun constat.',
  rule: 'Règle',
  severity: 'Gravité',
  count: 'Nombre',
  example: 'Exemple',
  severities: { violation: 'Erreur', warning: 'Avertissement', info: 'Remarque' },
  errors: 'Erreurs à corriger',
  noErrors: 'Aucune erreur.',
  warnings: 'À vérifier',
  noWarnings: 'Rien à vérifier.',
  line: 'Ligne',
  value: 'Valeur',
  message: 'Message',
  unmatched: 'Valeurs absentes des listes',
  noUnmatched: 'Toutes les valeurs sont dans leur liste.',
  paste: 'Ligne de la colonne dans annuaire.yaml, si les premières conviennent',
  source: 'Source',
  nearest: 'Valeurs proches',
  none: 'aucune',
  repairs: 'Réparations',
  noRepairs: 'Aucune réparation.',
  before: 'Exemple, avant',
  after: 'Exemple, après',
  tables: 'Statistiques',
  noTables: 'Aucune statistique.',
  query: 'requête SPARQL',
  more: count => `Lignes de plus dans report.json\u00a0: ${count}.`,
  surveys: 'Enquêtes',
  surveySummary: (date, responses, respondents) =>
    `Close le ${date}. Réponses\u00a0: ${responses}. Acteurs de l’annuaire qui ont répondu\u00a0: ${respondents}.`,
  surveyPrivacy:
    'Les réponses ne sont pas publiées, et rien n’en est cité ici. La commande annuaire check montre chaque cas à ceux qui tiennent les fichiers.',
  surveyFindings: 'Constats par colonne',
  counted: 'Comptées',
}

const en: ReportWords = {
  heading: title => `Publication report: ${title}`,
  summary: (date, actors, rows, rejected) =>
    `Release of ${date}. Actors published: ${actors}. Rows read: ${rows}, of which left out: ${rejected}.`,
  conforms: 'The data conforms.',
  fails: 'Not all of the data conforms: rows with errors are not published.',
  sources: 'Sources read',
  noSources: 'No source.',
  sourceLine: name => `Source “${name}”`,
  file: 'File',
  format: 'Format',
  encoding: 'Encoding',
  delimiter: 'Delimiter',
  tab: 'tab',
  rows: 'Rows',
  accepted: 'Published',
  rejectedRows: 'Left out',
  columnsOf: name => `Cells by column of the source “${name}”`,
  column: 'Column',
  field: 'Field',
  notMapped: 'none',
  ignoredBecause: reason => `ignored: ${reason}`,
  total: 'Total',
  status: {
    mapped: 'Mapped',
    repaired: 'Repaired',
    rejected: 'Rejected',
    ignored: 'Ignored',
    empty: 'Empty',
    unmapped: 'Not described',
  },
  findings: 'Findings',
  noFindings: 'No finding.',
  rule: 'Rule',
  severity: 'Severity',
  count: 'Count',
  example: 'Example',
  severities: { violation: 'Error', warning: 'Warning', info: 'Note' },
  errors: 'Errors to correct',
  noErrors: 'No error.',
  warnings: 'To check',
  noWarnings: 'Nothing to check.',
  line: 'Line',
  value: 'Value',
  message: 'Message',
  unmatched: 'Values that are in no list',
  noUnmatched: 'All values are in their list.',
  paste: 'Line of the column in annuaire.yaml, where the first ones are right',
  source: 'Source',
  nearest: 'Near values',
  none: 'none',
  repairs: 'Repairs',
  noRepairs: 'No repair.',
  before: 'Example, before',
  after: 'Example, after',
  tables: 'Statistics',
  noTables: 'No statistic.',
  query: 'SPARQL query',
  more: count => `Further lines in report.json: ${count}.`,
  surveys: 'Surveys',
  surveySummary: (date, responses, respondents) =>
    `Closed on ${date}. Responses: ${responses}. Actors of the directory that answered: ${respondents}.`,
  surveyPrivacy:
    'Responses are not published, and nothing of them is quoted here. The command annuaire check shows each case to those who keep the files.',
  surveyFindings: 'Findings by column',
  counted: 'Counted',
}

/** The words of the report page, by language. */
export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = { fr, en }

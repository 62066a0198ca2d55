/** What people write into a cell to say that there is no answer, in lower case. */
const MARKERS: ReadonlySet<string> = new Set([
  ...[
    'nc',
    'n/c',
    'n.c.',
    'n.c',
    'nd',
    'n/d',
    'n.d.',
    '#n/d',
    'nr',
    'n/r',
    'n.r.',
    'na',
    'n/a',
    'n.a.',
    '#n/a',
  ],
  ...['so', 's/o', 's.o.', 's.o', 'sans objet', 'non renseigné', 'non renseignée', 'non renseigne'],
  ...['non communiqué', 'non communiquée', 'non disponible', 'non connu', 'inconnu', 'inconnue', 'unknown'],
  ...[
    'néant',
    'neant',
    'aucun',
    'aucune',
    'vide',
    'null',
    'none',
    'nan',
    'undefined',
    'nil',
    '(vide)',
    '#ref!',
  ],
  ...['-', '--', '---', '–', '—', '_', '.', '..', '...', '/', '?', '??', '*', 'à compléter', 'not available'],
])

/** Whether a trimmed text says that there is no answer. */
export function isNullMarker(text: string): boolean {
  return text.length <= 16 && MARKERS.has(text.toLowerCase())
}

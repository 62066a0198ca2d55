import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { CONFIGURATION, HEADER, SURVEY } from './writeDirectory.ts'

/** Comparisons of each kind: of other values together, kept back, of samples, weighted, of a total, over time, of respondents. */
const STATISTICS = `
  pareto:
    title: { fr: Effectifs, en: Members }
    dimensions: [members]
    population: { legalForm: [asso] }
    top: 1
    compare: { villes: { title: { fr: Les villes, en: Towns }, with: { legalForm: [ville] } } }
  secret:
    title: { fr: Tailles, en: Sizes }
    dimensions: [size]
    population: { legalForm: [asso] }
    suppressBelow: 7
    showMissing: true
    compare: { tous: { title: { fr: Tous, en: All }, with: directory } }
  croise:
    title: { fr: Tailles par nature, en: Sizes by kind }
    dimensions: [legalForm, size]
    within: legalForm
    population: { foundingYear: ["2004"] }
    compare: { anciens: { title: { fr: Anciens, en: Old }, with: { foundingYear: ["2003"] }, samples: both } }
  pondere:
    title: { fr: Pondéré, en: Weighted }
    dimensions: [legalForm]
    weight: members
    compare: { grandes: { title: { fr: Grandes, en: Large }, with: { size: [grande] }, samples: both } }
  total:
    title: { fr: En tout, en: All in all }
    dimensions: []
    population: { legalForm: [asso] }
    compare: { tous: { title: { fr: Tous, en: All }, with: directory } }
  temps:
    title: { fr: Natures, en: Kinds }
    dimensions: [legalForm]
    compare: { avant: { title: { fr: Avant, en: Before }, with: previous } }
${SURVEY}    invited: all
    responseBy: legalForm
`

/** The names of all comparisons but the one over time, in the order of their statistics. */
export const COMPARED = [
  'pareto.compare.villes',
  'secret.compare.tous',
  'croise.compare.anciens',
  'pondere.compare.grandes',
  'total.compare.tous',
  'essai-response-legalForm.compare.respondents',
]

/** The comparison that only a second release has. */
export const OVER_TIME = 'temps.compare.avant'

/** Associations and municipalities, small and large, of 10 to 12 members; the sizes of some are not known. */
function rowsOf(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const kind = index % 3 === 0 ? 'Commune' : 'Association'
    const size = ['Petite', 'grande', 'Petite', ''][index % 4]
    return `r${index};Structure ${index};${kind};;;;;${2003 + (index % 2)};${size};${10 + (index % 3)};;2019-05-01`
  })
}

export const configurationOf = (date: string): string =>
  CONFIGURATION.replace('2020-01-31', date).trimEnd() + STATISTICS

/** The folder of a directory with comparisons of each kind, for all tests of a file. */
export async function comparedFolder(count = 24): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'annuaire-test-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const answers = [0, 1, 2, 3, 4, 5, 7].map(index => `n${index};r${index};bon`)
  await writeFile(join(folder, 'annuaire.yaml'), configurationOf('2020-01-31'))
  await writeFile(join(folder, 'acteurs.csv'), actorsOf(count))
  await writeFile(join(folder, 'reponses.csv'), ['Réponse;Acteur;Avis', ...answers].join('\n'))
  return folder
}

/** The file of so many actors. */
export function actorsOf(count: number): string {
  return [HEADER, ...rowsOf(count)].join('\r\n')
}

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { seeded } from './random.ts'

const FORMS = [
  'Association',
  'Collectivité territoriale',
  'SEM',
  'GIP',
  'EPCI',
  'Syndicat mixte',
  'S.E.M.',
  'association',
]
const MISSIONS = [
  'Veille technologique',
  'Formation',
  'Information',
  'Conseil',
  'Expérimentation',
  'Mise en réseau',
]
const AUDIENCES = ['Collectivités', 'Entreprises', 'Particuliers', 'Associations']
const REGIONS = ['Bretagne', 'Aquitaine', 'Rhône-Alpes', 'Corse', 'La Réunion', 'Bourgogne']
const COMMUNES = ['35238', '33063', '69123', '2A004', '97411', '21231', '59350', '06088']

const COLUMNS = [
  'Identifiant',
  'Nom',
  'Sigle',
  'Forme juridique',
  'Région',
  'Département',
  'Code commune',
  'Commune',
  'Latitude',
  'Longitude',
  'Missions',
  'Publics',
  'Site web',
  'Courriel public',
  'Description',
  'Partenaires',
  'Financeurs',
  'Bonnes pratiques',
  'Nombre de membres',
  'Mise à jour',
  'Contact (non diffusé)',
] as const

/** Writes a directory of so many rows of 21 columns, as French spreadsheets export them. The same seed, the same bytes. */
export async function generateCsv(path: string, rows: number, seed = 1): Promise<void> {
  const random = seeded(seed)
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!
  const some = (values: readonly string[]) => values.filter(() => random() < 0.3).join(' | ') || values[0]!
  const file = createWriteStream(path)
  let text = `${COLUMNS.join(';')}\r\n`
  for (let row = 1; row <= rows; row += 1) {
    const commune = pick(COMMUNES)
    const day = String(1 + Math.floor(random() * 28)).padStart(2, '0')
    const description =
      random() < 0.2
        ? `"Accueil du public; ateliers, le ""jeudi""\n sur rendez-vous"`
        : 'Accueil du public et ateliers sur rendez-vous'
    text += [
      String(row).padStart(7, '0'),
      `Structure n° ${row} ${random() < 0.05 ? ' ' : ''}`,
      random() < 0.3 ? `S${row}` : '',
      random() < 0.02 ? 'guilde' : pick(FORMS),
      pick(REGIONS),
      commune.slice(0, commune.startsWith('97') ? 3 : 2),
      commune,
      'Ville',
      (42 + random() * 8).toFixed(5).replace('.', ','),
      (-1 + random() * 7).toFixed(5).replace('.', ','),
      some(MISSIONS),
      some(AUDIENCES),
      random() < 0.6 ? `https://structure-${row}.example.org/` : '',
      random() < 0.5 ? `contact@structure-${row}.example.org` : 'NC',
      description,
      random() < 0.3 ? `Partenaire ${row % 977}|Partenaire ${row % 131}` : '',
      random() < 0.2 ? `Financeur ${row % 53}` : '',
      random() < 0.1 ? `Action ${row % 211}` : '',
      random() < 0.5 ? Math.floor(random() * 4000) : '',
      `${day}/0${1 + Math.floor(random() * 9)}/2010`,
      `Personne ${row}`,
    ].join(';')
    text += '\r\n'
    if (text.length > 1 << 20) {
      if (!file.write(text)) await once(file, 'drain')
      text = ''
    }
  }
  file.end(text)
  await once(file, 'close')
}

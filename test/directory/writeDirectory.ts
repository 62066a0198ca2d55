import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Directory, openDirectory } from '../../src/index.ts'
import { temporaryFolder } from '../temporaryFolder.ts'

/** Writes files into a folder of their own. */
export async function writeFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await temporaryFolder()
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return folder
}

/** A text in Windows-1252: Latin-1, and the curved apostrophe that it lacks. */
export function toWindows1252(text: string): Uint8Array {
  return Buffer.from(text.replaceAll('’', '\u0092'), 'latin1')
}

/** A small directory whose schemes, fields and statistics are its own. */
export const CONFIGURATION = `title: { fr: Annuaire d’essai, en: Test directory }
publisher: { name: Une association }
licence: https://spdx.org/licenses/etalab-2.0
base: https://annuaire.example.org
language: fr
date: 2020-01-31
codeLists: { legalForm: natures }
schemes:
  natures:
    title: { fr: Natures, en: Kinds }
    concepts:
      asso: { label: { fr: Association, en: Association }, organisationClasses: [org:FormalOrganization] }
      ville: { label: { fr: Commune, en: Municipality }, organisationClasses: [cv:PublicOrganisation] }
  tailles:
    title: { fr: Tailles, en: Sizes }
    concepts:
      petite: { label: { fr: Petite, en: Small } }
      grande: { label: { fr: Grande, en: Large } }
fields:
  size: { label: { fr: Taille, en: Size }, scheme: tailles, public: true }
  members: { label: { fr: Adhérents, en: Members }, datatype: integer, public: true }
  president: { label: { fr: Présidence, en: President }, datatype: string, public: false }
sources:
  acteurs:
    file: acteurs.csv
    key: Numéro
    columns:
      Nom: name
      Nature: legalForm
      Siren: siren
      Site: homepage
      Latitude: location.latitude
      Longitude: location.longitude
      Créée: founded
      Taille: size
      Adhérents: members
      Présidence: president
      Mise à jour: modified
statistics:
  natures: { title: { fr: Natures, en: Kinds }, dimensions: [legalForm] }
  tailles: { title: { fr: Tailles, en: Sizes }, dimensions: [size] }
  adherents: { title: { fr: Adhérents, en: Members }, dimensions: [members] }
`

export const HEADER =
  'Numéro;Nom;Nature;Siren;Site;Latitude;Longitude;Créée;Taille;Adhérents;Présidence;Mise à jour'

/** Rows without a fault. */
export const GOOD: readonly string[] = [
  'a1;Le Lien;Association;732829320;https://lien.example/;48,1;-1,6;2003;Petite;12;Zoé Secret;2019-05-01',
  'a2;Médiathèque d’Évreux;Commune;;https://lien.example/;;;17/02/2010;grande;;Zoé Secret;2019-06-30',
]

/** Opens a directory of these rows. */
export async function directoryOf(
  rows: readonly string[],
  configuration = CONFIGURATION,
  encode: (text: string) => string | Uint8Array = text => text,
): Promise<{ directory: Directory; folder: string }> {
  const csv = encode([HEADER, ...rows].join('\r\n'))
  const folder = await writeFolder({ 'annuaire.yaml': configuration, 'acteurs.csv': csv })
  return { directory: await openDirectory(folder), folder }
}

/** A survey of one question, whose respondents are actors; what follows may say who was asked. */
export const SURVEY = `surveys:
  essai:
    title: { fr: Enquête d’essai, en: Test survey }
    date: 2020-01-31
    questions:
      avis: { label: { fr: Avis, en: Opinion }, type: single, options: { bon: Bon, mauvais: Mauvais } }
    sources:
      reponses:
        file: reponses.csv
        key: Réponse
        columns: { Acteur: { field: respondent, reference: acteurs }, Avis: avis }
`

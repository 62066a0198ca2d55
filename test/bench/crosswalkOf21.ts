import { schemaFor } from '../../src/actor/schemaFor.ts'
import { type Crosswalk, createCrosswalk, loadVocabulary } from '../../src/index.ts'
import { createRecordsGate, type RecordsGate } from '../../src/validation/records.ts'
import { loadCommunes } from '../../src/vocabulary/communes.ts'

const MEMBERS = {
  name: 'members',
  property: 'https://annuaire.example.org/def/onto#members',
  label: { fr: 'Membres', en: 'Members' },
  datatype: 'integer',
  public: true,
  multiple: false,
} as const

/** The crosswalk of a generated file, and the gate that its records pass. */
export async function crosswalkOf21(): Promise<{ crosswalk: Crosswalk; gate: RecordsGate }> {
  const { schemes } = await loadVocabulary()
  const names = {
    legalForm: 'legal-forms',
    legalCategory: 'cj',
    missions: 'missions',
    audiences: 'audiences',
  } as const
  const schemeOf = (field: string) => schemes.get(names[field as keyof typeof names] ?? '')
  const iris = (field: keyof typeof names) => schemeOf(field)!.concepts.map(({ iri }) => iri)
  const gate = await createRecordsGate(
    schemaFor({
      schemes: {
        legalForm: iris('legalForm'),
        legalCategory: iris('legalCategory'),
        missions: iris('missions'),
        audiences: iris('audiences'),
      },
      fields: [MEMBERS],
    }),
  )
  const crosswalk = createCrosswalk(
    {
      name: 'acteurs',
      key: ['Identifiant'],
      nullMarkers: ['NC', '-'],
      columns: new Map(
        Object.entries({
          Nom: [{ field: 'name' }],
          Sigle: [{ field: 'acronym' }],
          'Forme juridique': [{ field: 'legalForm' }],
          Région: [{ field: 'address.region' }],
          Département: [{ field: 'address.department' }],
          'Code commune': [{ field: 'address.commune' }],
          Commune: [{ field: 'address.locality' }],
          Latitude: [{ field: 'location.latitude' }],
          Longitude: [{ field: 'location.longitude' }],
          Missions: [{ field: 'missions', split: '|' }],
          Publics: [{ field: 'audiences', split: '|' }],
          'Site web': [{ field: 'homepage' }],
          'Courriel public': [{ field: 'email' }],
          Description: [{ field: 'description' }],
          Partenaires: [{ field: 'partners', split: '|' }],
          Financeurs: [{ field: 'funders', split: '|' }],
          'Bonnes pratiques': [{ field: 'actions', split: '|' }],
          'Nombre de membres': [{ field: 'members' }],
          'Mise à jour': [{ field: 'modified' }],
        }),
      ),
      derive: [],
      parts: [],
      ignore: new Map([['Contact (non diffusé)', 'personnes']]),
    },
    {
      base: 'https://annuaire.example.org',
      fields: [MEMBERS],
      schemeOf,
      communes: await loadCommunes(),
      departments: schemes.get('departements')!,
      regionSchemes: [schemes.get('regions-2010')!, schemes.get('regions-2016')!],
    },
  )
  return { crosswalk, gate }
}

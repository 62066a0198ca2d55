import { expect, test } from 'vitest'
import {
  announcesPersons,
  fieldsNamedBy,
  identifierLikeness,
  isTechnical,
  registerNamedBy,
} from '../../src/proposal/dictionary.ts'
import { headerPhrase } from '../../src/proposal/headerWords.ts'

test.each([
  ['Dernière MAJ', 'derniere maj'],
  ['code_postal', 'code postal'],
  ['codePostal', 'code postal'],
  ['Nom de la structure', 'nom structure'],
  ['N°', 'no'],
  ['Adresse / Ville', 'ville'],
  ['locations[].geonames_details.lat', 'lat'],
  ['names[].value', 'names'],
  ['admin.last_modified.date', 'last modified date'],
])('%s is compared as "%s"', (header, phrase) => expect(headerPhrase(header)).toBe(phrase))

test.each([
  ['Nom', 'name'],
  ['Raison sociale', 'name'],
  ['lib_fs', 'name'],
  ['NOM_STRUCTURE', 'name'],
  ['Sigle', 'acronym'],
  ['Forme juridique', 'legalForm'],
  ['Typologie', 'legalForm'],
  ['SIRET', 'siret'],
  ['Code postal', 'address.postcode'],
  ['CP', 'address.postcode'],
  ['Commune', 'address.locality'],
  ['lib_com', 'address.locality'],
  ['Code Insee', 'address.commune'],
  ['insee_com', 'address.commune'],
  ['insee_dep', 'address.department'],
  ['Région', 'address.region'],
  ['LAT', 'location.latitude'],
  ['LNG', 'location.longitude'],
  ['Coord. X', 'x'],
  ['geo_point_2d', 'point'],
  ['Téléphone', 'telephone'],
  ['NUM_TEL', 'telephone'],
  ['Courriel', 'email'],
  ['e-mail', 'email'],
  ['Site internet', 'homepage'],
  ['date_maj', 'modified'],
  ['Mise à jour', 'modified'],
  ['Horaires d’ouverture', 'openingHours'],
  ['presentation_resume', 'description'],
  ['publics_accueillis', 'audiences'],
  ['Missions', 'missions'],
  ['parent_id', 'parents'],
  ['founding_date', 'founded'],
])('%s names %s first', (header, field) => expect(fieldsNamedBy(header)[0]?.field).toBe(field))

test.each(['organization_id', 'type_code', 'Nombre de postes', 'xyz', ''])('%s names no field', header =>
  expect(fieldsNamedBy(header).filter(({ score }) => score > 0.5)).toEqual([]),
)

test.each([
  'Contact (non diffusé)',
  'Nom du président',
  'prenom',
  'Responsable',
  'Tél. portable',
  'Qui a modifié',
])('%s announces persons', header => expect(announcesPersons(header)).toBe(true))

test.each(['Nom', 'Présence d’un médiateur', 'Mairie', 'Téléphone'])('%s does not', header =>
  expect(announcesPersons(header)).toBe(false),
)

test('identifiers, registers and technical columns', () => {
  expect(['id', 'Identifiant', 'ID_LieuMed', 'TYPO_UID', 'Nom'].map(identifierLikeness)).toEqual([
    2, 2, 2, 1, 0,
  ])
  expect(['gss-code', 'Wikidata', 'Nom'].map(registerNamedBy)).toEqual(['GSS', 'Wikidata', undefined])
  expect(['OBJECTID', 'the_geom', 'Nom'].map(isTechnical)).toEqual([true, true, false])
})

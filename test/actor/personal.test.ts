import { describe, expect, test } from 'vitest'
import { looksPersonal } from '../../src/actor/personal.ts'
import { fc } from '../fastCheck.ts'
import { typographyFaults } from '../frenchTypography.ts'

const code = (...[kind, value]: Parameters<typeof looksPersonal>) => looksPersonal(kind, value)?.code

describe('e-mail addresses', () => {
  test.each([
    'jean.dupont@exemple.fr',
    'Jean-Pierre.DUPONT@exemple.fr',
    'dupont.chloe@exemple.fr',
    'jean_dupont35@gmail.com',
    'veronique-bourdon@exemple.fr',
    'f.dupont@exemple.fr',
    'j.dupont-martin@exemple.fr',
    'yann@exemple.fr',
    'Chloé.dupont@exemple.fr',
    'peter.meier@exemple.ch',
    'prenom.nom@exemple.invalid',
  ])('%s is of a person', address => {
    expect(code('email', address)).toBe('personal-email')
  })

  // As they stand in files of French and Brazilian administrations.
  test.each([
    'contact@quartney.fr',
    'mairie.etauliers@gmail.com',
    'france.services@mairie-roquemaure.fr',
    'saint-trivier-de-courtes@france-services.gouv.fr',
    'agen-leon-blum@france-services.gouv.fr',
    'lachamp-raphael@france-services.gouv.fr',
    'santa-maria-siche@france-services.gouv.fr',
    'bibliotheque.stgenix@wanadoo.fr',
    'centre.gueguen@orange.fr',
    'f.services@cc-ce.com',
    'accueil.jean-macon@exemple.fr',
    'gabinete.ministro@agu.gov.br',
    'csab@exemple.fr',
    'pole.multimedia@agglo-saumur.fr',
    'jdupont@exemple.fr',
    'direction.claire@exemple.fr',
    '@exemple.fr',
    '',
  ])('%s is not', address => {
    expect(code('email', address)).toBeUndefined()
  })
})

describe('telephones', () => {
  test.each([
    '06 12 34 56 78',
    '07.12.34.56.78',
    '0612345678',
    '+33 6 12 34 56 78',
    '0033612345678',
    '+33 (0)6 12 34 56 78',
    '0690 12 34 56',
    '+590 690 12 34 56',
    '+262639123456',
    '+687 75 12 34',
    '+689 87 12 34 56',
    '02 99 12 34 56 / 06 12 34 56 78',
  ])('%s is a mobile', number => {
    expect(code('telephone', number)).toBe('personal-telephone')
  })

  test.each([
    '02 41 43 28 13',
    '+33 2 41 43 28 13',
    '0590 12 34 56',
    '+687 44 57 28',
    '08 00 12 34 56',
    '3939',
    // What stands where a number was withheld.
    '06 00 00 00 00',
    '12061234567890',
    'W0612345678',
  ])('%s is not', number => {
    expect(code('telephone', number)).toBeUndefined()
  })
})

describe('texts', () => {
  test.each([
    ['Contact\u00a0: Mme Claire PETIT', 'personal-name'],
    ['M. Dupont', 'personal-name'],
    ['Demander M. et Mme Martin', 'personal-name'],
    ['Monsieur D’Artagnan', 'personal-name'],
    ['MADAME DUPONT', 'personal-name'],
    ['Place du 8 Mai, Mme Durand', 'personal-name'],
    ['Appeler le 06 12 34 56 78', 'personal-telephone'],
    ['Écrire à jean.dupont@exemple.fr.', 'personal-email'],
  ])('%s: %s', (text, expected) => {
    expect(code('text', text)).toBe(expected)
  })

  test.each([
    'Madame la Directrice',
    'Monsieur le Maire',
    'Monsieur Le Maire',
    'M. le préfet',
    '12 rue M. Berthelot',
    'RUE M. BERTHELOT',
    'École Mme de Sévigné',
    'École Mme Curie',
    'A.M. Paris',
    'Écrire à contact@exemple.fr, tél. 02 41 43 28 13',
    'SIRET 73282932000074',
    'Maison Jean Moulin',
    '',
  ])('%s is harmless', text => {
    expect(code('text', text)).toBeUndefined()
  })
})

test('the messages say what to do, and not whom they are about', () => {
  for (const [kind, value] of [
    ['email', 'jean.dupont@exemple.fr'],
    ['telephone', '06 12 34 56 78'],
    ['text', 'Mme Durand'],
  ] as const) {
    const { message } = looksPersonal(kind, value)!
    expect(typographyFaults(message.fr)).toEqual([])
    expect(`${message.fr} ${message.en}`).not.toContain(value)
  }
})

test('any text is answered, a very long one too: were it in quadratic time, not before the test has to end', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('email', 'telephone', 'text'),
      (text, kind) => {
        looksPersonal(kind, text)
      },
    ),
  )
  for (const part of ['a', 'a@', '@', '0', '06.', '+33', 'M. ', 'rue M. ', 'Madame A, ']) {
    for (const kind of ['email', 'telephone', 'text'] as const) looksPersonal(kind, part.repeat(300_000))
  }
})

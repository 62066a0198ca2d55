/** What a comparison is called, and its sides. */
export const NAMED = {
  id: 'all',
  title: { fr: 'À tous', en: 'To all' },
  labels: {
    own: { fr: 'des villes', en: 'of the towns' },
    other: { fr: 'de l’annuaire', en: 'of the directory' },
  },
}

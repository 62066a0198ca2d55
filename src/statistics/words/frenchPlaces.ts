import type { Template } from './wording.ts'

/**
 * Prepositions of regions and départements, by the codes of Insee, as usage has them: « en » for most feminine names and
 * for those with « et », « dans » and the article for the others, « à » for a town and for islands.
 */
const PREPOSITIONS: Readonly<Record<Template, { regions?: string; departments?: string }>> = {
  'en {label}': {
    regions: '01 02 03 11 21 22 23 24 25 26 27 28 41 42 43 53 54 72 73 74 75 76 82 83 84 91 93 94',
    departments:
      '07 09 16 17 19 21 24 28 2A 2B 31 33 35 37 38 41 43 44 47 48 49 52 53 54 57 70 71 73 74 76 77 82 85 87 93 971 972 973',
  },
  'dans le {label}': {
    regions: '31 44',
    departments: '14 15 18 25 29 30 32 39 45 46 56 59 62 63 67 68 69 81 83 84 90 94 95',
  },
  'dans la {label}': { departments: '23 26 42 50 51 55 58 72 80 86' },
  'dans l’{label}': { departments: '01 02 03 10 11 12 27 34 36 60 61 89 91' },
  'dans les {label}': {
    regions: '32 52',
    departments: '04 05 06 08 13 22 40 64 65 66 78 79 88 92',
  },
  'à {label}': { regions: '04 06', departments: '75 974 976' },
}

/** Regions and départements with their prepositions, by level and code; a region that had another name by that too. */
export const FRENCH_PLACES: Readonly<Record<string, Template>> = {
  ...Object.fromEntries(
    Object.entries(PREPOSITIONS).flatMap(([template, { regions = '', departments = '' }]) => [
      ...keysOf('region', regions).map(key => [key, template]),
      ...keysOf('departement', departments).map(key => [key, template]),
    ]),
  ),
  'region-24 Centre': 'dans le {label}',
}

function keysOf(level: string, codes: string): readonly string[] {
  return codes.split(' ').flatMap(code => (code === '' ? [] : [`${level}-${code}`]))
}

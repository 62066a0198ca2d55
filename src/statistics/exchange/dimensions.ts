import type { FieldDatatype } from '../../actor/ownField.ts'
import { type GivenText, type LocalizedText, toLocalizedText } from '../../errors.ts'

/** What a table does not say of a dimension. */
export interface DimensionDescription {
  /** Default: that of a built-in dimension; of others the name. */
  readonly label?: GivenText
  /** IRI of the concept scheme that its values were taken from. Default: not said. */
  readonly scheme?: string
  /** Whether an actor may have several of its values. Default: whether one of a built-in dimension may; of others not. */
  readonly isMultiValued?: boolean
  /** Datatype of its values, where they are literals. Default: not said. */
  readonly datatype?: FieldDatatype
}

/** Descriptions of dimensions, by their names. */
export type DimensionDescriptions = Readonly<Record<string, DimensionDescription>>

/** A dimension with nothing left open. */
export interface DescribedDimension {
  readonly name: string
  readonly label: LocalizedText
  readonly scheme: string | undefined
  readonly isMultiValued: boolean
  readonly isTerritory: boolean
}

interface BuiltIn {
  readonly label: LocalizedText
  readonly isMultiValued?: true
  readonly isTerritory?: true
}

const BUILT_IN: Readonly<Record<string, BuiltIn>> = {
  legalForm: { label: { fr: 'Forme juridique', en: 'Legal form' } },
  legalCategory: { label: { fr: 'Catégorie juridique', en: 'Legal category' } },
  mission: { label: { fr: 'Mission', en: 'Mission' }, isMultiValued: true },
  audience: { label: { fr: 'Public', en: 'Audience' }, isMultiValued: true },
  seatRegion: { label: { fr: 'Région du siège', en: 'Region of the seat' }, isTerritory: true },
  seatDepartment: { label: { fr: 'Département du siège', en: 'Département of the seat' }, isTerritory: true },
  seatCommune: { label: { fr: 'Commune du siège', en: 'Commune of the seat' }, isTerritory: true },
  coveredRegion: {
    label: { fr: 'Région d’action', en: 'Region covered' },
    isMultiValued: true,
    isTerritory: true,
  },
  coveredDepartment: {
    label: { fr: 'Département d’action', en: 'Département covered' },
    isMultiValued: true,
    isTerritory: true,
  },
  coveredCommune: {
    label: { fr: 'Commune d’action', en: 'Commune covered' },
    isMultiValued: true,
    isTerritory: true,
  },
  foundingYear: { label: { fr: 'Année de création', en: 'Founding year' } },
  hasAnswered: { label: { fr: 'Participation', en: 'Participation' } },
  identifierKind: { label: { fr: 'Identifiant présent', en: 'Identifier present' }, isMultiValued: true },
}

/** Completes what is known of a dimension. */
export function describeDimension(name: string, given: DimensionDescriptions = {}): DescribedDimension {
  const { label, scheme, isMultiValued } = (Object.hasOwn(given, name) && given[name]) || {}
  const builtIn = Object.hasOwn(BUILT_IN, name) ? BUILT_IN[name] : undefined
  return {
    name,
    label: label ? toLocalizedText(label) : (builtIn?.label ?? { fr: name, en: name }),
    scheme,
    isMultiValued: isMultiValued ?? builtIn?.isMultiValued ?? false,
    isTerritory: builtIn?.isTerritory ?? false,
  }
}

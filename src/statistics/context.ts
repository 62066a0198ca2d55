import type { Language } from '../errors.ts'
import { VOCABULARY_BASE } from '../vocabulary/namespaces.ts'
import type { DefinitionContext } from './definition.ts'

/** What the statistics of a directory are compiled with. Each part has a default, that of a directory without its own. */
export interface StatisticContext extends Partial<DefinitionContext> {
  /** Language of the labels and of the title; where a label is missing, the other one. Default: `fr`. */
  readonly language?: Language
}

/** The IRIs of the shipped schemes, by the dimension that they give values to. */
const SHIPPED_SCHEMES = {
  legalForm: `${VOCABULARY_BASE}def/legal-forms`,
  legalCategory: `${VOCABULARY_BASE}def/cj`,
  mission: `${VOCABULARY_BASE}def/missions`,
  audience: `${VOCABULARY_BASE}def/audiences`,
}

/** Fills in what a context leaves open. */
export function completeContext(
  context: StatisticContext,
): DefinitionContext & { readonly language: Language } {
  return { language: 'fr', schemes: SHIPPED_SCHEMES, fields: [], ...context }
}

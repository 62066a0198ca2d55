import type { LocalizedText } from '../errors.ts'

type Compose = (parameter: string) => LocalizedText

/** What the core constraint components (SHACL §4) ask for, by local name; `parameter` is what the shape gives them. */
const REQUIREMENTS: Readonly<Record<string, Compose>> = {
  MinCountConstraintComponent: n => ({
    fr: `il faut au moins ${n} valeur(s)`,
    en: `at least ${n} value(s) must be there`,
  }),
  MaxCountConstraintComponent: n => ({
    fr: `il faut au plus ${n} valeur(s)`,
    en: `at most ${n} value(s) may be there`,
  }),
  ClassConstraintComponent: type => ({
    fr: `la valeur doit être une instance de <${type}>, déclarée dans le même graphe`,
    en: `the value must be an instance of <${type}>, declared in the same graph`,
  }),
  DatatypeConstraintComponent: type => ({
    fr: `la valeur doit être un littéral bien formé de type <${type}>`,
    en: `the value must be a well-formed literal of type <${type}>`,
  }),
  NodeKindConstraintComponent: kind => ({
    fr: `la valeur doit être de nature <${kind}>`,
    en: `the value must be of kind <${kind}>`,
  }),
  PatternConstraintComponent: pattern => ({
    fr: `la valeur doit suivre le motif ${pattern}`,
    en: `the value must match the pattern ${pattern}`,
  }),
  UniqueLangConstraintComponent: () => ({
    fr: 'il faut au plus un texte par langue',
    en: 'at most one text per language may be there',
  }),
  MinLengthConstraintComponent: n => ({
    fr: `la valeur doit avoir au moins ${n} caractère(s)`,
    en: `the value must have at least ${n} character(s)`,
  }),
}

/**
 * What to say of a SHACL result whose shape has no message of its own.
 *
 * @param path as SPARQL writes it, for example `<https://a.example/p>`; without one, the node itself is meant
 */
export function describeConstraint(component: string, parameter: string, path?: string): LocalizedText {
  const requirement = REQUIREMENTS[component]?.(parameter) ?? {
    fr: `la contrainte ${component} n’est pas respectée`,
    en: `the constraint ${component} is broken`,
  }
  const subject =
    path === undefined ? { fr: 'Nœud', en: 'Node' } : { fr: `Propriété ${path}`, en: `Property ${path}` }
  return {
    fr: `${subject.fr}\u00a0: ${requirement.fr}. Corrigez la donnée d’où elle provient.`,
    en: `${subject.en}: ${requirement.en}. Correct the data that it comes from.`,
  }
}

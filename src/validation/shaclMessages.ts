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
  MaxLengthConstraintComponent: n => ({
    fr: `la valeur doit avoir au plus ${n} caractère(s)`,
    en: `the value must have at most ${n} character(s)`,
  }),
  MinInclusiveConstraintComponent: bound => ({
    fr: `la valeur doit être ${bound} ou plus`,
    en: `the value must be ${bound} or more`,
  }),
  MinExclusiveConstraintComponent: bound => ({
    fr: `la valeur doit être plus que ${bound}`,
    en: `the value must be more than ${bound}`,
  }),
  MaxInclusiveConstraintComponent: bound => ({
    fr: `la valeur doit être ${bound} ou moins`,
    en: `the value must be ${bound} or less`,
  }),
  MaxExclusiveConstraintComponent: bound => ({
    fr: `la valeur doit être moins que ${bound}`,
    en: `the value must be less than ${bound}`,
  }),
  InConstraintComponent: values => ({
    fr: `la valeur doit être une de celles-ci\u00a0: ${values}`,
    en: `the value must be one of these: ${values}`,
  }),
  HasValueConstraintComponent: value => ({
    fr: `il faut la valeur ${value}`,
    en: `the value ${value} must be there`,
  }),
  LanguageInConstraintComponent: languages => ({
    fr: `la langue du texte doit être une de celles-ci\u00a0: ${languages}`,
    en: `the language of the text must be one of these: ${languages}`,
  }),
  ClosedConstraintComponent: () => ({
    fr: 'le nœud a une propriété que sa forme n’admet pas',
    en: 'the node has a property that its shape does not admit',
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

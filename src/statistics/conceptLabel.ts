import { DataFactory } from 'n3'
import { type GivenText, type LocalizedText, toLocalizedText } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import { iri } from '../vocabulary/namespaces.ts'

const { literal, namedNode } = DataFactory

/** The label of the concept of a scheme that has a code; the code where there is none, or it has no label. */
export function conceptLabel(graph: Graph, scheme: string, code: string): LocalizedText {
  const inScheme = namedNode(iri('skos:inScheme'))
  for (const { subject } of graph.match(null, namedNode(iri('skos:notation')), literal(code))) {
    if (graph.match(subject, inScheme, namedNode(scheme)).size === 0) continue
    const label: { -readonly [language in keyof GivenText]: GivenText[language] } = {}
    for (const { object } of graph.match(subject, namedNode(iri('skos:prefLabel')))) {
      const { value, language } = object as { value: string; language?: string }
      if (language === 'fr' || language === 'en') label[language] = value
    }
    if (label.fr !== undefined || label.en !== undefined) return toLocalizedText(label)
  }
  return { fr: code, en: code }
}

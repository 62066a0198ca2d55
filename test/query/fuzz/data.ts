import type * as RDF from '@rdfjs/types'
import { Parser } from 'n3'
import { toText } from '../../w3c/solutions.ts'
import { EX, XSD } from './graphs.ts'

const PREFIXES = `@prefix : <${EX}> . @prefix xsd: <${XSD}> .`

/** Quads in TriG on one line, which {@link readData} reads. */
export function writeData(quads: readonly RDF.Quad[]): string {
  return quads
    .map(({ subject, predicate, object, graph }) => {
      const triple = [subject, predicate, object].map(short).join(' ')
      return graph.termType === 'DefaultGraph' ? `${triple} .` : `${short(graph)} { ${triple} }`
    })
    .join(' ')
}

/** The quads of a line of TriG. */
export function readData(text: string): RDF.Quad[] {
  const quads = new Parser({ format: 'TriG', blankNodePrefix: '' }).parse(
    `${PREFIXES} ${text} ${/[.}]$/.test(text) ? '' : '.'}`,
  )
  return quads as RDF.Quad[]
}

function short(term: RDF.Term): string {
  return shortText(toText(term))
}

/** Terms in a text as Turtle writes them with the prefixes of the queries. */
export function shortText(text: string): string {
  return text
    .replaceAll(`^^<${XSD}string>`, '')
    .replaceAll(new RegExp(`"(\\d+)"\\^\\^<${XSD}integer>`, 'g'), '$1')
    .replaceAll(new RegExp(`<${EX}(\\w+)>`, 'g'), ':$1')
    .replaceAll(new RegExp(`<${XSD}(\\w+)>`, 'g'), 'xsd:$1')
}

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type * as RDF from '@rdfjs/types'
import { Parser, Store } from 'n3'

const MF = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#'
const QT = 'http://www.w3.org/2001/sw/DataAccess/tests/test-query#'
const RDF_NAMESPACE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#'

/** A file of a suite: where it is, and the IRI that relative IRIs in it are relative to. */
export interface SuiteFile {
  readonly url: URL
  readonly base: string
}

/** A file that is the content of a named graph. */
export interface GraphFile extends SuiteFile {
  readonly name: string
}

/** One test, as its manifest describes it. */
export interface TestCase {
  readonly name: string
  /** The local names of its classes: `QueryEvaluationTest`. */
  readonly types: readonly string[]
  /** The document or the query. */
  readonly action: SuiteFile | undefined
  readonly data: readonly SuiteFile[]
  readonly graphData: readonly GraphFile[]
  readonly result: SuiteFile | undefined
}

/**
 * The tests of a manifest, and of those that it includes, in their order.
 *
 * @param path of a manifest, or of the folder of a `manifest.ttl`
 */
export function readManifest(path: string): TestCase[] {
  const file = path.endsWith('.ttl') ? path : `${path}/manifest.ttl`
  return readFrom(pathToFileURL(file), new Set())
}

function readFrom(url: URL, seen: Set<string>): TestCase[] {
  if (seen.has(url.href)) return []
  seen.add(url.href)
  if (!existsSync(url)) throw new Error(`there is no manifest ${fileURLToPath(url)}`)
  const store = new Store(new Parser({ baseIRI: url.href }).parse(readFileSync(url, 'utf8')))
  const folder = new URL('.', url).href
  const assumedBase = store.getObjects(null, `${MF}assumedTestBase`, null)[0]?.value ?? folder
  const object = (subject: RDF.Term, property: string): RDF.Term | undefined =>
    store.getObjects(subject as never, property, null)[0]
  const toFile = (term: RDF.Term | undefined): SuiteFile | undefined => {
    if (term?.termType !== 'NamedNode') return undefined
    return { url: new URL(term.value), base: term.value.replace(folder, assumedBase) }
  }
  const filesOf = (subject: RDF.Term, property: string): RDF.Term[] =>
    store.getObjects(subject as never, property, null)
  const toGraph = (term: RDF.Term): GraphFile => {
    const file = toFile(term) ?? toFile(object(term, `${QT}graph`))
    if (file === undefined) throw new Error(`a named graph in ${url.href} has no file`)
    const label = term.termType === 'BlankNode' ? object(term, `${RDFS}label`)?.value : undefined
    return { ...file, name: label === undefined ? file.base : new URL(label, file.base).href }
  }
  const included = listsOf(store, `${MF}include`).flatMap(({ value }) => readFrom(new URL(value), seen))
  const own = listsOf(store, `${MF}entries`).map((id): TestCase => {
    const action = object(id, `${MF}action`)
    const query = action && object(action, `${QT}query`)
    return {
      name: object(id, `${MF}name`)?.value ?? id.value,
      types: filesOf(id, `${RDF_NAMESPACE}type`).map(({ value }) => value.replace(/^.*[#/]/, '')),
      action: toFile(query ?? action),
      data: query ? filesOf(action, `${QT}data`).flatMap(term => toFile(term) ?? []) : [],
      graphData: query ? filesOf(action, `${QT}graphData`).map(toGraph) : [],
      result: toFile(object(id, `${MF}result`)),
    }
  })
  return [...included, ...own]
}

function listsOf(store: Store, property: string): RDF.Term[] {
  const elements: RDF.Term[] = []
  for (const head of store.getObjects(null, property, null)) {
    for (let node = head; node.value !== `${RDF_NAMESPACE}nil`; ) {
      elements.push(store.getObjects(node, `${RDF_NAMESPACE}first`, null)[0]!)
      node = store.getObjects(node, `${RDF_NAMESPACE}rest`, null)[0]!
    }
  }
  return elements
}

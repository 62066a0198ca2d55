import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import { describe } from '../../graph/describe.ts'
import { iri } from '../../vocabulary/namespaces.ts'
import { type CubePlace, checkPlace } from '../cube/cubeIris.ts'
import { describeSoftware, softwareIri, softwareVersion } from './software.ts'

const { literal, namedNode } = DataFactory

/** A file that a release was made of. */
export interface InputFile {
  /** Tells it from the others: letters, digits and hyphens, a letter first. */
  readonly id: string
  /** What people know it by; no path of a machine. */
  readonly name: string
  /** Number of bytes, and their SHA-256 in hexadecimal digits. Default: not known, as of what was piped in. */
  readonly byteSize?: number
  readonly sha256?: string
  /** IRI of the source that it is a state of. Default: none. */
  readonly source?: string
}

/** A file that is not the directory itself, but tells how it was made: a query. */
export interface ReleasedFile {
  /** IRI. */
  readonly iri: string
  readonly byteSize: number
  readonly sha256: string
}

/** What a release was made of, and by what. */
export interface ReleaseProvenanceOptions extends CubePlace {
  /** In the order in which they are read. */
  readonly inputs: readonly InputFile[]
  /** Queries of the release, with their checksums. Default: none. */
  readonly queries?: readonly ReleasedFile[]
  /** IRIs of the dumps. Default: not said. */
  readonly dumps?: readonly string[]
  /** IRI of the data set that is released. Default: `{base}/catalog#directory`. */
  readonly dataSet?: string
  /** Version of the software. Default: that of this package. */
  readonly version?: string
}

/**
 * How a release was made, in terms of PROV-O (https://www.w3.org/TR/prov-o/): the activity of that day, the states of the
 * input files that it used, each with its size and checksum (SPDX, as in DCAT-AP), the software that did it, and the data
 * set and dumps that came of it. No blank nodes.
 *
 * @throws {StatisticsError} where the base or the date is none
 */
export function* releaseProvenance(options: ReleaseProvenanceOptions): Generator<RDF.Quad> {
  checkPlace(options)
  const { base, date, inputs, queries = [], dumps = [], version = softwareVersion() } = options
  const root = `${base}/id/publication/${date}`
  const inputIri = ({ id }: InputFile) => `${root}#input-${id}`
  const dataSet = options.dataSet ?? `${base}/catalog#directory`

  const publication = describe(`${root}#it`)
  yield publication.a('prov:Activity')
  yield publication.has('dcterms:date', literal(date, namedNode(iri('xsd:date'))))
  yield publication.links('prov:wasAssociatedWith', softwareIri(version))
  for (const input of inputs) yield publication.links('prov:used', inputIri(input))
  yield* describeSoftware(version)

  yield describe(dataSet).links('prov:wasGeneratedBy', `${root}#it`)
  for (const input of inputs) yield describe(dataSet).links('prov:wasDerivedFrom', inputIri(input))
  for (const dump of dumps) {
    yield describe(dump).a('prov:Entity')
    yield describe(dump).links('prov:wasGeneratedBy', `${root}#it`)
  }
  for (const input of inputs) {
    const file = describe(inputIri(input))
    yield file.a('prov:Entity')
    yield file.has('dcterms:title', literal(input.name))
    if (input.source !== undefined) yield file.links('prov:specializationOf', input.source)
    yield* describeBytes(inputIri(input), `${inputIri(input)}-checksum`, input)
  }
  for (const query of queries) {
    yield describe(query.iri).a('prov:Entity')
    yield* describeBytes(query.iri, `${query.iri}#checksum`, query)
  }
}

/** The size of a file and its checksum (SPDX 2.3, as DCAT 3 §6.8 uses it). */
function* describeBytes(
  file: string,
  checksum: string,
  { byteSize, sha256 }: Pick<InputFile, 'byteSize' | 'sha256'>,
): Generator<RDF.Quad> {
  if (byteSize !== undefined) {
    yield describe(file).has(
      'dcat:byteSize',
      literal(String(byteSize), namedNode(iri('xsd:nonNegativeInteger'))),
    )
  }
  if (sha256 === undefined) return
  yield describe(file).links('spdx:checksum', checksum)
  yield describe(checksum).a('spdx:Checksum')
  yield describe(checksum).links('spdx:algorithm', iri('spdx:checksumAlgorithm_sha256'))
  yield describe(checksum).has('spdx:checksumValue', literal(sha256, namedNode(iri('xsd:hexBinary'))))
}

import type * as RDF from '@rdfjs/types'
import type { ValidationReport } from '../../validation/report.ts'
import { checkCodes } from './check/codes.ts'
import { checkDefinitions } from './check/definitions.ts'
import { Findings } from './check/findings.ts'
import { checkObservations } from './check/observations.ts'
import { pushDown } from './check/pushDown.ts'
import { checkRanges } from './check/ranges.ts'
import { readCube } from './check/readCube.ts'
import { checkSlices } from './check/slices.ts'

/** What is wrong with a cube: the codes are IC-1 to IC-21 after `qb:`, and `rdfs:range`; the focus nodes those that offend. */
export type CubeReport = ValidationReport

/**
 * Checks cubes, anyone’s, by the integrity constraints IC-1 to IC-21 of the RDF Data Cube Vocabulary
 * (https://www.w3.org/TR/vocab-data-cube/#wf-rules), in time that grows with their quads. Abbreviated cubes are
 * normalised first (§10), in memory. All that the constraints speak of has to be in the data: code lists, and the
 * classes of what is in them.
 *
 * Observations of a data set with several structures (IC-2) are checked by all of these together. IC-12 is as it reads:
 * observations that lack different dimensions (IC-11) have not the same values for all dimensions, whereas the query
 * that comes with it compares them by those that both have.
 *
 * What the constraints do not ask is asked too: that the values of dimensions and measures are in their rdfs:range, where
 * this is a datatype of XML Schema, rdf:langString or rdfs:Literal, and are written as their own datatype asks for.
 * Literals of annuaire:noValue, as {@link toCube} writes them, stand in the place of a value.
 *
 * @throws {StatisticsError} where definitions multiply so that the cube cannot be checked in such time
 */
export function checkCube(quads: Iterable<RDF.Quad> | RDF.DatasetCore): CubeReport {
  const cube = readCube(quads)
  const findings = new Findings()
  pushDown(cube)
  checkDefinitions(cube, findings)
  checkSlices(cube, findings)
  checkObservations(cube, findings)
  checkCodes(cube, findings)
  checkRanges(cube, findings)
  return findings.report()
}

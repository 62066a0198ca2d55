import type { PublicationReport } from './report.ts'

/** The whole report as JSON text; nothing is cut. */
export function reportToJson(report: PublicationReport): string {
  return `${JSON.stringify(report, null, 2)}\n`
}

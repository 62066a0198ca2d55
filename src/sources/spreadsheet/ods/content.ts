import { SourceError } from '../../../errors.ts'

/** The part of an ODS workbook that holds its sheets. */
export const CONTENT = 'content.xml'
/** Makes errors about the content of a workbook. */
export function brokenIn(file: string, sheet?: string): (message: string) => SourceError {
  return message =>
    new SourceError(
      `the workbook is broken: ${message}; open it in a spreadsheet program and save it again`,
      {
        location: { file, ...(sheet === undefined ? {} : { sheet }) },
      },
    )
}

/** Chooses the first table of a name, which none should share. */
export function onlyFirst(name: string): (other: string) => boolean {
  let found = false
  return other => {
    if (found || other !== name) return false
    found = true
    return true
  }
}

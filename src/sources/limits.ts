/** How many columns a source may have: no table has so many; one that is cut or nested wrongly may. */
export const MOST_COLUMNS = 65_536

/** How long a record may be, in UTF-16 units; where a quote or bracket never closes, the rest of the file is one. */
export const LONGEST_RECORD = 64 * 1024 * 1024

/** How many arrays and objects may lie within each other. */
export const DEEPEST_NESTING = 64

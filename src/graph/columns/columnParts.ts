/**
 * The quads of a graph as plain arrays. The sets of columns follow each other: first that of the default graph, then
 * those of the named graphs in the order of `graphNames`. So do the columns of all sets, each set's by predicate.
 */
export interface ColumnParts {
  /** The names of the named graphs, ascending. */
  readonly graphNames: Uint32Array
  /** By set, its first column; then the number of columns. */
  readonly setStarts: Uint32Array
  /** By set, its first subject; then the number of subjects. */
  readonly subjectStarts: Uint32Array
  /** The subjects of each set, in the order in which they first came. */
  readonly subjects: Uint32Array
  /** By column, its predicate. */
  readonly predicates: Uint32Array
  /** The columns of each set in the order in which their predicates first came, counted from its first column. */
  readonly ranks: Uint32Array
  /** By column, where its keys begin in `keys`, and how many they are. Columns may share keys. */
  readonly keyStarts: Uint32Array
  readonly keyCounts: Uint32Array
  /** By column, where its values begin in `values`; then the number of values. */
  readonly valueStarts: Uint32Array
  /** By column, where its offsets begin in `offsets`. Of no use where each key has one value. */
  readonly offsetStarts: Uint32Array
  readonly keys: Uint32Array
  readonly offsets: Uint32Array
  readonly values: Uint32Array
  /** 0, 1, 2 …: the offsets of the columns whose keys have one value each. */
  readonly identity: Uint32Array
}

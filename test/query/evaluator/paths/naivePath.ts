import type { PropertyPath } from '../../../../src/query/evaluator/paths/propertyPath.ts'

/** A graph of nodes with one-letter names. */
export type Triples = readonly (readonly [subject: string, predicate: string, object: string])[]

/** Pairs that a path leads between, with both ends unbound, straight from the definitions of SPARQL 1.1 §18.4. */
export function naivePairs(path: PropertyPath, triples: Triples): [string, string][] {
  const nodes = [...new Set(triples.flatMap(([subject, , object]) => [subject, object]))]
  const reverse = (pairs: [string, string][]) => pairs.map(([a, b]): [string, string] => [b, a])
  const distinct = (pairs: [string, string][]) =>
    [...new Set(pairs.map(pair => pair.join(' ')))].map(key => key.split(' ') as [string, string])
  const compose = (left: [string, string][], right: [string, string][]) =>
    left.flatMap(([a, b]) => right.filter(([c]) => c === b).map(([, d]): [string, string] => [a, d]))

  switch (path.type) {
    case 'link':
      return triples.flatMap(([s, p, o]): [string, string][] => (p === path.iri.value ? [[s, o]] : []))
    case 'nps':
      return triples.flatMap(([s, p, o]): [string, string][] =>
        path.iris.some(({ value }) => value === p) ? [] : [[s, o]],
      )
    case 'inv':
      return reverse(naivePairs(path.path, triples))
    case 'alt':
      return path.input.flatMap(one => naivePairs(one, triples))
    case 'seq':
      return path.input.map(one => naivePairs(one, triples)).reduce(compose)
    case 'ZeroOrOnePath':
      return distinct([
        ...nodes.map((node): [string, string] => [node, node]),
        ...naivePairs(path.path, triples),
      ])
    case 'ZeroOrMorePath':
    case 'OneOrMorePath': {
      const steps = distinct(naivePairs(path.path, triples))
      const start =
        path.type === 'OneOrMorePath' ? steps : nodes.map((node): [string, string] => [node, node])
      for (let pairs = distinct(start); ; ) {
        const more = distinct([...pairs, ...compose(pairs, steps)])
        if (more.length === pairs.length) return pairs
        pairs = more
      }
    }
  }
}

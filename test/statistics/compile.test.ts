import { DataFactory } from 'n3'
import { describe, expect, test } from 'vitest'
import { StatisticsError } from '../../src/errors.ts'
import { buildGraph } from '../../src/graph/buildGraph.ts'
import { query } from '../../src/query/query.ts'
import { compileStatistic } from '../../src/statistics/compile.ts'
import { computeStatistic } from '../../src/statistics/compute.ts'
import { iri } from '../../src/vocabulary/namespaces.ts'
import { CONTEXT, ownField, readGraph, statistic, VOCABULARY } from './directoryGraph.ts'

const { literal, namedNode, quad } = DataFactory

const HOSTILE = [
  '"',
  "'",
  '\\',
  '\\"',
  '"))} } SELECT * WHERE { ?s ?p ?o #',
  'a\nb\r\n\tc\b\f',
  '} UNION { ?actor a annuaire:Actor',
  '\\u0022)) } } #',
  '\\\\u0022',
  '\\U00000022)) } } #',
  '\\u005C',
  '"""',
  '?n $x <urn:x> # @fr ^^',
  'é 漢 🙂 \u2028',
]

/** What a parser does that resolves the escapes of code points before it reads strings (SPARQL 1.1, 19.2). */
function resolveEscapes(text: string): string {
  return text.replaceAll(/\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})/g, (_, short, long) =>
    String.fromCodePoint(Number.parseInt(short ?? long, 16)),
  )
}

describe('text of a directory stays text', () => {
  test.each(HOSTILE)('a code of the population: %j', async code => {
    const graph = await buildGraph([
      ...[1, 2].map(n =>
        quad(namedNode(`urn:actor:${n}`), namedNode(iri('rdf:type')), namedNode(iri('annuaire:Actor'))),
      ),
      quad(namedNode('urn:actor:1'), namedNode(iri('org:purpose')), namedNode('urn:mission')),
      quad(namedNode('urn:mission'), namedNode(iri('skos:inScheme')), namedNode('urn:missions')),
      quad(namedNode('urn:mission'), namedNode(iri('skos:notation')), literal(code)),
      quad(namedNode('urn:actor:2'), namedNode(CONTEXT.fields![0]!.property), literal(code)),
    ])
    for (const dimension of ['mission', 'members']) {
      const { observations, query: text } = await computeStatistic(
        graph,
        statistic([dimension], { population: { [dimension]: [code] } }),
        CONTEXT,
      )
      expect(observations).toHaveLength(1)
      expect(observations[0]).toMatchObject({ n: 1, base: 1, missing: 0, values: [{ code }] })
      const early = await query({ graph }, resolveEscapes(text))
      const counts = early.type === 'bindings' && (await Array.fromAsync(early.bindings, ({ n }) => n?.value))
      expect(counts).toEqual(['1'])
    }
  })

  test.each([...HOSTILE, 'Titre\u0085SELECT', 'Titre\u2029SELECT', 'Titre\\u000ASELECT'])(
    'a title: %j',
    async title => {
      const text = compileStatistic(statistic([], { title: { fr: title, en: title } }), CONTEXT)
      expect(text.split(/[\n\r\u0085\u2028\u2029]/)[0]).toMatch(/^# /)
      const result = await query({ graph: await readGraph(VOCABULARY) }, text)
      expect(result.type === 'bindings' && result.variables.toSorted()).toEqual([
        'base',
        'missing',
        'n',
        'share',
      ])
    },
  )

  test.each(['urn:x> ?o . ?s ?p <urn:y', 'urn:a b', 'urn:"', 'relative', 'urn:x\\u003E', ''])(
    'an IRI that is none: %j',
    value => {
      const schemes = { ...CONTEXT.schemes, mission: value }
      expect(() => compileStatistic(statistic(['mission']), { ...CONTEXT, schemes })).toThrow(StatisticsError)
      const fields = [{ ...ownField('members'), property: value }]
      expect(() => compileStatistic(statistic(['members']), { ...CONTEXT, fields })).toThrow(StatisticsError)
    },
  )

  test('the name of a field', () => {
    const name = 'x ?y } #'
    expect(() => compileStatistic(statistic([name]), { ...CONTEXT, fields: [ownField(name)] })).toThrow(
      StatisticsError,
    )
  })
})

test('the query stands alone and says what it is', () => {
  expect(compileStatistic(statistic(['mission']), CONTEXT)).toBe(`# Essai
PREFIX annuaire: <https://w3id.org/annuaire-lod/def/onto#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?mission ?mission_code ?mission_label
  ?n ?base (?population - ?base AS ?missing) (IF(?base = 0, ?none, ROUND(?n * 1000000 / ?base) / 10000) AS ?share)
WHERE {
  { SELECT ?mission (COUNT(DISTINCT ?actor) AS ?n) WHERE {
    ?actor a annuaire:Actor .
    ?actor org:purpose ?mission .
    ?mission skos:inScheme <urn:missions> .
  } GROUP BY ?mission }
  { SELECT (COUNT(DISTINCT ?actor) AS ?base) WHERE {
    ?actor a annuaire:Actor .
    ?actor org:purpose ?mission .
    ?mission skos:inScheme <urn:missions> .
  } }
  { SELECT (COUNT(DISTINCT ?actor) AS ?population) WHERE {
    ?actor a annuaire:Actor .
  } }
  OPTIONAL {
    { SELECT ?mission (MIN(STR(?text)) AS ?mission_notation) WHERE {
      ?mission skos:inScheme <urn:missions> .
      ?mission skos:notation ?text .
    } GROUP BY ?mission }
  }
  OPTIONAL {
    { SELECT ?mission (MIN(STR(?text)) AS ?mission_fr) WHERE {
      ?mission skos:inScheme <urn:missions> .
      ?mission skos:prefLabel ?text . FILTER(LANG(?text) = "fr")
    } GROUP BY ?mission }
  }
  OPTIONAL {
    { SELECT ?mission (MIN(STR(?text)) AS ?mission_en) WHERE {
      ?mission skos:inScheme <urn:missions> .
      ?mission skos:prefLabel ?text . FILTER(LANG(?text) = "en")
    } GROUP BY ?mission }
  }
  BIND(COALESCE(?mission_notation, STR(?mission)) AS ?mission_code)
  BIND(COALESCE(?mission_fr, ?mission_en, ?mission_code) AS ?mission_label)
}
ORDER BY DESC(?n) ?mission_code ?mission
`)
})

test('shares are rounded half up at the fourth decimal', async () => {
  // 1/3 and 2/3 round down and up; 1/16 and 1/32 end in a 5 at the fourth and the fifth decimal.
  const shareOf = async (n: number, base: number) => {
    const actors = Array.from(
      { length: base },
      (_, index) =>
        `actor:${index} a annuaire:Actor ; org:purpose mission:${index < n ? 'veille' : 'conseil'} .`,
    )
    const { observations } = await computeStatistic(
      await readGraph(VOCABULARY, ...actors),
      statistic(['mission']),
      CONTEXT,
    )
    return observations.find(({ values }) => values[0]!.code === 'veille')!.share
  }
  expect(await shareOf(1, 3)).toBe(33.3333)
  expect(await shareOf(2, 3)).toBe(66.6667)
  expect(await shareOf(1, 64)).toBe(1.5625)
  expect(await shareOf(1, 128)).toBe(0.7813)
  expect(await shareOf(3, 128)).toBe(2.3438)
  expect(await shareOf(128, 225)).toBe(56.8889)
})

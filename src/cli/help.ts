/** The command line was not understood. */
export class UsageError extends Error {}

/** What `--help` prints, by command. */
export const HELP = {
  general: `annuaire — publish a directory of organisations as linked open data

  annuaire init    FILE          look at a file of records and write an annuaire.yaml that works at once
  annuaire check   [DIRECTORY]   read the sources and say what is wrong, cell by cell
  annuaire duplicates [DIRECTORY]   write the file in which to decide on records that may be one actor
  annuaire publish [DIRECTORY]   write a release: dumps, vocabulary, statistics, catalogue, report
  annuaire stats   [DIRECTORY]   print the statistics as CSV
  annuaire report  [DIRECTORY]   write an article on the directory: sentences, charts, tables, a query per figure
  annuaire survey sample SURVEY  draw whom to ask, and write the file of contacts into a private folder
  annuaire query   'SPARQL'      query the directory, dump files or an endpoint
  annuaire snapshot SOURCE FILE  write a file from which queries begin at once, however large the source

DIRECTORY is a folder with an annuaire.yaml, or such a file. Default: this folder.
annuaire help COMMAND says more; annuaire --version says which this is.

Exit codes: 0 conforms, 1 does not, 2 usage or environment.
`,
  init: `annuaire init FILE [--out annuaire.yaml] [--force] [--language fr|en] [--date YYYY-MM-DD]

Looks at a file of records (CSV, TSV, JSON, JSON lines, XLSX, ODS, also gzipped) and writes the configuration that
publishes it: which column is which field, the key, the code lists, a few statistics. What is guessed says so in a
comment, with its reason; columns that look personal are left out. Read it over, then check and publish.

  --out FILE        where to write (default: annuaire.yaml in this folder)
  --force           replace the file where it exists
  --language fr|en  language of the records and of the comments (default: that of the file)
  --date DAY        date of the release (default: the latest update of a record)

Exit codes: 0 written, 2 usage or environment.
`,
  check: `annuaire check [DIRECTORY] [--format text|json] [--out DIR]

Reads the sources, maps and checks every row, builds the graph and checks it too. The report goes to stdout,
in the language of the directory; json has every result with its file, line, column and value.

  --out DIR   write each file back with what is wrong and what was repaired beside its rows, and repairs.ndjson;
              keep this folder to yourself: the files have their private columns too

Exit codes: 0 conforms, 1 there are violations, 2 usage or environment.
`,
  duplicates: `annuaire duplicates [DIRECTORY]

Looks for records that speak of one actor, within and across sources, and writes the pairs with their reasons to the
file that the configuration names under "duplicates" (default: duplicates.csv beside it). Write "duplicate" or
"distinct" into its column "decision": decisions are respected from then on, and stay when the file is written anew.
Records that are decided to be duplicates are published as one.
`,
  publish: `annuaire publish [DIRECTORY] [--out DIR] [--replace] [--strict] [--ignore-expectations]

Writes releases/<date>/ and the link releases/latest under DIR (default: public/ beside the configuration).
Rows with errors are left out and listed in the release's report.json and report.html.

  --out DIR   where to publish
  --replace   replace a release of the same date that has other contents
  --strict    publish nothing where there is any violation
  --ignore-expectations
              publish although a statistic is not what "expect" says, where a fall is real; the report says so.
              The next release is held against this one

Exit codes: 0 published; 1 nothing was, for the statistics are not as expected, or there are violations and --strict;
2 usage or environment.
`,
  stats: `annuaire stats [DIRECTORY] [ID...] [--format FORMAT] [--language fr|en]
annuaire stats [DIRECTORY] ID [--at DIMENSION=CODE]... [--which n|base|missing] [--query]

Prints the statistics of the directory, those of its surveys too, or only those named, each before what it is compared
with. A comparison has the name of its statistic and its own: statuts.compare.en-bretagne. Only releases have those
with the release before. A first word that is the ID of a statistic of the directory in this folder is that; write
./NAME for a folder of the same name.

  --format FORMAT       csv (default), csvw (its metadata), json-stat (2.0), cube (RDF Data Cube, in Turtle),
                        chart (SVG), sentences, or query (SPARQL; --query for short; of a comparison
                        those of both sides)
  --language fr|en      of labels and sentences (default: that of the directory)
  --at DIMENSION=CODE   list the actors behind the row of that code; of two dimensions, name both. Those who did not
                        answer have the code missing, other values together have other
  --which COUNT         whom the row counts: n (default), those of its base, or those missing
`,
  report: `annuaire report [DIRECTORY] [--out DIR] [--language fr|en]

Writes an article on the directory as its configuration describes it under "article" (default: a section per
statistic): article.html, article.md, its charts, and for each of its figures the query that lists whom it counts.
The paths of the files go to stdout.

  --out DIR           where to write (default: article/ beside the configuration)
  --language fr|en    (default: that of the directory)
`,
  survey: `annuaire survey sample SURVEY [DIRECTORY] [--out DIR] [--replace]

Draws the sample of a survey as annuaire.yaml says under "surveys" (size, seed, population, strata), and writes under DIR
(default: private/ beside the configuration) a folder SURVEY/ with contacts.csv (whom to write to, with weight and
probability of inclusion), sample.json (how it was drawn) and a notice. The folder is private: it is kept out of
repositories, no release includes it, and it cannot be one that is published. The same directory and seed give the same
sample, on any machine; who was drawn stays when others are added. With "weight: design" or "weight: response", responses
are weighted by sample.json.

  --out DIR   another private folder
  --replace   replace a sample of the survey that was another one

Exit codes: 0 drawn, 2 usage or environment.
`,
  query: `annuaire query 'SPARQL' [--source DIRECTORY|FILE|URL]... [--format table|csv|tsv|json|xml|turtle]
                        [--timeout SECONDS] [--memory MB] [--explain]

Without --source, queries the graph of the directory in this folder. A source may be a directory, the folder of a
release or one that holds releases/latest, a dump (.ttl, .nt, .jsonld, .rdf), a snapshot (.columns) or the URL of a
SPARQL endpoint; several are queried as one. Format: table (default), csv, tsv, json, xml (SPARQL results), or turtle
(of CONSTRUCT and DESCRIBE the only one, and default).
A name that ends in .rq or .sparql is a file with the query, as releases have them; '-' reads it from standard input.
Where there is no answer, stderr says which of the query's names nothing has.

  --timeout SECONDS   give the query up after that time, whatever it does
  --memory MB         give it up where it needs more memory than that, beside what is queried
  --explain           print who evaluated what, with rows and times, instead of the answer

The usual prefixes are declared beforehand (annuaire: cv: dcat: dcterms: foaf: geo: locn: org: owl: rdf: rdfs: rov:
schema: skos: xsd: and others); without --source, also own: for the directory's own fields ({base}/def/onto#) and the
name of each of its own schemes for their concepts ({base}/def/SCHEME/).
`,
  snapshot: `annuaire snapshot SOURCE FILE.columns

Writes a source of queries (a directory, the folder of a release or of releases, a dump) as it lies in memory, so that
annuaire query '…' --source FILE.columns begins at once. It is for queries only: to publish or to keep, there are the
dumps, and another version of annuaire may have to write it again.
`,
} as const

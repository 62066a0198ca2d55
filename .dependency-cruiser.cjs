/** The walls of the house: a stage imports only from stages to its left, and from what is under its feet. */
const floors = ['errors.ts', 'effects.ts', 'html/', 'vocabulary/', 'actor/', 'validation/']
const stages = [
  'sources/',
  'crosswalk/',
  'graph/',
  'query/',
  'statistics/',
  'article/',
  'release/',
  'site/',
  'server/',
]
const heads = [
  'configuration/',
  'directory/',
  'proposal/',
  'directory.ts',
  'snapshotFile.ts',
  'querySource.ts',
  'index.ts',
  'cli/',
]
const heavy = [
  '@comunica',
  'rdflib',
  'rdf-validate-datatype',
  'proj4',
  'html-to-text',
  '@etalab',
  'jsonld-streaming',
  'rdfxml-streaming',
  'ajv',
  'ora',
  '@zip\\.js',
  'saxes',
  'numfmt',
  'd3-',
]

const at = names => `^src/(${names.map(name => name.replaceAll('.', '\\.')).join('|')})`

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, pathNot: 'cli/annuaire\\.ts$' }, to: {} },
    ...floors.map((floor, index) => ({
      name: `floor-${floor.replace(/\W/g, '')}`,
      comment: 'What is under everybody’s feet stands in an order of its own.',
      severity: 'error',
      from: { path: at([floor]) },
      to: { path: at([...floors.slice(index + 1), ...stages, ...heads]) },
    })),
    ...stages.map((stage, index) => ({
      name: `stage-${stage.replace(/\W/g, '')}`,
      comment: 'A stage imports only from stages to its left.',
      severity: 'error',
      from: { path: at([stage]) },
      to: { path: at([...stages.slice(index + 1), ...heads]) },
    })),
    ...heads.slice(0, -1).map((head, index) => ({
      name: `head-${head.replace(/\W/g, '')}`,
      severity: 'error',
      from: { path: at([head]) },
      to: { path: at(heads.slice(index + 1)) },
    })),
    {
      name: 'cli-uses-the-public-api',
      comment: 'The command line imports the public API like any other user.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: '^src/', pathNot: ['^src/cli/', '^src/index\\.ts$'] },
    },
    {
      name: 'heavy-loads-lazily',
      comment: 'Heavy packages are imported inside the functions that need them.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: `node_modules/(${heavy.join('|')})`, dependencyTypesNot: ['type-only'], dynamic: false },
    },
    {
      name: 'vocabulary-reads-vocab',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/vocabulary/' },
      to: { path: '^vocab/' },
    },
    {
      name: 'no-dev-dependencies',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}

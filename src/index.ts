export type { Actor } from './actor/actor.ts'
export type { Decision } from './actor/duplicates/decision.ts'
export { type ReadDecisions, readDecisions, writeDecisions } from './actor/duplicates/decisionsFile.ts'
export { findDuplicates } from './actor/duplicates/findDuplicates.ts'
export {
  type Merge,
  type MergeResult,
  mergeDuplicates,
  undoMerges,
} from './actor/duplicates/mergeDuplicates.ts'
export type { DuplicatePair, Reason } from './actor/duplicates/pair.ts'
export { actorIri } from './actor/iri.ts'
export type { FieldDatatype, OwnField } from './actor/ownField.ts'
export type {
  ArticleDefinition,
  ArticlePart,
  ArticleSection,
  ArticleSentence,
  CellReference,
  PublishedFigure,
  PublishedFigures,
  PublishedMeasure,
  PublishedSource,
} from './article/article.ts'
export type { DirectorySummary, SourceCounts } from './article/directorySummary.ts'
export type { ArticlePaths, CellQuery } from './article/figureLinks.ts'
export {
  type ArticleFile,
  type ArticleInput,
  type ArticleOptions,
  writeArticle,
} from './article/writeArticle.ts'
export { comparisonNames, type NamedComparison } from './configuration/comparisonNames.ts'
export type { Configuration } from './configuration/configuration.ts'
export { readConfiguration } from './configuration/readConfiguration.ts'
export type { ColumnAccount } from './crosswalk/accounting.ts'
export { createTransformer } from './crosswalk/coordinates.ts'
export { type Crosswalk, createCrosswalk } from './crosswalk/createCrosswalk.ts'
export type {
  Box,
  CellStatus,
  ColumnTarget,
  Condition,
  CrosswalkContext,
  Derivation,
  PartDefinition,
  Repair,
  SourceCrosswalk,
  Transformer,
  ValueOptions,
} from './crosswalk/crosswalk.ts'
export { loadPlainText } from './crosswalk/htmlToText.ts'
export type { Reference, UnmatchedValue } from './crosswalk/mappedRecord.ts'
export { type MappedRow, mapRow, mapRows } from './crosswalk/mapRow.ts'
export { type CheckedRecord, mapSource, type RecordsGate } from './crosswalk/mapSource.ts'
export type { RunOptions, Step } from './directory/assemble.ts'
export type { ArticleRunOptions } from './directory/directoryArticle.ts'
export type { ComparisonRunOptions } from './directory/directoryComparisons.ts'
export type { DrawnSample, SampleRunOptions } from './directory/drawSample.ts'
export type { OpenedCell } from './directory/openCell.ts'
export type { InLanguage, OpenOptions } from './directory/openedDirectory.ts'
export type { PublishOptions, Release } from './directory/publish.ts'
export { TABLE_FORMATS, type TableFormat } from './directory/tableFormats.ts'
export { type Directory, openDirectory } from './directory.ts'
export { type Effects, nodeEffects } from './effects.ts'
export {
  AnnuaireError,
  ConfigurationError,
  type GivenText,
  GraphError,
  type Language,
  type LocalizedText,
  QueryError,
  ReleaseError,
  SourceError,
  type SourceLocation,
  StatisticsError,
  VocabularyError,
} from './errors.ts'
export type { ActorGraphOptions } from './graph/actorGraph.ts'
export { actorToQuads } from './graph/actorToQuads.ts'
export { buildGraph } from './graph/buildGraph.ts'
export type { CountingSource, Graph } from './graph/graph.ts'
export type { RdfMediaType } from './graph/mediaTypes.ts'
export { parseQuads } from './graph/parse.ts'
export { quadsToActors } from './graph/quadsToActors.ts'
export { serialize } from './graph/serialize.ts'
export type { Guess } from './proposal/draft.ts'
export { type Proposal, type ProposalOptions, proposeConfiguration } from './proposal/proposeConfiguration.ts'
export { absentNames } from './query/absentNames.ts'
export { explainQuery, formatExplanation, type QueryExplanation } from './query/explain.ts'
export {
  type QueryLimits,
  type QueryOptions,
  type QueryResult,
  type QuerySource,
  query,
} from './query/query.ts'
export { RESULT_FORMATS, type ResultFormat, writeResult } from './query/results.ts'
export { type OpenQuerySourceOptions, openQuerySource } from './querySource.ts'
export { ExpectationError } from './release/expectationError.ts'
export type { FileSummary } from './release/releaseFile.ts'
export type { SourceSummary, UnmatchedSummary } from './release/report.ts'
export { openSnapshotFile, writeSnapshotFile } from './snapshotFile.ts'
export { openSource, readRows, type SourceOptions } from './sources/openSource.ts'
export type { Cell, Row, Source, SourceDetection } from './sources/row.ts'
export { type CellCount, type CellOptions, compileActors, compileCell } from './statistics/cell.ts'
export type {
  ChartGeometry,
  ChartKind,
  ChartOptions,
  TerritoryFeatures,
} from './statistics/chart/chartOptions.ts'
export { describeChart } from './statistics/chart/describeChart.ts'
export { toChart } from './statistics/chart/toChart.ts'
export { type CompareOptions, compareTables } from './statistics/comparison/compareTables.ts'
export type {
  ComparedFigures,
  ComparisonObservation,
  ComparisonTable,
  Interval,
  SideStatus,
} from './statistics/comparison/comparison.ts'
export { comparisonName } from './statistics/comparison/comparisonName.ts'
export type { ComparisonQueries } from './statistics/comparison/comparisonQueries.ts'
export { type ComparisonChartOptions, comparisonToChart } from './statistics/comparison/comparisonToChart.ts'
export { comparisonToCsv } from './statistics/comparison/comparisonToCsv.ts'
export { comparisonToCsvw } from './statistics/comparison/comparisonToCsvw.ts'
export { type ComparisonCubeOptions, comparisonToCube } from './statistics/comparison/comparisonToCube.ts'
export { comparisonToJsonStat } from './statistics/comparison/comparisonToJsonStat.ts'
export { comparisonToSentences } from './statistics/comparison/comparisonToSentences.ts'
export { type ComparisonOptions, computeComparison } from './statistics/comparison/computeComparison.ts'
export { type CountedShare, differenceInterval } from './statistics/comparison/newcombe.ts'
export { type IntervalOptions, wilsonInterval } from './statistics/comparison/wilson.ts'
export { compileStatistic } from './statistics/compile.ts'
export { computeStatistic } from './statistics/compute.ts'
export type { StatisticContext } from './statistics/context.ts'
export { tableToCsv } from './statistics/csv.ts'
export { type CubeReport, checkCube } from './statistics/cube/checkCube.ts'
export type { CubePlace } from './statistics/cube/cubeIris.ts'
export type { CubeOptions } from './statistics/cube/cubeOptions.ts'
export { toCube } from './statistics/cube/toCube.ts'
export { toCsvw } from './statistics/exchange/csvw.ts'
export type { CsvwColumn, CsvwOptions, CsvwTable } from './statistics/exchange/csvwTable.ts'
export type { DimensionDescription, DimensionDescriptions } from './statistics/exchange/dimensions.ts'
export { type TableShape, tableFromCsv } from './statistics/exchange/fromCsv.ts'
export { toJsonStat } from './statistics/exchange/jsonStat.ts'
export type {
  JsonStatDataset,
  JsonStatDimension,
  JsonStatOptions,
  JsonStatUnit,
} from './statistics/exchange/jsonStatDataset.ts'
export { checkExpectations, type ExpectationResult } from './statistics/expectation/checkExpectations.ts'
export {
  type ComparisonProvenanceOptions,
  comparisonProvenance,
} from './statistics/provenance/comparisonProvenance.ts'
export {
  type InputFile,
  type ReleaseProvenanceOptions,
  releaseProvenance,
} from './statistics/provenance/releaseProvenance.ts'
export { type TableProvenanceOptions, tableProvenance } from './statistics/provenance/tableProvenance.ts'
export type {
  PublishedDimension,
  PublishedShare,
  PublishedShares,
} from './statistics/published/publishedShares.ts'
export {
  type PublishedTableOptions,
  publishedLabels,
  publishedTable,
} from './statistics/published/publishedTable.ts'
export type { Allocation } from './statistics/sample/allocation.ts'
export { compareRespondents, type RespondentOptions } from './statistics/sample/compareRespondents.ts'
export {
  drawSample,
  type Sample,
  type SampledStratum,
  type SampledUnit,
  type SampleOptions,
  type SamplingUnit,
} from './statistics/sample/drawSample.ts'
export {
  compileFrame,
  type FrameDefinition,
  frameChecksum,
  readFrame,
  type SamplingFrame,
} from './statistics/sample/frame.ts'
export {
  participationField,
  participationQuads,
  unaskedRespondents,
} from './statistics/sample/participation.ts'
export { type ResponseOptions, responseTable } from './statistics/sample/responseTable.ts'
export { suppressRates } from './statistics/sample/suppressRates.ts'
export type {
  DimensionValue,
  FurtherMeasure,
  Measure,
  Observation,
  Population,
  Statistic,
  Table,
} from './statistics/statistic.ts'
export { type ToldAcross, toldAcrossTables } from './statistics/suppression/acrossTables.ts'
export type { TableOf } from './statistics/suppression/publishedFigures.ts'
export { type SuppressionOptions, suppressSmallCells } from './statistics/suppression/suppress.ts'
export { type SuppressionCost, suppressionCost } from './statistics/suppression/suppressionCost.ts'
export type { CountedResponses } from './statistics/survey/questionDimension.ts'
export { responsesToQuads } from './statistics/survey/responseQuads.ts'
export { createResponsesGate, responseSchema } from './statistics/survey/responsesGate.ts'
export type {
  Answer,
  Question,
  QuestionType,
  Response as SurveyResponse,
  Survey,
  SurveyResponses,
} from './statistics/survey/survey.ts'
export {
  type AnsweredStratum,
  type DrawnUnit,
  type ResponseWeights,
  type Weighting,
  weighResponses,
} from './statistics/survey/weighting.ts'
export {
  type ComparisonSentenceOptions,
  toComparisonParts,
  toComparisonSentence,
} from './statistics/words/comparisonSentence.ts'
export { toTableNote } from './statistics/words/note.ts'
export { formatNumber, formatShare, formatShareOf } from './statistics/words/numbers.ts'
export { toSentence, toSentenceParts } from './statistics/words/sentence.ts'
export {
  type SummaryOptions,
  type SummaryPart,
  toSummary,
  toSummaryParts,
} from './statistics/words/summary.ts'
export type { FigureName, SentencePart } from './statistics/words/template.ts'
export type { SentenceOptions } from './statistics/words/voice.ts'
export {
  type DimensionWording,
  mergeWording,
  type Noun,
  type ValueWording,
  WORDING,
  type Wording,
  type WordingDefinition,
} from './statistics/words/wording.ts'
export { checkActor } from './validation/records.ts'
export type { Severity, ValidationReport, ValidationResult } from './validation/report.ts'
export { communeQuads } from './vocabulary/communeQuads.ts'
export { type Commune, type CommuneIndex, type CommuneKind, loadCommunes } from './vocabulary/communes.ts'
export { type Concept, type ConceptScheme, defineScheme } from './vocabulary/concept.ts'
export { PREFIXES } from './vocabulary/namespaces.ts'
export { loadVocabulary, type Vocabulary } from './vocabulary/vocabulary.ts'

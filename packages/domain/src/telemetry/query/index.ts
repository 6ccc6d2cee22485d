/** Asking many series at once: which, in what buckets, as how many groups, and what stands where nothing was measured. */
export { AGGREGATE_NAMES, type AggregateName, isFillable } from './aggregate-name.js';
export { aggregateColumn, type BucketColumns, bucketsOfColumns, columnsOfBuckets, type Figure, figureOf, FIGURES, figuresFor } from './bucket-columns.js';
export { COMBINATIONS, type Combination, CombinedColumn } from './combine.js';
export { filledColumn, type FillKind, type FillRule, FILLS, type Seed } from './fill.js';
export { gridStarts, isWholeDays, sourceOfWidth } from './grid.js';
export { PooledColumns } from './pooled-columns.js';
export { type Budget, type BudgetRule, budgetWaitMs, READING_BUDGET, refilled, spent } from './reading-budget.js';
export {
  type BucketsQuestion,
  demandFewRows,
  demandFewSeries,
  type Dimension,
  DIMENSIONS,
  type LastQuestion,
  type MachineSelection,
  type PointsPage,
  type PointsPlace,
  type PointsQuestion,
  type QuestionLimits,
  type SeriesSelection,
  type TelemetryQuestion,
} from './question.js';

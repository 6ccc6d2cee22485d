import { AskBuckets } from './application/query/ask-buckets.js';
import { AskLast } from './application/query/ask-last.js';
import { AskPoints } from './application/query/ask-points.js';
import { AskTelemetry } from './application/query/ask-telemetry.js';
import { ExportTelemetry } from './application/query/export-telemetry.js';
import { ColumnBuckets } from './application/query/column-buckets.js';
import { ReadingBudget } from './application/query/reading-budget.js';
import { QuestionGate } from './application/query/question-gate.js';
import { ColumnBucketRepository } from './persistence/query/column-bucket.repository.js';
import { LastValueRepository } from './persistence/query/last-value.repository.js';
import { SelectedSeriesRepository } from './persistence/query/selected-series.repository.js';
import { BudgetedStore } from './store/budgeted-store.js';
import { PostgresStore } from './store/postgres-store.js';
import { TelemetryStore } from './store/telemetry-store.js';

/** What answers questions about many machines. */
export const QUERY = [AskBuckets, AskLast, AskPoints, AskTelemetry, ColumnBucketRepository, ColumnBuckets, ExportTelemetry, LastValueRepository, PostgresStore, QuestionGate, ReadingBudget, SelectedSeriesRepository, { provide: TelemetryStore, useClass: BudgetedStore }];

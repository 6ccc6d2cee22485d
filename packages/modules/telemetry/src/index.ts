/** Telemetry: metrics and their points, as higher modules may use them, inside a transaction of their own. */
export type { DailyAggregate } from './application/read-daily-aggregates.js';
export { EraseTelemetry } from './application/erase-telemetry.js';
export { PointLines } from './application/point-lines.js';
export { readSeriesId } from './application/series-id.js';
export { ReadPoints } from './application/read-points.js';
export { SeriesRepository, type Series } from './persistence/series.repository.js';

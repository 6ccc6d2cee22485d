import { invalid, type TimeRange } from '@tenon/kernel';
import type { AggregateName } from './aggregate-name.js';
import type { Combination } from './combine.js';
import type { FillRule } from './fill.js';

/** Which machines are asked about; what is left out does not narrow. Machines out of use count too: their history stays readable. */
export interface MachineSelection {
  readonly ids?: readonly string[] | undefined;
  readonly typeId?: string | undefined;
  /** A place with all that lies in it. */
  readonly placeId?: string | undefined;
  /** Each of these tags, by name. */
  readonly tags?: readonly string[] | undefined;
}

/** Which series. */
export interface SeriesSelection {
  readonly machines: MachineSelection;
  /** Metrics as machines call them; none named: all of them. */
  readonly metrics: readonly string[];
}

/** What series may be grouped by. */
export const DIMENSIONS = ['machine', 'metric', 'place', 'type'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Where among points an answer ended: a machine's metric, and its last stamp. */
export interface PointsPlace {
  readonly deviceId: string;
  readonly key: string;
  readonly atUs: number;
}

/** A part of an answer, for whoever cannot take it as one stream. */
export interface PointsPage {
  readonly size: number;
  readonly after: PointsPlace | null;
}

/** Points as stored. */
export interface PointsQuestion extends SeriesSelection {
  readonly read: 'points';
  readonly range: TimeRange;
  /** All of them where it is left out. */
  readonly page?: PointsPage | undefined;
}

/** Numbers in buckets; of each series, or of groups of them. */
export interface BucketsQuestion extends SeriesSelection {
  readonly read: 'buckets';
  readonly range: TimeRange;
  readonly widthMs: number;
  /** Where days begin, for widths of whole days; null: in UTC. */
  readonly timeZone: string | null;
  readonly aggregates: readonly AggregateName[];
  /** Null: each series by itself. */
  readonly group: { readonly by: readonly Dimension[]; readonly combine: Combination } | null;
  readonly fill: FillRule;
}

/** The newest value of each series that is not after an instant. */
export interface LastQuestion extends SeriesSelection {
  readonly read: 'last';
  /** Null: now. */
  readonly atMs: number | null;
  /** Older ones are left out. */
  readonly maxAgeMs: number;
}

export type TelemetryQuestion = PointsQuestion | BucketsQuestion | LastQuestion;

/** How much one question may come to. */
export interface QuestionLimits {
  readonly series: number;
  /** Rows of an answer that is put together before it is given: buckets of all its groups or series. */
  readonly rows: number;
}

/** Too much is refused with what would do instead. @throws AppError (invalid) TELEMETRY_QUERY.TOO_MANY_SERIES */
export function demandFewSeries(count: number, { series: limit }: QuestionLimits): void {
  if (count > limit) throw invalid('TELEMETRY_QUERY.TOO_MANY_SERIES', `The question names more than ${limit} metrics of machines. Name fewer machines, or the metrics.`, { limit });
}

/**
 * @param series that buckets are read of, or groups
 * @throws AppError (invalid) TELEMETRY_QUERY.TOO_MANY_ROWS, with a width that would do; null where none would
 */
export function demandFewRows({ series, buckets, widthMs }: { readonly series: number; readonly buckets: number; readonly widthMs: number }, { rows: limit }: QuestionLimits): void {
  const rows = series * buckets;
  if (rows <= limit) return;
  // One bucket more than the range is long, as it need not begin where a bucket does.
  const most = Math.floor(limit / series) - 1;
  const enoughMs = most > 0 ? Math.ceil((widthMs * buckets) / most / 1_000) * 1_000 : null;
  throw invalid('TELEMETRY_QUERY.TOO_MANY_ROWS', `The answer would have about ${rows} rows, and may have ${limit}. Ask for wider buckets, a shorter range, or fewer metrics.`, { rows, limit, bucketMs: enoughMs });
}

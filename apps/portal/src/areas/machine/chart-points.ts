import type { InstantRange } from '@tenon/ui';
import type { SilenceRule } from '@tenon/ui/charts';
import type { MachineHistoryQuery, MetricQuantity } from '../../generated/documents';

export type History = MachineHistoryQuery['seriesRange'][number];

/** Points that arrived live, oldest first. */
export interface Tail {
  readonly atMs: readonly number[];
  readonly value: readonly number[];
}

/** What a chart draws: a line, and where points were gathered into buckets, the band between lowest and highest. */
export interface ChartPoints {
  readonly atMs: number[];
  readonly value: number[];
  readonly min?: number[];
  readonly max?: number[];
}

/** The narrowest span that a person may choose. */
export const SHORTEST_SPAN_MS = 10_000;
/** How tall the overview is, in px: its room is kept while it loads, so that nothing moves when it comes. */
export const WHOLE_TIME_HEIGHT = 70;

const BUCKET_TOLERANCE = 1.6;
const SPACING_TOLERANCE = 3.5;
const SHORTEST_SILENCE_MS = 5_000;
const HOUR_MS = 3_600_000;
const SHORTEST_VIEW_MS = 60_000;
const LEAD_MS = 2_000;
const LONGEST_LIVE_MS = 24 * HOUR_MS;

function endOf(history: History): number {
  const last = history.at.at(-1);
  return last === undefined ? Number.NEGATIVE_INFINITY : last + (history.bucketMs ?? 0);
}

/**
 * One metric's history with what has arrived since. A bucket is drawn at its middle, but never later than `untilMs`;
 * a running counter is drawn by its last reading in a bucket, everything else by the mean.
 */
export function chartPoints(history: History, tail: Tail, quantity: MetricQuantity, untilMs: number): ChartPoints {
  const halfMs = (history.bucketMs ?? 0) / 2;
  const line = quantity === 'COUNTER' ? history.last : history.mean;
  const from = endOf(history);
  const first = tail.atMs.findIndex((at) => at >= from && at > (history.at.at(-1) ?? Number.NEGATIVE_INFINITY));
  const newAt = first < 0 ? [] : tail.atMs.slice(first);
  const newValue = first < 0 ? [] : tail.value.slice(first);
  const atMs = [...history.at.map((at) => Math.min(at + halfMs, untilMs)), ...newAt];
  const value = [...line, ...newValue];
  if (history.bucketMs === null || quantity === 'COUNTER') return { atMs, value };
  return { atMs, value, min: [...history.min, ...newValue], max: [...history.max, ...newValue] };
}

/**
 * From what silence on a line is broken: well above the widest bucket, and above how often the machine sends at that place.
 * @param buckets the buckets' widths in milliseconds, null where points were not gathered
 */
export function silenceOf(buckets: readonly (number | null)[]): SilenceRule {
  const widestMs = Math.max(0, ...buckets.map((bucketMs) => bucketMs ?? 0));
  return { overMs: Math.max(SHORTEST_SILENCE_MS, BUCKET_TOLERANCE * widestMs), timesUsual: SPACING_TOLERANCE };
}

/** A young machine's data fills its chart: a span of an hour or less starts where data does, a minute ago at the latest. */
function startOfReadings(firsts: readonly number[], range: InstantRange): number {
  if (range.toMs - range.fromMs > HOUR_MS || firsts.length === 0) return range.fromMs;
  const start = Math.min(...firsts) - LEAD_MS;
  return Math.max(range.fromMs, Math.min(start, range.toMs - SHORTEST_VIEW_MS));
}

/** Whether new points are drawn as they arrive: a longer span would not show them. */
export function isLiveSpan({ fromMs, toMs }: InstantRange): boolean {
  return toMs - fromMs <= LONGEST_LIVE_MS;
}

/** The stretch of time that a page's charts show together while its range moves on: up to the newest point, from the range's length before it. */
export function movingView(range: InstantRange, histories: readonly History[], tails: readonly Tail[]): InstantRange {
  if (!isLiveSpan(range)) return range;
  const toMs = Math.max(range.toMs, ...tails.map(({ atMs }) => atMs.at(-1) ?? 0));
  const firsts = [...histories.map(({ at }) => at[0]), ...tails.map(({ atMs }) => atMs[0])].filter((at) => at !== undefined);
  return { fromMs: startOfReadings(firsts, { fromMs: toMs - (range.toMs - range.fromMs), toMs }), toMs };
}

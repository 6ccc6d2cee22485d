/** The one time range of a page: what it may be, and how it stands in the address bar. */

export const RANGE_PRESETS = ['1h', '6h', '24h', '7d', '30d', '12M'] as const;
export type RangePreset = (typeof RANGE_PRESETS)[number];

/** From (included) to (excluded), ms since the epoch. */
export interface InstantRange {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A preset slides with the present; from–to stands still. */
export type RangeValue = { readonly preset: RangePreset } | InstantRange;

const HOUR_MS = 3_600_000;
const SPAN_MS: Readonly<Record<Exclude<RangePreset, '12M'>, number>> = {
  '1h': HOUR_MS,
  '6h': 6 * HOUR_MS,
  '24h': 24 * HOUR_MS,
  '7d': 7 * 24 * HOUR_MS,
  '30d': 30 * 24 * HOUR_MS,
};

export type RangeQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

/** For the address bar: `{ range: '24h' }` or `{ from, to }` as ISO instants. */
export function rangeToQuery(value: RangeValue): Record<string, string> {
  if ('preset' in value) return { range: value.preset };
  return { from: new Date(value.fromMs).toISOString(), to: new Date(value.toMs).toISOString() };
}

function reader(query: URLSearchParams | RangeQuery): (name: string) => string | undefined {
  if (query instanceof URLSearchParams) return (name) => query.get(name) ?? undefined;
  return (name) => {
    const value = query[name];
    return typeof value === 'string' ? value : value?.[0];
  };
}

/** Reads the address bar back; what is missing, unreadable or backwards gives the fallback. */
export function rangeFromQuery(query: URLSearchParams | RangeQuery, fallback: RangeValue = { preset: '24h' }): RangeValue {
  const read = reader(query);
  const [from, to] = [read('from'), read('to')];
  if (from !== undefined && to !== undefined) {
    const [fromMs, toMs] = [Date.parse(from), Date.parse(to)];
    return fromMs < toMs ? { fromMs, toMs } : fallback;
  }
  const preset = RANGE_PRESETS.find((known) => known === read('range'));
  return preset ? { preset } : fallback;
}

/** Twelve calendar months earlier; 29 February becomes the 28th. */
function yearEarlier(atMs: number): number {
  const date = new Date(atMs);
  const month = date.getUTCMonth();
  date.setUTCFullYear(date.getUTCFullYear() - 1);
  if (date.getUTCMonth() !== month) date.setUTCDate(0);
  return date.getTime();
}

/** The instants a range means at this moment. */
export function resolveRange(value: RangeValue, nowMs: number): InstantRange {
  if (!('preset' in value)) return { fromMs: value.fromMs, toMs: value.toMs };
  const fromMs = value.preset === '12M' ? yearEarlier(nowMs) : nowMs - SPAN_MS[value.preset];
  return { fromMs, toMs: nowMs };
}

/** The range of the same length just before (−1) or just after (1); never past the present, where it becomes what it was. */
export function shiftRange(value: RangeValue, direction: -1 | 1, nowMs: number): RangeValue {
  const { fromMs, toMs } = resolveRange(value, nowMs);
  if (direction === 1 && 'preset' in value) return value;
  const spanMs = toMs - fromMs;
  const shiftedToMs = Math.min(toMs + direction * spanMs, nowMs);
  return { fromMs: shiftedToMs - spanMs, toMs: shiftedToMs };
}

export function isSameRange(one: RangeValue, other: RangeValue): boolean {
  if ('preset' in one || 'preset' in other) return 'preset' in one && 'preset' in other && one.preset === other.preset;
  return one.fromMs === other.fromMs && one.toMs === other.toMs;
}

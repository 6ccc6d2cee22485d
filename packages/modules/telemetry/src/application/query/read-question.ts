import { telemetryQuestion } from '@tenon/contracts/telemetry';
import type { BucketsQuestion, FillRule, LastQuestion, PointsQuestion, TelemetryQuestion } from '@tenon/domain/telemetry';
import { invalid, type TimeRange } from '@tenon/kernel';
import { readRange } from '../read-range.js';

type Written = ReturnType<typeof telemetryQuestion.parse>;

/** What goes with one way of reading alone. It is refused elsewhere: what is said and not done would be believed to be done. */
const GOES_WITH: Readonly<Record<TelemetryQuestion['read'], ReadonlySet<string>>> = {
  points: new Set(['from', 'to']),
  buckets: new Set(['from', 'to', 'bucketMs', 'timeZone', 'aggregates', 'groupBy', 'combine', 'fill', 'fillValue', 'maxGapMs']),
  last: new Set(['at', 'maxAgeMs']),
};
const ALWAYS = new Set(['read', 'machines', 'metrics']);

/**
 * A question from outside.
 * @throws AppError (invalid) TELEMETRY_QUERY.INVALID, which names the member that is wrong; TELEMETRY.RANGE_INVALID
 */
export function readQuestion(raw: unknown): TelemetryQuestion {
  const written = readText(raw);
  const apart = Object.keys(written).find((member) => !ALWAYS.has(member) && !GOES_WITH[written.read].has(member));
  if (apart !== undefined) throw faulty(apart, `It does not go with "read": "${written.read}".`);
  if (written.read === 'points') return ofPoints(written);
  return written.read === 'last' ? ofLast(written) : ofBuckets(written);
}

function readText(raw: unknown): Written {
  const read = telemetryQuestion.safeParse(raw);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw faulty(issue?.path.join('.') ?? '', issue?.message ?? 'It is no question.');
}

function faulty(member: string, why: string): Error {
  return invalid('TELEMETRY_QUERY.INVALID', `${member || 'The question'}: ${why}`, { member, why });
}

function rangeOf({ from, to }: Written): TimeRange {
  if (from === undefined || to === undefined) throw faulty(from === undefined ? 'from' : 'to', 'A range has both ends.');
  return readRange({ from, to });
}

function ofPoints(written: Written): PointsQuestion {
  return { read: 'points', machines: written.machines, metrics: written.metrics, range: rangeOf(written) };
}

function ofLast({ machines, metrics, at, maxAgeMs }: Written): LastQuestion {
  return { read: 'last', machines, metrics, atMs: at === undefined ? null : new Date(at).getTime(), maxAgeMs: maxAgeMs ?? Infinity };
}

function ofBuckets(written: Written): BucketsQuestion {
  const { machines, metrics, bucketMs, timeZone, aggregates } = written;
  if (bucketMs === undefined) throw faulty('bucketMs', 'Buckets have a width.');
  const figures = new Set(aggregates ?? (['mean'] as const));
  return { read: 'buckets', machines, metrics, range: rangeOf(written), widthMs: bucketMs, timeZone: timeZone ?? null, aggregates: [...figures], group: groupOf(written), fill: fillOf(written) };
}

function groupOf({ groupBy, combine }: Written): BucketsQuestion['group'] {
  if (groupBy) return { by: [...new Set(groupBy)], combine: combine ?? 'pooled' };
  if (combine !== undefined) throw faulty('combine', 'It goes with groupBy.');
  return null;
}

function fillOf({ fill: kind = 'none', fillValue, maxGapMs }: Written): FillRule {
  if ((kind === 'constant') === (fillValue === undefined)) throw faulty('fillValue', 'It goes with "fill": "constant".');
  return { kind, value: fillValue ?? 0, maxGapMs: maxGapMs ?? Infinity };
}

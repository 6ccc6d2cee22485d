/**
 * Telemetry: what devices send and how it is summed up. Reading payloads, judging clocks, stamping what came without a time, dividing time into buckets,
 * aggregates that merge, blocks in which points rest, and what a metric's numbers mean.
 */
export { type Aggregate, aggregateOf, meanOf, mergeAggregates, type Point } from './aggregate.js';
export { blockDamaged, type BlockPoints, decodeBlock, encodeBlock, isSameValue, joined, laidOver, MOST_BLOCK_POINTS, NO_POINTS, partedByStamps, partedPoints, placeOf, slicePoints, within } from './block/index.js';
export { checkClock, type ClockLimits, type ClockRefusal, DEFAULT_CLOCK_LIMITS } from './check-clock.js';
export { decodeAttributes } from './decode-attributes.js';
export { DEFAULT_DECODE_LIMITS, type DecodeLimits } from './decode-limits.js';
export { decodeTelemetry, type TelemetryMessage, type TelemetrySample } from './decode-telemetry.js';
export { readTime } from './device-timestamp.js';
export { guessQuantity } from './guess-quantity.js';
export { guessUnit } from './guess-unit.js';
export { isMetricQuantity, METRIC_QUANTITIES, type MetricMeaning, type MetricQuantity, type ValueKind } from './metric-quantity.js';
export type { JsonValue, MetricEntry, MetricValue } from './metric-value.js';
export { BUCKET_WIDTHS_MS, type BucketPlan, type BucketQuestion, type BucketSource, bucketStartMs, planBuckets } from './plan-buckets.js';
export { readMetric } from './read-metrics.js';
export { PAYLOAD_REFUSALS } from './refusals.js';
export { keptFromMs, type RetentionRefusal, tooOld } from './retention.js';
export { type Bucket, fromPoints, mergeBuckets } from './roll-up.js';
export { ServerStamp, stampsFrom, type Stamps } from './server-stamp.js';
export * from './rest/index.js';
export * from './query/index.js';

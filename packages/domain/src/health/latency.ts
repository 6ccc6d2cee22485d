/** Up to where the first bucket goes, in milliseconds. */
const FIRST_MS = 0.5;
/** Three buckets double the time: a figure that is read from them is at most a quarter too high. */
const PER_DOUBLING = 3;
/** As many as reach beyond nine minutes; what takes longer counts as that. */
export const LATENCY_BUCKETS = 61;

const upperMs = (bucket: number): number => FIRST_MS * 2 ** (bucket / PER_DOUBLING);

/** Which bucket counts a span of time. @param ms ≥ 0 */
export function latencyBucket(ms: number): number {
  if (!(ms > FIRST_MS)) return 0;
  return Math.min(LATENCY_BUCKETS - 1, Math.ceil(Math.log2(ms / FIRST_MS) * PER_DOUBLING));
}

/**
 * The time within which a share of what was counted was done: the upper end of its bucket, so never too low, and at most a quarter too high.
 * @param buckets counts, as {@link latencyBucket} numbers them
 * @param share 0 < share ≤ 1
 * @param slowestMs what nothing was slower than
 * @returns milliseconds; 0 where nothing was counted
 */
export function latencyQuantile(buckets: readonly number[], share: number, slowestMs: number): number {
  const count = buckets.reduce((sum, each) => sum + each, 0);
  if (count === 0) return 0;
  const wanted = Math.ceil(count * share);
  let seen = 0;
  const at = buckets.findIndex((each) => (seen += each) >= wanted);
  return Math.min(upperMs(at), slowestMs);
}

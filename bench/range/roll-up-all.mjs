// @ts-check

/** @type {typeof import('../../packages/modules/telemetry/src/jobs/slice-pace.js')} */
const { SlicePace } = await import(new URL('../../packages/modules/telemetry/dist/jobs/slice-pace.js', import.meta.url).href);

const END_MS = Date.UTC(9000, 0);

/**
 * Rolls up what is dirty, slice by slice as the worker does.
 * @param {ReturnType<typeof import('./store.mjs').openStore>} store
 * @param {number} values how many that are
 * @param {number} [beforeMs]
 */
export async function rollUpAll(store, values, beforeMs = END_MS) {
  const pace = new SlicePace();
  const slices = [];
  for (let hasMore = true; hasMore; ) {
    const startedMs = performance.now();
    const done = await store.rollUp({ beforeMs, maxMinutes: pace.minutes });
    slices.push(performance.now() - startedMs);
    pace.took(done);
    hasMore = done.hasMore;
  }
  slices.sort((a, b) => a - b);
  const tookMs = slices.reduce((sum, ms) => sum + ms, 0);
  return { values, valuesPerSecond: (values / tookMs) * 1_000, p95Ms: slices[Math.floor(slices.length * 0.95)] ?? 0 };
}

// @ts-check
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Waits; an abort ends the wait early, without an error.
 * @param {number} durationMs
 * @param {AbortSignal} [signal]
 */
export async function sleep(durationMs, signal) {
  await delay(durationMs, undefined, { signal }).catch(() => undefined);
}

/**
 * Asks again and again until the answer is yes.
 * @param {() => boolean | Promise<boolean>} isTrue
 * @param {{ timeoutMs: number, everyMs?: number }} pace
 * @returns {Promise<boolean>} false when the time ran out first.
 */
export async function waitUntil(isTrue, { timeoutMs, everyMs = 50 }) {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    if (await isTrue()) return true;
    if (Date.now() >= deadline) return false;
    await sleep(everyMs);
  }
}

// @ts-check
import { payloadOf } from './batches.mjs';

/** @typedef {import('./batches.mjs').PreparedReading} PreparedReading */

/**
 * What became of a message: stored, refused for good, or to be sent again later.
 * @typedef {{ kind: 'stored' } | { kind: 'refused', reason: string } | { kind: 'later' }} Outcome
 *
 * @typedef {object} SenderOptions
 * @property {(payload: string) => Promise<Outcome>} publish Rejects when nothing can be sent any more.
 * @property {number} window Messages on their way at once.
 * @property {(readings: readonly PreparedReading[]) => void} onStored
 * @property {(readings: readonly PreparedReading[], reason: string) => void} onRefused
 * @property {(delayMs: number) => Promise<void>} pause
 */

const LATER_MS = 1_000;
/** A message is taken whole or not at all, so a refused one is halved to find the rows at fault; past this many searches no more. */
const MOST_SEARCHES = 20;

/**
 * Sends batches, so many at a time.
 * @param {SenderOptions} options
 */
export function createSender({ publish, window, onStored, onRefused, pause }) {
  /** @type {Set<Promise<void>>} */
  const underway = new Set();
  let searches = 0;
  /** @type {unknown} */
  let failure = null;

  const deliver = async (/** @type {readonly PreparedReading[]} */ readings, /** @type {boolean} */ isSearch) => {
    let outcome = await publish(payloadOf(readings));
    while (outcome.kind === 'later') {
      await pause(LATER_MS);
      outcome = await publish(payloadOf(readings));
    }
    if (outcome.kind === 'stored') return onStored(readings);
    if (!isSearch) searches += 1;
    if (readings.length === 1 || searches > MOST_SEARCHES) return onRefused(readings, outcome.reason);
    const middle = Math.ceil(readings.length / 2);
    await deliver(readings.slice(0, middle), true);
    await deliver(readings.slice(middle), true);
  };

  return {
    /**
     * Resolves when there is room for the next.
     * @param {readonly PreparedReading[]} readings
     * @param {() => void} onSettled when each of them is stored or refused
     */
    async send(readings, onSettled) {
      while (underway.size >= window) await Promise.race(underway);
      if (failure) throw failure;
      const delivery = deliver(readings, false)
        .then(onSettled, (error) => void (failure ??= error))
        .finally(() => underway.delete(delivery));
      underway.add(delivery);
    },
    /** Resolves when nothing is on its way. */
    async drained() {
      while (underway.size > 0) await Promise.race(underway);
      if (failure) throw failure;
    },
  };
}

// @ts-check

const FIRST_MS = 250;
const LONGEST_MS = 10_000;
/** Who stood this long has recovered; its next fall starts over. */
const STEADY_MS = 30_000;

/**
 * How long to wait before a child that died is started again: 250 ms, doubling to 10 s, over again once it stood for 30 s.
 */
export function createBackoff() {
  let nextMs = FIRST_MS;
  return {
    /**
     * @param {number} uptimeMs How long it ran.
     * @returns {number}
     */
    afterFall(uptimeMs) {
      const delayMs = uptimeMs >= STEADY_MS ? FIRST_MS : nextMs;
      nextMs = Math.min(delayMs * 2, LONGEST_MS);
      return delayMs;
    },
  };
}

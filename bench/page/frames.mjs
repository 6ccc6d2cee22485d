// @ts-check

/** @typedef {import('../../e2e/node_modules/playwright-core/index.js').Page} Page */

/** What a screen that shows sixty frames a second leaves for one. */
export const FRAME_MS = 1_000 / 60;

/**
 * Counts the frames a page shows while somebody does something on it, by the clock that the browser gives each frame; and the time its main
 * thread was at work meanwhile.
 * @param {Page} page
 * @param {() => Promise<unknown>} act
 * @returns {Promise<{ frames: number, perSecond: number, p95Ms: number, longestMs: number, workMsPerFrame: number }>}
 */
export async function framesWhile(page, act) {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Performance.enable');
  const workedMs = async () => {
    const { metrics } = await devTools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
  };
  await page.evaluate(() => {
    /** @type {number[]} */
    const shownAt = [];
    let isOver = false;
    const note = (/** @type {number} */ atMs) => {
      shownAt.push(atMs);
      if (!isOver) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
    Object.assign(globalThis, { endFrames: () => ((isOver = true), shownAt) });
  });
  const before = await workedMs();
  await act();
  const shownAt = await page.evaluate(() => /** @type {{ endFrames(): number[] }} */ (/** @type {unknown} */ (globalThis)).endFrames());
  const worked = (await workedMs()) - before;
  await devTools.detach();
  const gaps = shownAt.slice(1).map((at, index) => at - (shownAt[index] ?? at)).sort((a, b) => a - b);
  const spanMs = gaps.reduce((sum, gap) => sum + gap, 0);
  return { frames: gaps.length, perSecond: (gaps.length / spanMs) * 1_000, p95Ms: gaps[Math.floor(gaps.length * 0.95)] ?? 0, longestMs: gaps.at(-1) ?? 0, workMsPerFrame: worked / gaps.length };
}

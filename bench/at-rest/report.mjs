// @ts-check

const THOUSAND_MILLIONS = 1e9;
const [GB, MB] = [1e9, 1e6];

/** @typedef {{ total: number, points: number, rowBytes: number, seconds: number, blockBytes: number, rowsLeftBytes: number, mostRssBytes: number, peerBytes: Record<string, number> }} Step */

/** @param {string} name @param {string} value */
const line = (name, value) => `${name.padEnd(26)}${value}\n`;

/**
 * One line a size, and what follows.
 * @param {{ steps: Step[], slow: { points: number, blockBytes: number, rollUpBytes: number } }} figures
 */
export function report({ steps, slow }) {
  let text = '';
  for (const { total, points, rowBytes, seconds, blockBytes, rowsLeftBytes, mostRssBytes, peerBytes } of steps) {
    text += line(
      `${(total / MB).toFixed(1)} million points`,
      `${(blockBytes / total).toFixed(2)} bytes a point in blocks, ${(rowBytes / points).toFixed(1)} as rows; ${Math.round(points / seconds).toLocaleString('en')} points/s moved, ${(mostRssBytes / MB).toFixed(0)} MB of memory; ${(rowsLeftBytes / MB).toFixed(1)} MB left behind`,
    );
    for (const [peer, bytes] of Object.entries(peerBytes)) text += line(`  ${peer}`, `${(bytes / total).toFixed(2)} bytes a point, ${(bytes / blockBytes).toFixed(2)} × as many`);
  }
  const [first, last] = [steps.at(-2), steps.at(-1)];
  if (first && last) {
    const slope = (last.blockBytes - first.blockBytes) / (last.total - first.total);
    text += line('a thousand million', `${((last.blockBytes + slope * (THOUSAND_MILLIONS - last.total)) / GB).toFixed(2)} GB by the slope between the last two, ${slope.toFixed(3)} bytes a point`);
  }
  text += line('once a minute', `${(slow.blockBytes / slow.points).toFixed(2)} bytes a point in blocks, and ${(slow.rollUpBytes / slow.points).toFixed(2)} of its minutes and hours`);
  return text;
}

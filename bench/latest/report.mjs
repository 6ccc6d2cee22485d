// @ts-check
/** @typedef {import('./measure-latest.mjs').LatestFigure} LatestFigure */

/** @param {string} name @param {string} value */
const line = (name, value) => `${name.padEnd(26)}${value}\n`;

/** @param {LatestFigure['store']} timing @param {number} values */
const shown = ({ p50Ms, p95Ms, cpuUs }, values) => `p50 ${p50Ms.toFixed(2)} ms, p95 ${p95Ms.toFixed(2)} ms${cpuUs === null ? '' : `, ${(cpuUs / values).toFixed(2)} µs of processor a value`}`;

/**
 * One line a figure.
 * @param {readonly LatestFigure[]} figures
 */
export function report(figures) {
  return figures
    .map(({ name, values, store, peer, ratio }) =>
      line(name, `${values.toLocaleString('en')} values: tenon ${shown(store, values)}; a bare SELECT of the newest ${shown(peer, values)}; ${ratio.toFixed(2)} × its speed`))
    .join('');
}

// @ts-check
import { peerLine } from '../peers/ask-peer.mjs';

/** @typedef {import('./measure-latest.mjs').LatestFigure} LatestFigure */

/** @param {string} name @param {string} value */
const line = (name, value) => `${name.padEnd(26)}${value}\n`;

/** @param {LatestFigure['store']} timing @param {number} values */
const shown = ({ p50Ms, p95Ms, cpuUs }, values) => `p50 ${p50Ms.toFixed(2)} ms, p95 ${p95Ms.toFixed(2)} ms${cpuUs === null ? '' : `, ${(cpuUs / values).toFixed(2)} µs of processor a value`}`;

/**
 * One line a figure, the peers' below it.
 * @param {readonly LatestFigure[]} figures
 * @param {readonly import('../peers/ask-peer.mjs').PeerAnswer[]} peers
 */
export function report(figures, peers) {
  return figures
    .map(({ name, values, store, peer, ratio }) =>
      line(name, `${values.toLocaleString('en')} values: tenon ${shown(store, values)}; a bare SELECT of the newest ${shown(peer, values)}; ${ratio.toFixed(2)} × its speed`) +
      peers.filter((answer) => answer.name === name).map((answer) => peerLine(answer, store.p50Ms)).join(''))
    .join('');
}

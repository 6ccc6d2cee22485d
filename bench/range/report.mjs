// @ts-check
import { peerLine } from '../peers/ask-peer.mjs';

/** @typedef {import('./measure-ranges.mjs').RangeFigure} RangeFigure */
/** @typedef {import('./measure-ranges.mjs').Timing} Timing */

/** @param {string} name @param {string} value */
const line = (name, value) => `${name.padEnd(26)}${value}\n`;

/** @param {Timing} timing */
const shown = ({ p50Ms, p95Ms, cpuUsPerPoint }) => `p50 ${p50Ms.toFixed(1)} ms, p95 ${p95Ms.toFixed(1)} ms${cpuUsPerPoint === null ? '' : `, ${cpuUsPerPoint.toFixed(3)} µs of processor a point`}`;

/**
 * One line a figure, the peers' below it.
 * @param {{ rollUps: Record<string, { valuesPerSecond: number, p95Ms: number }>, ranges: RangeFigure[], peers: import('../peers/ask-peer.mjs').PeerAnswer[] }} results
 */
export function report({ rollUps, ranges, peers }) {
  let text = '';
  for (const [step, { valuesPerSecond, p95Ms }] of Object.entries(rollUps)) {
    text += line(`rolled up, ${step}`, `${Math.round(valuesPerSecond).toLocaleString('en')} values/s on one connection, transaction p95 ${p95Ms.toFixed(0)} ms`);
  }
  for (const { name, points, buckets, resolution, store, peer, ratio } of ranges) {
    text += line(name, `${points.toLocaleString('en')} points to ${buckets} buckets, from ${resolution}: tenon ${shown(store)}; a bare SELECT avg ${shown(peer)}; ${ratio.toFixed(2)} × its speed`);
    text += peers.filter((answer) => answer.name === name).map((answer) => peerLine(answer, store.p50Ms)).join('');
  }
  return text;
}

// @ts-check
import { allOf } from './sizes.mjs';

/** @typedef {import('./measure-tenon.mjs').Size} Size */
/** @typedef {import('./measure-peers.mjs').PeerFigures} PeerFigures */

const MILLION = 1e6;
const THOUSAND_MILLIONS = 1e9;
const GB = 1e9;

/** @param {string} name @param {string} value */
const line = (name, value) => `${name.padEnd(42)}${value}\n`;
const size = (/** @type {number} */ points) => `${(points / MILLION).toFixed(1)} million points`;

/**
 * One line a figure, the peers' beside ours.
 * @param {{ loadBefore: number, sizes: readonly Size[], sharedBuffers: string, peers: readonly PeerFigures[] }} figures
 */
export function report({ loadBefore, sizes, sharedBuffers, peers }) {
  let text = line('load average before', loadBefore.toFixed(1));
  for (const each of sizes) text += ofSize(each, sharedBuffers);
  text += growth(sizes) + flatness(sizes);
  for (const { name, sizes: theirs } of peers) for (const their of theirs) text += ofPeer(name, their, sizes.find(({ points }) => points === their.points));
  return text;
}

/** @param {Size} figures @param {string} sharedBuffers */
function ofSize({ points, added, bytes, costs, peakMb }, sharedBuffers) {
  const a = (/** @type {number} */ of) => (of / points).toFixed(2);
  const spent = Object.entries(costs).map(([what, { ms, cpuMs }]) => `${what} ${(ms / 1_000 / (added / MILLION)).toFixed(2)} s (${(cpuMs / 1_000 / (added / MILLION)).toFixed(2)} s)`);
  return (
    line(size(points), `${a(allOf(bytes))} bytes a point: blocks ${a(bytes.blocks)}, roll-ups ${a(bytes.rollUps)}, indexes ${a(bytes.indexes)}, rows ${a(bytes.rows)}, the rest ${a(bytes.rest)}`) +
    line('', `a million more, and of a processor: ${spent.join(', ')}`) +
    line('', `worker at most ${peakMb.toFixed(0)} MB; PostgreSQL's shared buffers ${sharedBuffers}`)
  );
}

/** What a thousand million points take by the slope between the last two sizes. @param {readonly Size[]} sizes */
function growth(sizes) {
  const [first, last] = [sizes.at(-2), sizes.at(-1)];
  if (!first || !last) return '';
  const by = (/** @type {(size: Size) => number} */ of) => {
    const slope = (of(last) - of(first)) / (last.points - first.points);
    return { slope, there: of(last) + slope * (THOUSAND_MILLIONS - last.points) };
  };
  const [disk, memory] = [by(({ bytes }) => allOf(bytes)), by(({ peakMb }) => peakMb)];
  const seconds = Object.values(last.costs).reduce((sum, { cpuMs }) => sum + cpuMs, 0) / 1_000;
  return line('a thousand million', `${(disk.there / GB).toFixed(1)} GB by ${disk.slope.toFixed(2)} bytes a point; the worker at most ${memory.there.toFixed(0)} MB; ${((seconds / last.added) * THOUSAND_MILLIONS / 3_600).toFixed(1)} hours of one processor to take them in and put them to rest`);
}

/** @param {readonly Size[]} sizes */
function flatness(sizes) {
  const [first, last] = [sizes[0], sizes.at(-1)];
  if (!first || !last || first === last) return '';
  return line('writing one more message', `${sizes.map(({ points, messageUs }) => `${messageUs.toFixed(1)} µs of processor at ${(points / MILLION).toFixed(0)} million`).join(', ')}: ${(last.messageUs / first.messageUs).toFixed(2)} ×`);
}

/** @param {string} name @param {import('./measure-peers.mjs').PeerSize} theirs @param {Size | undefined} ours */
function ofPeer(name, { points, added, bytes, write, settle, peakMb }, ours) {
  const us = (/** @type {number} */ ms) => (ms * 1_000) / added;
  const beside = ours ? `; ours ${(allOf(ours.bytes) / ours.points).toFixed(2)}, without roll-ups ${((ours.bytes.blocks + ours.bytes.rows) / ours.points).toFixed(2)}` : '';
  const written = ours ? `; ours ${us(ours.costs.write.cpuMs * (added / ours.added)).toFixed(2)} µs` : '';
  return (
    line(`${name}, ${size(points)}`, `${(bytes / points).toFixed(2)} bytes a point${beside}`) +
    line('', `written by HTTP at ${us(write.cpuMs).toFixed(2)} µs of processor a point (${us(settle.cpuMs).toFixed(2)} µs more to settle)${written}; at most ${peakMb.toFixed(0)} MB`)
  );
}

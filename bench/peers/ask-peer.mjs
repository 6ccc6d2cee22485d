// @ts-check
import { timed } from '../timing/timed.mjs';

/** What a peer is asked, and how much must come of it. @typedef {{ name: string, series: number, rows: number, ask: (peer: import('./peer.mjs').Peer) => Promise<string> }} PeerQuestion */
/** @typedef {{ peer: string, name: string, timing: import('../timing/timed.mjs').Timing }} PeerAnswer */

/**
 * How long a peer takes to answer, its answer's coming included and reading it not.
 * @param {import('./peer.mjs').Peer} peer
 * @param {PeerQuestion} question
 * @param {number} rounds
 * @returns {Promise<PeerAnswer>}
 */
export async function askPeer(peer, { name, series, rows, ask }, rounds) {
  const found = peer.rows(await ask(peer));
  const all = found.reduce((sum, values) => sum + values.length, 0);
  if (found.length !== series || all !== rows) throw new Error(`${peer.name}, ${name}: ${found.length} series with ${all} rows where there are ${series} with ${rows}.`);
  return { peer: peer.name, name, timing: await timed(() => ask(peer), peer.pid(), rounds) };
}

/**
 * One line an answer.
 * @param {PeerAnswer} answer
 * @param {number | undefined} ourP50Ms
 */
export function peerLine({ peer, timing: { p50Ms, p95Ms, cpuUs } }, ourP50Ms) {
  const ratio = ourP50Ms === undefined ? '' : `; ours ${(p50Ms / ourP50Ms).toFixed(2)} × its speed`;
  return `${`  ${peer}`.padEnd(36)}p50 ${p50Ms.toFixed(1)} ms, p95 ${p95Ms.toFixed(1)} ms, ${cpuUs === null ? '' : `${(cpuUs / 1_000).toFixed(1)} ms of processor`}${ratio}\n`;
}

// @ts-check
import { cpuMs, peakMb } from '../ingest/cpu.mjs';
import { withEachPeer } from '../peers/start-peers.mjs';
import { chunksOf, KEYS, messagesOf, METRICS } from './made-data.mjs';

/** Lines of a request. */
const CHUNK = 10_000;

/**
 * @typedef {{ points: number, added: number, bytes: number, write: import('./measure-tenon.mjs').Cost, settle: import('./measure-tenon.mjs').Cost, peakMb: number }} PeerSize
 * @typedef {{ name: string, sizes: PeerSize[] }} PeerFigures
 */

/**
 * The same points in each peer, by line protocol over HTTP, one request after the other.
 * @param {readonly (readonly import('./lots.mjs').Lot[])[]} lotsBySize
 * @returns {Promise<PeerFigures[]>}
 */
export function measurePeers(lotsBySize) {
  return withEachPeer(async (peer) => {
    const sizes = [];
    let points = 0;
    for (const lots of lotsBySize) {
      const before = points;
      const write = { ms: 0, cpuMs: 0 };
      for (const lot of lots) {
        for (const lines of chunksOf(messagesOf(lot), CHUNK, lineOf)) {
          const body = Buffer.from(lines.join('\n'));
          const [cpuBefore, startedMs] = [cpuMs(peer.pid()), performance.now()];
          await peer.write(body);
          write.ms += performance.now() - startedMs;
          write.cpuMs += cpuMs(peer.pid()) - cpuBefore;
          points += lines.length * METRICS;
        }
      }
      const [pidBefore, cpuBefore, startedMs] = [peer.pid(), cpuMs(peer.pid()), performance.now()];
      const heldMb = peakMb(pidBefore);
      await peer.settle();
      const settle = { ms: performance.now() - startedMs, cpuMs: cpuMs(peer.pid()) - (peer.pid() === pidBefore ? cpuBefore : 0) };
      sizes.push({ points, added: points - before, bytes: await peer.bytes(), write, settle, peakMb: Math.max(heldMb, peakMb(peer.pid())) });
    }
    return { name: peer.name, sizes };
  });
}

/** @param {import('./made-data.mjs').Message} message */
function lineOf({ machine, atMs, values }) {
  return `plant,id=${machine} ${KEYS.map((key, i) => `${key}=${values[i]}`).join(',')} ${atMs}`;
}

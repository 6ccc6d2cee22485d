// @ts-check
import { startInfluxdb } from './influxdb.mjs';
import { startVictoriaMetrics } from './victoria-metrics.mjs';

/** Each peer, and what is said where it cannot be had. */
const PEERS = /** @type {const} */ ([
  ['influxdb', startInfluxdb],
  ['victoria-metrics', startVictoriaMetrics],
]);

/**
 * One peer after the other, so that none takes a processor from another.
 * @template T
 * @param {(peer: import('./peer.mjs').Peer) => Promise<T>} measure
 * @returns {Promise<T[]>}
 */
export async function withEachPeer(measure) {
  const found = [];
  for (const each of PEERS) {
    const peer = await startOrSay(each);
    if (!peer) continue;
    try {
      found.push(await measure(peer));
    } finally {
      await peer.stop();
    }
  }
  return found;
}

/** All that can be had; whoever starts them stops them. */
export async function startPeers() {
  const started = [];
  for (const each of PEERS) started.push(await startOrSay(each));
  return started.filter((peer) => peer !== null);
}

/** @param {typeof PEERS[number]} peer */
async function startOrSay([name, start]) {
  const peer = await start();
  if (!peer) process.stderr.write(`${name} is not measured: it is not installed, and its Debian package cannot be fetched here.\n`);
  return peer;
}

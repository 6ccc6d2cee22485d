// @ts-check
import { backendOf, timed } from '../timing/timed.mjs';
import { METRICS } from './load-heads.mjs';

/** Machines asked about at once: one page of the portal's list, and all of them. */
export const PAGE = 50;

/**
 * @typedef {import('../timing/timed.mjs').Timing} Timing
 * @typedef {{ name: string, values: number, store: Timing, peer: Timing, ratio: number }} LatestFigure
 */

/**
 * @param {{ store: ReturnType<typeof import('./store.mjs').openLatest>, superuser: import('pg').Pool, deviceIds: readonly string[], rounds: number }} parts
 * @returns {Promise<LatestFigure[]>}
 */
export async function measureLatest({ store, superuser, deviceIds, rounds }) {
  const peer = await superuser.connect();
  try {
    const peerPid = (await peer.query('SELECT pg_backend_pid() AS pid')).rows[0].pid;
    const figures = [];
    for (const asked of [deviceIds.slice(0, 1), deviceIds.slice(0, PAGE), deviceIds]) {
      const ask = () => store.read(asked);
      const bare = () => peer.query('SELECT series_id, at, value FROM newest WHERE device_id = ANY($1::uuid[])', [asked]);
      checkSame(await ask(), (await bare()).rows, asked.length);
      const storeTiming = await timed(ask, await backendOf(superuser, 'tenon_app'), rounds);
      const peerTiming = await timed(bare, peerPid, rounds);
      figures.push({ name: `${asked.length.toLocaleString('en')} machines`, values: asked.length * METRICS, store: storeTiming, peer: peerTiming, ratio: peerTiming.p50Ms / storeTiming.p50Ms });
    }
    return figures;
  } finally {
    peer.release();
  }
}

/**
 * @param {readonly { value: unknown, series: { id: number } }[]} shown
 * @param {readonly { series_id: number, value: number }[]} rows
 * @param {number} machines
 */
function checkSame(shown, rows, machines) {
  const expected = new Map(rows.map((row) => [row.series_id, row.value]));
  const isSame = expected.size === machines * METRICS && shown.length === expected.size && shown.every(({ series, value }) => expected.get(series.id) === value);
  if (!isSame) throw new Error('The store and the peer do not agree.');
}

// @ts-check
import { askPeer } from '../peers/ask-peer.mjs';
import { copyLines, linesOfMessages } from '../peers/copy-lines.mjs';
import { withEachPeer } from '../peers/start-peers.mjs';
import { HOUR_FROM_MS } from './load-plant.mjs';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAY_WIDTH_MS = 5 * MINUTE_MS;

/**
 * The same questions to each peer, of the same points. What is asked as one of all machines has no name of its own there.
 * @param {import('pg').Pool} superuser
 * @param {{ ids: readonly string[], asked: readonly string[], day: { deviceId: string, range: { fromMs: number, toMs: number } } }} plant
 * @param {number} rounds
 */
export function askPeers(superuser, { ids, asked, day }, rounds) {
  const listed = (/** @type {readonly string[]} */ list) => `ARRAY[${list.map((id) => `'${id}'`).join(',')}]::uuid[]`;
  const hour = { fromMs: HOUR_FROM_MS, toMs: HOUR_FROM_MS + HOUR_MS };
  const plant = { measurement: 'plant', field: 'p2' };
  /** @type {import('../peers/ask-peer.mjs').PeerQuestion[]} */
  const questions = [
    { name: 'last value of 2,000 machines', series: 2_000, rows: 2_000, ask: (peer) => peer.last({ ...plant, part: 'asked|other', notAfterMs: hour.toMs }) },
    { name: '1,000 machines × 1 hour by minute', series: 1_000, rows: 60_000, ask: (peer) => peer.bucketsOfMany({ ...plant, part: 'asked', range: hour, widthMs: MINUTE_MS }) },
    { name: 'last value of 2,000 at an instant', series: 2_000, rows: 2_000, ask: (peer) => peer.last({ ...plant, part: 'asked|other', notAfterMs: hour.fromMs + HOUR_MS / 2 }) },
    { name: 'a day at 1 s into 500 buckets', series: 1, rows: 288, ask: (peer) => peer.buckets({ measurement: 'day', field: 'm2', id: day.deviceId, range: day.range, widthMs: DAY_WIDTH_MS }) },
  ];
  return withEachPeer(async (peer) => {
    await copyLines(superuser, peer, linesOfMessages({ measurement: 'plant', keys: ['p1', 'p2', 'p3', 'p4'], part: `CASE WHEN s.device_id = ANY (${listed(asked)}) THEN 'asked' ELSE 'other' END`, where: `s.device_id = ANY (${listed(ids)})` }));
    await copyLines(superuser, peer, linesOfMessages({ measurement: 'day', keys: ['m1', 'm2', 'm3', 'm4'], where: `s.device_id = '${day.deviceId}'` }));
    await peer.settle();
    const answers = [];
    for (const question of questions) answers.push(await askPeer(peer, question, rounds));
    return answers;
  });
}

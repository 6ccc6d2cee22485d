// @ts-check
import { askPeer } from '../peers/ask-peer.mjs';
import { copyLines } from '../peers/copy-lines.mjs';
import { withEachPeer } from '../peers/start-peers.mjs';

/**
 * The same ranges of each peer, in buckets of the same width, from the points of the narrow table.
 * @param {{ superuser: import('pg').Pool, series: { seconds: number, minutes: number }, figures: readonly import('./measure-ranges.mjs').RangeFigure[], rounds: number }} parts
 */
export function askPeers({ superuser, series, figures, rounds }) {
  return withEachPeer(async (peer) => {
    await copyLines(superuser, peer, `SELECT 'narrow,id=' || series_id || ' value=' || value || ' ' || (date_part('epoch', at) * 1000)::bigint FROM narrow ORDER BY at`);
    await peer.settle();
    const answers = [];
    for (const { name, asked, buckets, widthMs } of figures) {
      // Its windows begin with the range, ours with the clock: the outermost lie on it in each of these.
      const range = { fromMs: Math.floor(asked.fromMs / widthMs) * widthMs, toMs: Math.ceil(asked.toMs / widthMs) * widthMs };
      const ask = () => peer.buckets({ measurement: 'narrow', field: 'value', id: String(series[asked.series]), range, widthMs });
      answers.push(await askPeer(peer, { name, series: 1, rows: buckets, ask }, rounds));
    }
    return answers;
  });
}

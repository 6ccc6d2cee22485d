// @ts-check
import { askPeer } from '../peers/ask-peer.mjs';
import { copyLines } from '../peers/copy-lines.mjs';
import { withEachPeer } from '../peers/start-peers.mjs';

/** Sets of machines by a tag, each one within the next. */
const PARTS = ['one', 'one|page', 'one|page|rest'];

/**
 * The same of each peer.
 * @param {{ superuser: import('pg').Pool, deviceIds: readonly string[], page: number, figures: readonly import('./measure-latest.mjs').LatestFigure[], rounds: number }} parts
 */
export function askPeers({ superuser, deviceIds, page, figures, rounds }) {
  const listed = (/** @type {readonly string[]} */ ids) => `ARRAY[${ids.map((id) => `'${id}'`).join(',')}]::uuid[]`;
  const part = `CASE WHEN n.device_id = '${deviceIds[0]}' THEN 'one' WHEN n.device_id = ANY (${listed(deviceIds.slice(0, page))}) THEN 'page' ELSE 'rest' END`;
  return withEachPeer(async (peer) => {
    await copyLines(superuser, peer, `SELECT 'newest,id=' || n.device_id || ',metric=' || n.series_id || ',part=' || ${part} || ' value=' || n.value || ' ' || (date_part('epoch', n.at) * 1000)::bigint FROM newest n`);
    await peer.settle();
    const answers = [];
    for (const [place, { name, values }] of figures.entries()) {
      const ask = () => peer.last({ measurement: 'newest', field: 'value', part: PARTS[place] ?? '', notAfterMs: Date.now() });
      answers.push(await askPeer(peer, { name, series: values, rows: values, ask }, rounds));
    }
    return answers;
  });
}

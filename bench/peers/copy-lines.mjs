// @ts-check
import { to as copyTo } from 'pg-copy-streams';

/** Bytes of a request. */
const BODY = 1_000_000;

/**
 * What PostgreSQL holds, in a peer as well: so both have the same to the last digit.
 * @param {import('pg').Pool} superuser
 * @param {import('./peer.mjs').Peer} peer
 * @param {string} sql gives lines of the line protocol; none may hold a tab or a backslash
 */
export async function copyLines(superuser, peer, sql) {
  const client = await superuser.connect();
  try {
    let rest = Buffer.alloc(0);
    for await (const part of client.query(copyTo(`COPY (${sql}) TO STDOUT`))) {
      rest = Buffer.concat([rest, part]);
      if (rest.length < BODY) continue;
      const end = rest.lastIndexOf('\n') + 1;
      await peer.write(rest.subarray(0, end));
      rest = rest.subarray(end);
    }
    if (rest.length > 0) await peer.write(rest);
  } finally {
    client.release();
  }
}

/**
 * SQL of the lines of messages: one each, its metrics the fields.
 * @param {{ measurement: string, keys: readonly string[], part?: string, where: string }} which `part`: SQL of what tells sets of machines apart
 */
export function linesOfMessages({ measurement, keys, part = `'all'`, where }) {
  const fields = keys.map((key, i) => `'${key}=' || t.num[${i + 1}]`).join(` || ',' || `);
  return `SELECT '${measurement},id=' || s.device_id || ',part=' || ${part} || ' ' || ${fields} || ' ' || (date_part('epoch', t.at) * 1000)::bigint
    FROM telemetry t JOIN telemetry_shape s ON s.id = t.shape_id WHERE ${where} ORDER BY t.at`;
}

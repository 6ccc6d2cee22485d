// @ts-check
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';

/**
 * How long PostgreSQL takes to put the same rows into a bare table: no index, no roll-ups, nothing that could be taken back.
 * @param {import('pg').Pool} superuser
 * @param {string} file
 * @param {number} metrics
 */
export async function copyIn(superuser, file, metrics) {
  await superuser.query(`CREATE TABLE bench_import (at timestamptz, ${Array.from({ length: metrics }, (_, at) => `m${at} double precision`).join()})`);
  const client = await superuser.connect();
  const startedAt = performance.now();
  try {
    await pipeline(createReadStream(file), client.query(copyFrom('COPY bench_import FROM STDIN (FORMAT csv, HEADER)')));
    return (performance.now() - startedAt) / 1_000;
  } finally {
    client.release();
    await superuser.query('DROP TABLE bench_import');
  }
}

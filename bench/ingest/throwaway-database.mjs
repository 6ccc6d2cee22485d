// @ts-check
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { REPOSITORY } from '../../packages/tooling/src/cli/repository.mjs';
import { provisionDatabase, startPostgres } from '../../packages/tooling/src/postgres/index.mjs';
import { migrateDeploy } from '../../packages/tooling/src/prisma/migrate.mjs';

const LOGIN = { database: 'tenon', role: 'tenon', password: 'bench' };

/** A PostgreSQL of its own, set as `npm start` sets it, durable, migrated; gone when closed. */
export async function throwawayDatabase() {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'tenon-bench-'));
  const postgres = await startPostgres({ dataDir });
  await provisionDatabase({ superuserUrl: postgres.urlFor, ...LOGIN, extensions: ['pg_trgm'] });
  const url = new URL(postgres.urlFor(LOGIN.database));
  Object.assign(url, { username: LOGIN.role, password: LOGIN.password });
  await migrateDeploy({ databaseUrl: url.toString(), cwd: REPOSITORY });
  const superuser = new pg.Pool({ connectionString: postgres.urlFor(LOGIN.database), max: 2 });
  // The server may end a connection that is being given up; that is not a fault of the measurement.
  superuser.on('error', () => undefined);
  return {
    databaseUrl: url.toString(),
    pid: postgres.pid,
    superuser,
    async close() {
      await superuser.end();
      await postgres.destroy();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/**
 * One company with so many machines; gives their tokens.
 * @param {pg.Pool} superuser
 * @param {number} count
 * @param {string} mark what tokens begin with, so that several companies have some
 */
export async function seedDevices(superuser, count, mark = 'T') {
  const tenantId = randomUUID();
  const tokens = Array.from({ length: count }, (_, i) => `${mark}${String(i).padStart(31, '0')}`);
  const ids = tokens.map(() => randomUUID());
  await superuser.query('INSERT INTO tenant (id, name) VALUES ($1, $2)', [tenantId, `bench ${mark}`]);
  await superuser.query(`INSERT INTO device (tenant_id, id, name, kind) SELECT $1, id, id::text, 'machine' FROM unnest($2::uuid[]) AS id`, [tenantId, ids]);
  await superuser.query(
    `INSERT INTO device_token (tenant_id, id, device_id, digest, prefix)
     SELECT $1, gen_random_uuid(), id, decode(digest, 'hex'), 'T' FROM unnest($2::uuid[], $3::text[]) AS n (id, digest)`,
    [tenantId, ids, tokens.map((token) => createHash('sha256').update(token).digest('hex'))],
  );
  return tokens;
}

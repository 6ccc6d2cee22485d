import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createPool } from '@tenon/db';
import type { Log } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import type pg from 'pg';
import { KindChanges } from './kind-changes.js';
import { MetricsRepository } from './metrics.repository.js';

let db: TestDatabase;
let pool: pg.Pool;
const tenantId = randomUUID();

beforeAll(async () => {
  db = await testDatabase();
  await db.sql('INSERT INTO tenant (id, name) VALUES ($1, $2)', [tenantId, 'company']);
  pool = createPool({ databaseUrl: db.databaseUrl, role: 'tenon_ingest', max: 2 });
});
guardBystander({ database: () => db });
afterAll(async () => {
  await pool.end();
  await db.close();
});

async function textSeries(): Promise<number> {
  const deviceId = randomUUID();
  await db.sql(`INSERT INTO device (tenant_id, id, name, kind) VALUES ($1, $2, $3, 'machine')`, [tenantId, deviceId, deviceId]);
  const [series] = await db.sql<{ id: number }>(`INSERT INTO series (tenant_id, device_id, key, quantity, value_kind) VALUES ($1, $2, 'a', 'state', 'text') RETURNING id`, [tenantId, deviceId]);
  return series?.id ?? 0;
}

const kindOf = async (id: number): Promise<unknown> => (await db.sql('SELECT value_kind FROM series WHERE id = $1', [id]))[0]?.['value_kind'];

/** Makes writing fail, until the change says that it did; then lets it work again. */
async function changeInVain(id: number): Promise<KindChanges> {
  await db.sql('ALTER TABLE series RENAME TO series_away');
  let changes: KindChanges | undefined;
  await new Promise<void>((resolve) => {
    const log: Log = { debug: () => undefined, info: () => undefined, warn: () => resolve(), error: () => undefined };
    changes = new KindChanges(new MetricsRepository(pool), log);
    changes.add(tenantId, [{ id, kind: 'number' }]);
  });
  await db.sql('ALTER TABLE series_away RENAME TO series');
  if (!changes) throw new Error('nothing changes');
  return changes;
}

it('writes a change of kind later that could not be written at first', async () => {
  const id = await textSeries();
  const changes = await changeInVain(id);
  while ((await kindOf(id)) !== 'number');
  await changes.close();
}, 20_000);

it('writes what is left when it closes', async () => {
  const id = await textSeries();
  const changes = await changeInVain(id);
  await changes.close();
  expect(await kindOf(id)).toBe('number');
});

import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createPool } from '@tenon/db';
import { createLog } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import type pg from 'pg';
import { CertificateLookup } from './certificate-lookup.repository.js';
import { DeviceDirectory } from './device-directory.js';
import type { DeviceRef } from './device-ref.js';
import { TokenLookup } from './token-lookup.js';

let db: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  db = await testDatabase();
  pool = createPool({ databaseUrl: db.databaseUrl, role: 'tenon_ingest', max: 2 });
});
guardBystander({ database: () => db });
afterAll(async () => {
  await pool.end();
  await db.close();
});

/** What happens between the database's first answer and its arrival here. */
function slowly(meanwhile: (directory: DeviceDirectory) => Promise<void>): { directory: DeviceDirectory; asked: () => number } {
  let asked = 0;
  const wire = {
    query: async (config: pg.QueryConfig) => {
      const answer = await pool.query(config);
      asked += 1;
      if (asked === 1) await meanwhile(directory);
      return answer;
    },
  };
  const log = createLog({ name: 'test', level: 'silent' });
  const directory: DeviceDirectory = new DeviceDirectory(new TokenLookup(wire as unknown as pg.Pool, log), new CertificateLookup(pool, log));
  return { directory, asked: () => asked };
}

async function machine(): Promise<DeviceRef & { token: string }> {
  const ref = { tenantId: randomUUID(), deviceId: randomUUID() };
  const token = `T${randomUUID().replaceAll('-', '').slice(1)}`;
  await db.sql('INSERT INTO tenant (id, name) VALUES ($1, $2)', [ref.tenantId, 'company']);
  await db.sql(`INSERT INTO device (tenant_id, id, name, kind) VALUES ($1, $2, $3, 'machine')`, [ref.tenantId, ref.deviceId, ref.deviceId]);
  const digest = createHash('sha256').update(token).digest();
  await db.sql('INSERT INTO device_token (tenant_id, id, device_id, digest, prefix) VALUES ($1, $2, $3, $4, $5)', [ref.tenantId, randomUUID(), ref.deviceId, digest, token.slice(0, 6)]);
  return { ...ref, token };
}

it('lets nobody in whose token was revoked while it was being looked up', async () => {
  const { token, deviceId } = await machine();
  const { directory, asked } = slowly(async (own) => {
    await db.sql('UPDATE device_token SET revoked_at = now() WHERE device_id = $1', [deviceId]);
    own.forgetDevice(deviceId);
  });
  expect(await directory.admit(token)).toMatchObject({ isAdmitted: false, error: { code: 'AUTH.TOKEN_REVOKED' } });
  expect(asked()).toBe(2);
});

it('lets nobody in whose company was suspended while it was being looked up', async () => {
  const { token, tenantId } = await machine();
  const { directory } = slowly(async (own) => {
    await db.sql(`UPDATE tenant SET state = 'suspended' WHERE id = $1`, [tenantId]);
    own.forgetTenant(tenantId);
  });
  expect(await directory.admit(token)).toMatchObject({ isAdmitted: false, error: { code: 'AUTH.TENANT_SUSPENDED' } });
});

it('asks once, and keeps the answer, where what was announced concerns others', async () => {
  const { token } = await machine();
  const { directory, asked } = slowly(async (own) => {
    own.forgetDevice(randomUUID());
    own.forgetTenant(randomUUID());
    own.forgetUnknown();
  });
  for (let n = 0; n < 3; n += 1) expect(await directory.admit(token)).toMatchObject({ isAdmitted: true });
  expect(asked()).toBe(1);
});

it('does not keep that nobody has a token which was issued meanwhile', async () => {
  const { token, deviceId } = await machine();
  const unknown = token.replace(/^T./, 'T_').replace('_', token[1] === 'a' ? 'b' : 'a');
  const { directory } = slowly(async (own) => {
    await db.sql('UPDATE device_token SET digest = $2 WHERE device_id = $1', [deviceId, createHash('sha256').update(unknown).digest()]);
    own.forgetUnknown();
  });
  expect(await directory.admit(unknown)).toMatchObject({ isAdmitted: false });
  expect(await directory.admit(unknown)).toMatchObject({ isAdmitted: true });
});

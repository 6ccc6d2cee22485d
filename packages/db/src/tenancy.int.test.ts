import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { telemetryRolledUp } from '@tenon/contracts/events';
import { erasePoints } from '@tenon/contracts/jobs';
import { systemActor } from '@tenon/domain/identity';
import { tenantId } from '@tenon/kernel';
import { createLog } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { randomUUID } from 'node:crypto';
import { createPool, openDatabase, type Database, type TenantTx } from './index.js';
import { OpenTransaction } from './open-transaction.js';
import { runTransaction } from './run-transaction.js';

const log = createLog({ name: 'test', level: 'silent' });
const A = tenantId(randomUUID());
const B = tenantId(randomUUID());
let test: TestDatabase;
let db: Database;

beforeAll(async () => {
  test = await testDatabase();
  db = openDatabase({ databaseUrl: test.databaseUrl, log });
  await test.sql(`INSERT INTO tenant (id, name) VALUES ($1, 'A'), ($2, 'B')`, [A, B]);
});

afterAll(async () => {
  await db.close();
  await test.close();
});

const addDevice = (tenant: typeof A, name: string): Promise<string> =>
  db.tenant.transaction(systemActor(tenant), async (tx) => {
    const id = tx.newId();
    await tx.prisma.device.create({ data: { tenantId: tenant, id, name, kind: 'machine' } });
    return id;
  });

describe('the one door', () => {
  it('shows a tenant its own rows, by Prisma and by SQL, and nobody else’s', async () => {
    await addDevice(A, 'a-1');
    await addDevice(B, 'b-1');
    const seen = await db.tenant.transaction(systemActor(A), async (tx) => ({
      prisma: (await tx.prisma.device.findMany()).map((device) => device.name),
      sql: (await tx.sql<{ name: string }>('SELECT name FROM device')).map((device) => device.name),
    }));
    expect(seen).toEqual({ prisma: ['a-1'], sql: ['a-1'] });
  });

  it('refuses to write another tenant’s id', async () => {
    const writing = db.tenant.transaction(systemActor(A), (tx) => tx.sql(`INSERT INTO device (tenant_id, id, name, kind) VALUES ($1, gen_random_uuid(), 'x', 'machine')`, [B]));
    await expect(writing).rejects.toThrow(/row-level security/);
  });

  it('cannot point at another tenant’s row', async () => {
    const foreign = await addDevice(B, 'b-2');
    const pointing = db.tenant.transaction(systemActor(A), (tx) =>
      tx.prisma.series.create({ data: { tenantId: A, deviceId: foreign, key: 'k', quantity: 'gauge', valueKind: 'number' } }),
    );
    await expect(pointing).rejects.toThrow();
  });

  it('binds Prisma and SQL to one transaction, and takes both back together', async () => {
    const failing = db.tenant.transaction(systemActor(A), async (tx) => {
      await tx.prisma.device.create({ data: { tenantId: A, id: tx.newId(), name: 'lost-1', kind: 'machine' } });
      await tx.sql(`INSERT INTO device (tenant_id, id, name, kind) VALUES ($1, gen_random_uuid(), 'lost-2', 'machine')`, [A]);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await test.sql(`SELECT 1 FROM device WHERE name LIKE 'lost-%'`)).toEqual([]);
  });

  it('leaves no tenant behind on the connection', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, index) => addDevice(index % 2 ? A : B, `busy-${index}`)));
    const names = await db.tenant.transaction(systemActor(A), (tx) => tx.sql<{ tenant_id: string }>('SELECT DISTINCT tenant_id FROM device'));
    expect(names).toEqual([{ tenant_id: A }]);
  });

  it('keeps nested writes of Prisma within the transaction', async () => {
    const tenants: string[] = [];
    const nesting = db.tenant.transaction(systemActor(A), async (tx) => {
      tenants.push(...(await tx.sql<{ tenant: string }>(`SELECT current_setting('tenon.tenant_id') AS tenant`)).map(({ tenant }) => tenant));
      await tx.prisma.device.create({ data: { tenantId: A, id: tx.newId(), name: 'nested', kind: 'machine', presence: { create: {} } } });
    });
    // tenon_app may not write presence, so the nested write is refused; the machine it came with must go too.
    await expect(nesting).rejects.toThrow(/permission denied for table device_presence/);
    expect(tenants).toEqual([A]);
    expect(await test.sql(`SELECT 1 FROM device WHERE name = 'nested'`)).toEqual([]);
  });

  it('promises a job with the change or not at all', async () => {
    const [kept, lost] = [randomUUID(), randomUUID()];
    const change = (deviceId: string, end: () => void): Promise<void> => db.tenant.transaction(systemActor(A), async (tx) => {
      await tx.enqueue(erasePoints, { deviceId, shapeIds: [], seriesIds: [] });
      await tx.publish(telemetryRolledUp, { ranges: [{ deviceId, fromMs: 1, toMs: 2 }] });
      await tx.audit('device.created', { deviceId });
      end();
    });
    await change(kept, () => undefined);
    const failing = change(lost, () => {
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await test.sql(`SELECT tenant_id, job, payload, state FROM outbox ORDER BY id`)).toEqual([
      { tenant_id: A, job: 'telemetry.erase-points', payload: { deviceId: kept, shapeIds: [], seriesIds: [] }, state: 'pending' },
      { tenant_id: A, job: 'telemetry.rolled-up', payload: { ranges: [{ deviceId: kept, fromMs: 1, toMs: 2 }] }, state: 'pending' },
    ]);
    expect(await test.sql(`SELECT tenant_id, action, actor, details FROM audit_entry`)).toEqual([{ tenant_id: A, action: 'device.created', actor: 'system', details: { deviceId: kept } }]);
  });

  it('runs a query that is handed out of the work without having been awaited', async () => {
    const found = await db.tenant.transaction(systemActor(A), (tx) => tx.prisma.device.findFirst({ where: { name: 'a-1' } }));
    expect(found?.name).toBe('a-1');
  });

  it('answers nothing once a transaction is over, by Prisma or by SQL', async () => {
    const prisma = await db.tenant.transaction(systemActor(A), (tx) => Promise.resolve(tx.prisma));
    const tx = await db.tenant.read(systemActor(A), (open) => Promise.resolve(open));
    await expect(prisma.device.findMany()).rejects.toThrow(/outside a transaction/);
    await expect(tx.sql('SELECT 1')).rejects.toThrow(/outside a transaction/);
  });
});

describe('a transaction that reads', () => {
  const namesBy = (tx: TenantTx): Promise<{ name: string }[]> => tx.sql<{ name: string }>('SELECT name FROM device');

  it('is bound in each statement, side by side, one after the other, and by Prisma in between', async () => {
    const seen = await db.tenant.read(systemActor(B), async (tx) => {
      const together = await Promise.all([namesBy(tx), namesBy(tx), tx.prisma.device.findMany({ select: { name: true } })]);
      return [...together, await namesBy(tx), await tx.prisma.device.findMany({ select: { name: true } }), await namesBy(tx)];
    });
    const own = await test.sql('SELECT name FROM device WHERE tenant_id = $1', [B]);
    expect(own.length).toBeGreaterThan(0);
    expect(seen).toEqual(Array.from({ length: 6 }, () => own));
  });

  it('writes nothing', async () => {
    const writing = db.tenant.read(systemActor(A), (tx) => tx.sql(`INSERT INTO device (tenant_id, id, name, kind) VALUES ($1, gen_random_uuid(), 'read-1', 'machine')`, [A]));
    await expect(writing).rejects.toThrow(/read-only transaction/);
    const byPrisma = db.tenant.read(systemActor(A), (tx) => tx.prisma.device.create({ data: { tenantId: A, id: tx.newId(), name: 'read-2', kind: 'machine' } }));
    await expect(byPrisma).rejects.toThrow(/read-only transaction/);
    expect(await test.sql(`SELECT 1 FROM device WHERE name LIKE 'read-%'`)).toEqual([]);
  });

  it('goes on after a statement that failed, and leaves its connection fit for others', async () => {
    const names = await db.tenant.read(systemActor(A), async (tx) => {
      await expect(tx.sql('SELECT 1 / 0')).rejects.toThrow('division by zero');
      return namesBy(tx);
    });
    expect(names.length).toBeGreaterThan(0);
    await Promise.all(Array.from({ length: 30 }, () => addDevice(A, randomUUID())));
  });

  it('is another with each statement, so who thinks long holds nothing', async () => {
    const begunAt = (tx: TenantTx): Promise<unknown[]> => tx.sql('SELECT now()::text');
    const [first, second] = await db.tenant.read(systemActor(A), async (tx) => [await begunAt(tx), await begunAt(tx)]);
    expect(second).not.toEqual(first);
  });
});

describe('a transaction whose BEGIN fails', () => {
  const cases = [
    ['before it began', 'SELECT 1 / 0; BEGIN'],
    ['after it began', 'BEGIN; SELECT 1 / 0'],
  ] as const;

  it.each(cases)('%s: fails as BEGIN did, whatever came of what was sent behind it', async (_when, begin) => {
    const pool = createPool({ databaseUrl: test.databaseUrl, role: 'tenon_app', max: 1, isPipelined: true });
    for (const isEager of [true, false]) {
      const reading = runTransaction(pool, (client) => new OpenTransaction(client, { begin, isEager }), (open) => open.ask({ text: 'SELECT name FROM device' }));
      await expect(reading).rejects.toThrow('division by zero');
    }
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });
});

describe('the exit', () => {
  it('sees all tenants, and is counted', async () => {
    const names = await db.system.run('a test', (tx) => tx.sql<{ name: string }>('SELECT name FROM tenant ORDER BY name'));
    expect(names).toEqual([{ name: 'A' }, { name: 'B' }]);
    const other = openDatabase({ databaseUrl: test.databaseUrl, log });
    await other.system.run('counted on close', () => Promise.resolve());
    await other.close();
    expect(await test.sql(`SELECT count FROM system_access WHERE reason = 'counted on close'`)).toEqual([{ count: 1 }]);
  });
});

import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEVICE_CHANNEL } from '@tenon/contracts/wire';
import { openDatabase, type Database } from '@tenon/db';
import { simulatedMachineOf, SimulatorKey, simulatorToken, type SimulatedDevice } from '@tenon/devices/worker';
import { MOULDING_PROFILES } from '@tenon/domain/simulation';
import { createLog } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { randomUUID } from 'node:crypto';
import { testBroker, type TestBroker } from '../testing/test-broker.js';
import { Simulator } from './simulator.js';

const KEY = new SimulatorKey(Buffer.alloc(32, 7));
const INTERVAL_MS = 25;
const log = createLog({ name: 'worker', level: 'silent' });
let test: TestDatabase;
let database: Database;
let broker: TestBroker;
let simulator: Simulator;

beforeAll(async () => {
  test = await testDatabase();
  database = openDatabase({ databaseUrl: test.databaseUrl, log, max: 2 });
  broker = await testBroker();
  simulator = new Simulator({ databaseUrl: test.databaseUrl, system: database.system, key: KEY, brokerUrl: broker.url, intervalMs: INTERVAL_MS, log });
  await simulator.start();
});
guardBystander({ database: () => test, shown: () => broker.connected() });
afterAll(async () => {
  await simulator.close();
  expect(broker.connected()).toEqual([]);
  await broker.close();
  await database.close();
  await test.close();
});

/** Says what a use case says when it has changed something of a company's machines. */
const tell = (kind: string, tenantId: string): Promise<unknown> => test.sql('SELECT pg_notify($1, $2)', [DEVICE_CHANNEL, JSON.stringify({ kind, tenantId })]);

async function addCompany(): Promise<string> {
  const id = randomUUID();
  await test.sql('INSERT INTO tenant (id, name) VALUES ($1, $2)', [id, `注塑 ${id}`]);
  return id;
}

async function addMachine(tenantId: string, kind: 'simulated' | 'machine' = 'simulated'): Promise<SimulatedDevice & { readonly token: string }> {
  const [id, { id: profile }] = [randomUUID(), MOULDING_PROFILES[0]!];
  const [device] = await test.sql<SimulatedDevice>(
    `INSERT INTO device (tenant_id, id, name, kind, profile) VALUES ($1, $2, $3, $4, $5) RETURNING id, profile, created_at AS "createdAt"`,
    [tenantId, id, id, kind, kind === 'simulated' ? profile : null],
  );
  await tell('device-created', tenantId);
  return { ...device!, token: simulatorToken(KEY, id) };
}

const isIn = ({ token }: { token: string }): Promise<void> => broker.until((tokens) => tokens.includes(token));
const isOut = ({ token }: { token: string }): Promise<void> => broker.until((tokens) => !tokens.includes(token));

describe('the simulator', () => {
  it('lets a machine speak under its own token as soon as it is there, each message what its model says of that instant', async () => {
    const machine = await addMachine(await addCompany());
    const model = simulatedMachineOf(machine);
    for (let count = 0; count < 3; count += 1) {
      const { topic, qos, message } = await broker.next(machine.token);
      expect([topic, qos]).toEqual(['v1/devices/me/telemetry', 1]);
      expect(message.values).toEqual(model.sampleAt(message.ts).values);
    }
  });

  it('plays no machine of a company’s own', async () => {
    const tenantId = await addCompany();
    const own = await addMachine(tenantId, 'machine');
    await isIn(await addMachine(tenantId));
    expect(broker.connected()).not.toContain(own.token);
  });

  it('ends a machine that was deleted, and those of a suspended company until it is resumed; others go on', async () => {
    const [tenantId, otherId] = [await addCompany(), await addCompany()];
    const [gone, stays, other] = [await addMachine(tenantId), await addMachine(tenantId), await addMachine(otherId)];
    await Promise.all([gone, stays, other].map(isIn));
    await test.sql('DELETE FROM device WHERE id = $1', [gone.id]);
    await tell('device-deleted', tenantId);
    await isOut(gone);
    await test.sql(`UPDATE tenant SET state = 'suspended' WHERE id = $1`, [tenantId]);
    await tell('tenant-suspended', tenantId);
    await isOut(stays);
    await broker.next(other.token);
    expect(broker.connected()).toEqual(expect.arrayContaining([other.token]));
    await test.sql(`UPDATE tenant SET state = 'active' WHERE id = $1`, [tenantId]);
    await tell('tenant-resumed', tenantId);
    await isIn(stays);
    expect(broker.connected()).not.toContain(gone.token);
  });

  it('comes back by itself when it is cut off, on the same curve', async () => {
    const machine = await addMachine(await addCompany());
    await broker.next(machine.token);
    broker.cut(machine.token);
    await isOut(machine);
    const cutMs = Date.now();
    // What was on its way when the line broke is sent again first.
    let { message } = await broker.next(machine.token);
    while (message.ts < cutMs) ({ message } = await broker.next(machine.token));
    expect(message.values).toEqual(simulatedMachineOf(machine).sampleAt(message.ts).values);
  });

  it('lets a machine answer commands, and tell as often as it is asked to, which it says, also when it asks itself after it was away', async () => {
    const machine = await addMachine(await addCompany());
    await broker.next(machine.token);
    expect(await broker.tell(machine.token, 'v1/devices/me/rpc/request/7', { method: 'ping' }, 'v1/devices/me/rpc/response/7')).toEqual({ pong: true });
    const status = await broker.tell(machine.token, 'v1/devices/me/rpc/request/8', { method: 'status' }, 'v1/devices/me/rpc/response/8');
    const { ts, ...values } = status as { ts: number };
    expect(values).toEqual(simulatedMachineOf(machine).sampleAt(ts).values);
    const attributes = 'v1/devices/me/attributes';
    expect(await broker.tell(machine.token, attributes, { reporting_interval_s: 3_600 }, attributes)).toEqual({ reporting_interval_s: 3_600 });
    expect(await broker.tell(machine.token, attributes, { deleted: ['reporting_interval_s'] }, attributes)).toEqual({ reporting_interval_s: INTERVAL_MS / 1_000 });
    expect(await broker.tell(machine.token, `${attributes}/response/1`, { shared: { reporting_interval_s: 60 } }, attributes)).toEqual({ reporting_interval_s: 60 });
  });
});

import { createHash, randomUUID } from 'node:crypto';
import { createLog, createMetrics, type Registry } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import type { GatewayOptions } from '../gateway-options.js';
import { startGateway, type Gateway } from '../gateway.js';

/** A machine with its token. */
export interface TestMachine {
  readonly tenantId: string;
  readonly deviceId: string;
  readonly token: string;
}

/** A gateway on a database of its own, with a machine in each of two companies. */
export interface TestGateway {
  readonly db: TestDatabase;
  readonly gateway: Gateway;
  readonly registry: Registry;
  readonly a: TestMachine;
  readonly b: TestMachine;
  /** Another machine, by default of company A. */
  machine(tenantId?: string): Promise<TestMachine>;
  close(): Promise<void>;
}

/** @param reach the address by which the gateway reaches the database, made of the database's own */
export async function testGateway(options: Partial<GatewayOptions> = {}, reach: (databaseUrl: string) => string | Promise<string> = (url) => url): Promise<TestGateway> {
  const db = await testDatabase();
  const registry = createMetrics('gateway');
  const gateway = await startGateway({
    databaseUrl: await reach(db.databaseUrl),
    mqttPort: 0,
    httpPort: 0,
    gatewayId: 'test',
    connectsPerMinute: 100_000,
    log: createLog({ name: 'test', level: 'silent' }),
    registry,
    ...options,
  });
  const a = await addMachine(db, await addCompany(db));
  const b = await addMachine(db, await addCompany(db));
  return {
    db,
    gateway,
    registry,
    a,
    b,
    machine: (tenantId = a.tenantId) => addMachine(db, tenantId),
    close: async () => {
      await gateway.close();
      await db.close();
    },
  };
}

async function addCompany(db: TestDatabase): Promise<string> {
  const id = randomUUID();
  await db.sql('INSERT INTO tenant (id, name) VALUES ($1, $2)', [id, id]);
  return id;
}

async function addMachine(db: TestDatabase, tenantId: string): Promise<TestMachine> {
  const deviceId = randomUUID();
  await db.sql(`INSERT INTO device (tenant_id, id, name, kind) VALUES ($1, $2, $3, 'machine')`, [tenantId, deviceId, deviceId]);
  return { tenantId, deviceId, token: await issueToken(db, { tenantId, deviceId }) };
}

/** Gives a machine a token, as the devices module does. */
export async function issueToken(db: TestDatabase, { tenantId, deviceId }: Pick<TestMachine, 'tenantId' | 'deviceId'>): Promise<string> {
  const token = `T${randomUUID().replaceAll('-', '').slice(1)}`;
  const digest = createHash('sha256').update(token).digest();
  await db.sql('INSERT INTO device_token (tenant_id, id, device_id, digest, prefix) VALUES ($1, $2, $3, $4, $5)', [tenantId, randomUUID(), deviceId, digest, token.slice(0, 6)]);
  return token;
}

/** Revokes a machine's token and announces it, as the devices module does. */
export async function revokeToken(db: TestDatabase, { tenantId, deviceId }: TestMachine): Promise<void> {
  await db.sql('UPDATE device_token SET revoked_at = now() WHERE device_id = $1', [deviceId]);
  await announce(db, { kind: 'token-revoked', tenantId, deviceId });
}

export async function announce(db: TestDatabase, message: Readonly<Record<string, string>>): Promise<void> {
  await db.sql('SELECT pg_notify($1, $2)', ['tenon_device', JSON.stringify(message)]);
}

import { randomUUID } from 'node:crypto';
import { TENANT_PERMISSIONS } from '@tenon/contracts/permissions';
import { openDatabase, type Database } from '@tenon/db';
import type { AppActor, UserActor } from '@tenon/domain/identity';
import { subscriptionId, tenantId, userId } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { TelemetryWriter, type TestMachine } from './telemetry-writer.js';

const silent: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** A company for tests, and one of its people. */
export interface TestCompany {
  readonly actor: UserActor;
  /** An app at work for it, holding these permissions. */
  app(...permissions: string[]): AppActor;
  machine(name: string): Promise<TestMachine>;
}

/** A database with two companies in it that must not meet. */
export interface TelemetryWorld {
  readonly database: TestDatabase;
  readonly db: Database;
  readonly writer: TelemetryWriter;
  readonly log: Log;
  readonly a: TestCompany;
  readonly b: TestCompany;
  close(): Promise<void>;
}

async function testCompany(database: TestDatabase, name: string): Promise<TestCompany> {
  const id = tenantId(randomUUID());
  await database.sql(`INSERT INTO tenant (id, name) VALUES ($1, $2)`, [id, name]);
  const email = `owner@${name}.example`;
  return {
    actor: { kind: 'user', userId: userId(randomUUID()), email, name, tenantId: id, permissions: new Set(TENANT_PERMISSIONS) },
    app: (...permissions) => ({ kind: 'app', subscriptionId: subscriptionId(randomUUID()), tenantId: id, permissions: new Set(permissions) }),
    machine: async (machineName) => {
      const deviceId = randomUUID();
      await database.sql(`INSERT INTO device (tenant_id, id, name, kind) VALUES ($1, $2, $3, 'machine')`, [id, deviceId, machineName]);
      return { tenantId: id, deviceId };
    },
  };
}

/** A clone of the migrated database with two companies, doors to it, and a pen for telemetry. */
export async function telemetryWorld(): Promise<TelemetryWorld> {
  const database = await testDatabase();
  const db = openDatabase({ databaseUrl: database.databaseUrl, log: silent, max: 6 });
  const writer = new TelemetryWriter(database.databaseUrl);
  const [a, b] = [await testCompany(database, 'aurora'), await testCompany(database, 'borealis')];
  return {
    database,
    db,
    writer,
    log: silent,
    a,
    b,
    close: async () => {
      await Promise.all([db.close(), writer.close()]);
      await database.close();
    },
  };
}

import { randomUUID } from 'node:crypto';
import { createPool, openDatabase, type Database } from '@tenon/db';
import { tenantId, type TenantId } from '@tenon/kernel';
import { createLog } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import type { AddAskedDevices } from '../application/add-asked-devices.js';
import { ChildDeviceRepository } from '../ingest/child-device.repository.js';
import { ChildDevices, DEFAULT_CHILD_LIMITS, type ChildLimits } from '../ingest/child-devices.js';
import type { DeviceRef } from '../ingest/device-ref.js';
import { watchDevices } from '../ingest/device-watch.js';
import { addAskedDevices, startRequestWorker } from './request-worker.js';

const log = createLog({ name: 'test', level: 'silent' });

/** What asks for machines, as in the gateway process, and what adds them, as in the worker, on a database of their own. */
export interface ChildWorld {
  readonly database: TestDatabase;
  readonly db: Database;
  readonly addAsked: AddAskedDevices;
  /** The part of a gateway process: it hears of changes until `close`. */
  process(limits?: Partial<ChildLimits>): Promise<ChildDevices>;
  /** A worker that listens, until the world ends. */
  startWorker(): Promise<void>;
  gateway(mode?: string, of?: TenantId): Promise<DeviceRef & { readonly tenantId: TenantId }>;
  close(): Promise<void>;
}

export async function childWorld(): Promise<ChildWorld> {
  const database = await testDatabase();
  const db = openDatabase({ databaseUrl: database.databaseUrl, log });
  const { addAsked } = addAskedDevices(db);
  const closing: (() => Promise<void>)[] = [];
  return {
    database,
    db,
    addAsked,
    process: async (limits = {}) => {
      const pool = createPool({ databaseUrl: database.databaseUrl, role: 'tenon_ingest', max: 2 });
      const children = new ChildDevices(new ChildDeviceRepository(pool), log, { ...DEFAULT_CHILD_LIMITS, ...limits });
      const watch = watchDevices({
        databaseUrl: database.databaseUrl,
        log,
        onChange: ({ kind, deviceId = '' }) => {
          if (kind === 'child-answered') children.heard(deviceId);
          if (kind === 'children-changed') children.forget(deviceId);
        },
        onGap: () => children.forgetAll(),
      });
      await watch.start();
      closing.unshift(async () => {
        children.close();
        await watch.close();
        await pool.end();
      });
      return children;
    },
    startWorker: async () => void closing.push(await startRequestWorker(database.databaseUrl, log)),
    gateway: async (mode = 'open', of) => {
      const ref = { tenantId: of ?? tenantId(randomUUID()), deviceId: randomUUID() };
      if (!of) await database.sql('INSERT INTO tenant (id, name) VALUES ($1, $2)', [ref.tenantId, ref.tenantId]);
      await database.sql(`INSERT INTO device (tenant_id, id, name, kind, gateway_mode) VALUES ($1, $2, $3, 'machine', $4)`, [ref.tenantId, ref.deviceId, `gateway ${ref.deviceId}`, mode]);
      return ref;
    },
    close: async () => {
      for (const close of closing) await close();
      await db.close();
      await database.close();
    },
  };
}

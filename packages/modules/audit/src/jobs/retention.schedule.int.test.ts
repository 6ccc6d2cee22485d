import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '@tenon/db';
import { systemActor } from '@tenon/domain/identity';
import { tenantId, type TenantId } from '@tenon/kernel';
import { createLog } from '@tenon/runtime';
import { ageTrail, testDatabase, type TestDatabase } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { randomUUID } from 'node:crypto';
import { VerifyChains, type ChainFinding } from '../application/verify-chains.js';
import { ChainRepository } from '../persistence/chain.repository.js';
import { RetentionRepository } from '../persistence/retention.repository.js';
import { RetentionSchedule } from './retention.schedule.js';

const log = createLog({ name: 'test', level: 'silent' });
let test: TestDatabase;
let db: Database;
let schedule: RetentionSchedule;

beforeAll(async () => {
  test = await testDatabase();
  db = openDatabase({ databaseUrl: test.databaseUrl, log });
  schedule = new RetentionSchedule(db.system, new RetentionRepository(), log);
});
afterAll(async () => {
  await db.close();
  await test.close();
});
guardBystander({ database: () => test });

async function companyWith({ entries, months, keepMonths = 24 }: { entries: number; months: number; keepMonths?: number }): Promise<TenantId> {
  const id = tenantId(randomUUID());
  await test.sql(`INSERT INTO tenant (id, name, audit_keep_months) VALUES ($1, 'C', $2)`, [id, keepMonths]);
  for (let n = 0; n < entries; n += 1) await db.tenant.transaction(systemActor(id), (tx) => tx.audit('device.created', { n }));
  await ageTrail(test, id, months);
  return id;
}

async function found(only: string): Promise<ChainFinding | undefined> {
  for await (const finding of new VerifyChains(db.system, new ChainRepository()).execute(only)) return finding;
  return undefined;
}

it('drops what is past each company’s own time, leaves the rest, and every trail holds', async () => {
  const [old, young, patient] = [await companyWith({ entries: 3, months: 26 }), await companyWith({ entries: 3, months: 20 }), await companyWith({ entries: 2, months: 26, keepMonths: 120 })];
  await schedule.execute();
  expect(await found(old)).toMatchObject({ entries: 1, seq: 4, droppedSeq: 3, faults: [] });
  expect(await found(young)).toMatchObject({ entries: 3, droppedSeq: 0, faults: [] });
  expect(await found(patient)).toMatchObject({ entries: 2, droppedSeq: 0, faults: [] });
});

it('done twice, and in two workers at once, drops once', async () => {
  const company = await companyWith({ entries: 5, months: 30 });
  await Promise.all([schedule.execute(), schedule.execute(), schedule.execute()]);
  await schedule.execute();
  expect(await found(company)).toMatchObject({ entries: 1, seq: 6, droppedSeq: 5, faults: [] });
});

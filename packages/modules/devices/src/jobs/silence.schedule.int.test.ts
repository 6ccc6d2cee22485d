import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '@tenon/db';
import { MINUTE_MS } from '@tenon/kernel';
import { createLog } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { randomUUID } from 'node:crypto';
import { SilenceRepository } from '../persistence/silence.repository.js';
import { SilenceSchedule } from './silence.schedule.js';

const log = createLog({ name: 'test', level: 'silent' });
let test: TestDatabase;
let db: Database;
beforeAll(async () => {
  test = await testDatabase();
  db = openDatabase({ databaseUrl: test.databaseUrl, log });
});
afterAll(async () => {
  await db.close();
  await test.close();
});
guardBystander({ database: () => test });

let company: string;
let watch: SilenceSchedule;
/** When the schedule began to look. */
let began: number;
beforeEach(async () => {
  // What an earlier case left silent is none of this one's.
  await test.sql(`DELETE FROM device_presence WHERE last_seen_at IS NOT NULL`);
  company = await addCompany('冲压厂');
  watch = new SilenceSchedule(db.system, new SilenceRepository(), log);
  began = Date.now();
});

async function addCompany(name: string, columns: { silentAfterMinutes?: number; state?: string } = {}): Promise<string> {
  const id = randomUUID();
  await test.sql('INSERT INTO tenant (id, name, silent_after_minutes, state) VALUES ($1, $2, $3, $4)', [id, name, columns.silentAfterMinutes ?? 30, columns.state ?? 'active']);
  return id;
}

/** A machine of a company that was last heard so long after the schedule began. */
async function addMachine(name: string, heardAfterMinutes: number | null, of = company): Promise<string> {
  const id = randomUUID();
  await test.sql(`INSERT INTO device (tenant_id, id, name, kind) VALUES ($1, $2, $3, 'machine')`, [of, id, name]);
  await test.sql('INSERT INTO device_presence (tenant_id, device_id, last_seen_at) VALUES ($1, $2, $3)', [of, id, heardAfterMinutes === null ? null : at(heardAfterMinutes)]);
  return id;
}

const at = (minutes: number): Date => new Date(began + minutes * MINUTE_MS);
const hear = (id: string, minutes: number): Promise<unknown> => test.sql('UPDATE device_presence SET last_seen_at = $2 WHERE device_id = $1', [id, at(minutes)]);

/** What was raised since this was asked last, company by company. */
async function raised(of = company): Promise<{ kind: string; subject?: string; facts: object }[]> {
  const rows = await test.sql<{ payload: { kind: string; subjectId?: string; facts: object } }>(`DELETE FROM outbox WHERE job = 'notices.raised' AND tenant_id = $1 RETURNING payload`, [of]);
  return rows.map(({ payload: { kind, subjectId, facts } }) => ({ kind, ...(subjectId !== undefined && { subject: subjectId }), facts }));
}

describe('a machine that sends nothing any more', () => {
  it('is told of once, when the company’s time is over, and again when it is back', async () => {
    const press = await addMachine('1 号冲床', 0);
    await watch.execute(at(29));
    expect(await raised()).toEqual([]);
    await Promise.all([watch.execute(at(30)), watch.execute(at(30))]);
    await watch.execute(at(90));
    expect(await raised()).toEqual([{ kind: 'device.fell-silent', subject: press, facts: { one: '1 号冲床', minutes: '30' } }]);
    await hear(press, 95);
    await watch.execute(at(96));
    await watch.execute(at(97));
    expect(await raised()).toEqual([{ kind: 'device.came-back', subject: press, facts: { one: '1 号冲床', minutes: '30' } }]);
    await watch.execute(at(125));
    expect((await raised()).map(({ kind }) => kind)).toEqual(['device.fell-silent']);
  });

  it('is told of with the others of its company, and apart from another company’s', async () => {
    const other = await addCompany('注塑厂', { silentAfterMinutes: 5 });
    for (const name of ['10 号', '2 号', '1 号', '3 号', '11 号']) await addMachine(name, 0);
    const theirs = await addMachine('注塑机', 0, other);
    await watch.execute(at(5));
    expect([await raised(), await raised(other)]).toEqual([[], [{ kind: 'device.fell-silent', subject: theirs, facts: { one: '注塑机', minutes: '5' } }]]);
    await watch.execute(at(31));
    expect(await raised()).toEqual([{ kind: 'device.fell-silent', facts: { one: '1 号', two: '2 号', three: '3 号', more: '2', minutes: '30' } }]);
  });

  it('is nothing new where nobody was looking, until its time is over once more', async () => {
    await addMachine('夜里停机', -8 * 60);
    await watch.execute(at(29));
    expect(await raised()).toEqual([]);
    await watch.execute(at(30));
    expect(await raised()).toHaveLength(1);
  });

  it('is no news where it never sent anything, or its company is suspended', async () => {
    const suspended = await addCompany('停用', { state: 'suspended' });
    await addMachine('新机器', null);
    await addMachine('被拒', 0, suspended);
    await watch.execute(at(600));
    expect([await raised(), await raised(suspended)]).toEqual([[], []]);
  });
});

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '@tenon/db';
import { createLog } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { randomUUID } from 'node:crypto';
import { OldMessageKeyRepository } from '../persistence/old-message-key.repository.js';
import { MessageKeySchedule } from './message-key.schedule.js';

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

it('lets go of names that are a day old, however many, and of no other', async () => {
  const id = randomUUID();
  await test.sql(`INSERT INTO tenant (id, name) VALUES ($1, 'Plant')`, [id]);
  await test.sql(`INSERT INTO device (tenant_id, id, name, kind) VALUES ($1, $1, 'Press', 'machine')`, [id]);
  await test.sql(
    `INSERT INTO message_key (tenant_id, device_id, digest, body_digest, first_stamp_us, at)
     SELECT $1, $1, int4send(n), 'x', 1, now() - CASE WHEN n <= 10050 THEN interval '24 hours 1 second' ELSE interval '23 hours 59 minutes' END FROM generate_series(1, 10060) n`,
    [id],
  );
  await new MessageKeySchedule(db.system, new OldMessageKeyRepository(), log).execute(new Date());
  expect(await test.sql('SELECT count(*)::int AS count FROM message_key WHERE tenant_id = $1', [id])).toEqual([{ count: 10 }]);
});

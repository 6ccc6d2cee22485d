import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPool, openDatabase, type Database } from '@tenon/db';
import { createLog, masterKeys, Vault } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { addBystander, guardBystander } from '@tenon/testing/bystander';
import { randomUUID } from 'node:crypto';
import { SEALED_COLUMNS, SealedRepository } from '../persistence/sealed.repository.js';
import { secretPlace } from '../sign-in/check-code.js';
import { RotateKeys } from './rotate-keys.js';

const NEXT = '02'.repeat(32);
const before = new Vault(masterKeys({ secretHex: 'ab'.repeat(32), set: [] }));
const during = new Vault(masterKeys({ secretHex: 'ab'.repeat(32), set: [NEXT] }));
const after = new Vault(masterKeys({ secretHex: 'cd'.repeat(32), set: [NEXT] }));

let test: TestDatabase;
let pool: ReturnType<typeof createPool>;
let db: Database;
beforeAll(async () => {
  test = await testDatabase();
  db = openDatabase({ databaseUrl: test.databaseUrl, log: createLog({ name: 'test', level: 'silent' }) });
  pool = createPool({ databaseUrl: test.databaseUrl, role: 'tenon_auth', searchPath: 'auth', max: 2 });
});
guardBystander({ database: () => test });
afterAll(async () => {
  await pool.end();
  await db.close();
  await test.close();
});

async function keep(sealedOf: (id: string) => string): Promise<string> {
  const id = randomUUID();
  await pool.query(`INSERT INTO auth."user" (id, name, email, "emailVerified") VALUES ($1, 'A', $2, false)`, [id, `${id}@example.com`]);
  await pool.query('INSERT INTO auth.second_factor (user_id, secret_sealed) VALUES ($1, $2)', [id, sealedOf(id)]);
  return id;
}
const rotate = (vault: Vault) => new RotateKeys(new SealedRepository(pool, db.system), vault).execute();
/** What stays of people: the bystander's robot has an address that nobody sealed. */
const ofPeople = ({ sealed, left }: Awaited<ReturnType<typeof rotate>>) => ({ sealed, left: left.filter(({ column }) => column.startsWith('second_factor')) });
const kept = async (id: string): Promise<string> => (await pool.query<{ sealed: string }>('SELECT secret_sealed AS sealed FROM auth.second_factor WHERE user_id = $1', [id])).rows[0]!.sealed;

describe('new keys', () => {
  it('seal every secret anew, and those before are needed no more', async () => {
    const ids = await Promise.all(['one', 'two', 'three'].map((secret) => keep((id) => before.seal(secretPlace(id), secret))));
    const broken = await keep((id) => before.seal(secretPlace(`not ${id}`), 'moved'));
    const texts = await Promise.all(ids.map(kept));
    const brokenText = await kept(broken);
    expect(ofPeople(await rotate(during))).toEqual({ sealed: 3, left: [{ column: 'second_factor.secret_sealed', id: broken, code: 'VAULT.BROKEN' }] });
    expect(await Promise.all(ids.map(async (id) => after.open(secretPlace(id), await kept(id))))).toEqual(['one', 'two', 'three']);
    expect((await Promise.all(ids.map(kept))).some((text) => texts.includes(text))).toBe(false);
    expect(await kept(broken)).toBe(brokenText);
    expect(ofPeople(await rotate(before)).left.map(({ code }) => code).sort()).toEqual(['VAULT.BROKEN', ...Array.from({ length: 3 }, () => 'VAULT.MASTER_KEY_UNKNOWN')]);
  });

  it('seal what companies keep, of every company', async () => {
    const place = (id: string) => ({ column: 'public.notice_robot.address_sealed', id });
    const robots = await Promise.all([await addBystander(test), await addBystander(test)].map(async ({ tenantId }) => {
      const [robot] = await test.sql<{ id: string }>('SELECT id FROM notice_robot WHERE tenant_id = $1', [tenantId]);
      await test.sql('UPDATE notice_robot SET address_sealed = $2 WHERE id = $1', [robot!.id, before.seal(place(robot!.id), tenantId)]);
      return { id: robot!.id, tenantId };
    }));
    expect((await rotate(during)).left.filter(({ id }) => robots.some((robot) => robot.id === id))).toEqual([]);
    for (const { id, tenantId } of robots) {
      const [row] = await test.sql<{ sealed: string }>('SELECT address_sealed AS sealed FROM notice_robot WHERE id = $1', [id]);
      expect(after.open(place(id), row!.sealed)).toBe(tenantId);
    }
  });

  it('know every column that holds sealed secrets', async () => {
    const columns = await test.sql(`SELECT table_schema || '.' || table_name || '.' || column_name AS name FROM information_schema.columns WHERE column_name LIKE '%\\_sealed' ORDER BY 1`);
    expect(columns).toEqual(SEALED_COLUMNS.map(({ schema, table, column }) => ({ name: `${schema}.${table}.${column}` })));
  });
});

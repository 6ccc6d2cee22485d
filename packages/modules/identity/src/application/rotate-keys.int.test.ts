import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPool } from '@tenon/db';
import { masterKeys, Vault } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { randomUUID } from 'node:crypto';
import { SEALED_COLUMNS } from '../persistence/sealed.repository.js';
import { secretPlace } from '../sign-in/check-code.js';
import { RotateKeys } from './rotate-keys.js';

const NEXT = '02'.repeat(32);
const before = new Vault(masterKeys({ secretHex: 'ab'.repeat(32), set: [] }));
const during = new Vault(masterKeys({ secretHex: 'ab'.repeat(32), set: [NEXT] }));
const after = new Vault(masterKeys({ secretHex: 'cd'.repeat(32), set: [NEXT] }));

let test: TestDatabase;
let pool: ReturnType<typeof createPool>;
beforeAll(async () => {
  test = await testDatabase();
  pool = createPool({ databaseUrl: test.databaseUrl, role: 'tenon_auth', searchPath: 'auth', max: 2 });
});
guardBystander({ database: () => test });
afterAll(async () => {
  await pool.end();
  await test.close();
});

async function keep(sealedOf: (id: string) => string): Promise<string> {
  const id = randomUUID();
  await pool.query(`INSERT INTO auth."user" (id, name, email, "emailVerified") VALUES ($1, 'A', $2, false)`, [id, `${id}@example.com`]);
  await pool.query('INSERT INTO auth.second_factor (user_id, secret_sealed) VALUES ($1, $2)', [id, sealedOf(id)]);
  return id;
}
const kept = async (id: string): Promise<string> => (await pool.query<{ sealed: string }>('SELECT secret_sealed AS sealed FROM auth.second_factor WHERE user_id = $1', [id])).rows[0]!.sealed;

describe('new keys', () => {
  it('seal every secret anew, and those before are needed no more', async () => {
    const ids = await Promise.all(['one', 'two', 'three'].map((secret) => keep((id) => before.seal(secretPlace(id), secret))));
    const broken = await keep((id) => before.seal(secretPlace(`not ${id}`), 'moved'));
    const texts = await Promise.all(ids.map(kept));
    const brokenText = await kept(broken);
    expect(await new RotateKeys(pool, during).execute()).toEqual({ sealed: 3, left: [{ column: 'second_factor.secret_sealed', id: broken, code: 'VAULT.BROKEN' }] });
    expect(await Promise.all(ids.map(async (id) => after.open(secretPlace(id), await kept(id))))).toEqual(['one', 'two', 'three']);
    expect((await Promise.all(ids.map(kept))).some((text) => texts.includes(text))).toBe(false);
    expect(await kept(broken)).toBe(brokenText);
    expect((await new RotateKeys(pool, before).execute()).left.map(({ code }) => code).sort()).toEqual(['VAULT.BROKEN', ...Array.from({ length: 3 }, () => 'VAULT.MASTER_KEY_UNKNOWN')]);
  });

  it('know every column that holds sealed secrets', async () => {
    const columns = await test.sql(`SELECT table_schema || '.' || table_name || '.' || column_name AS name FROM information_schema.columns WHERE column_name LIKE '%\\_sealed'`);
    expect(columns).toEqual(SEALED_COLUMNS.map(({ table, column }) => ({ name: `auth.${table}.${column}` })));
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '@tenon/db';
import { systemActor } from '@tenon/domain/identity';
import { tenantId, type TenantId } from '@tenon/kernel';
import { createLog } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { randomUUID } from 'node:crypto';
import { LookAtSignUp } from './application/look-at-sign-up.js';
import { CompanyDescribedHandler } from './jobs/company-described.handler.js';

const log = createLog({ name: 'test', level: 'silent' });
/** Its check character is wrong. */
const CODE = '91310000631696382X';

let test: TestDatabase;
let db: Database;
let handler: CompanyDescribedHandler;
beforeAll(async () => {
  test = await testDatabase();
  db = openDatabase({ databaseUrl: test.databaseUrl, log });
  handler = new CompanyDescribedHandler(new LookAtSignUp(db.system));
});
afterAll(async () => {
  await db.close();
  await test.close();
});
guardBystander({ database: () => test });

async function signedUp(name: string, { email = 'owner@factory.example', address = '192.0.2.1' } = {}): Promise<TenantId> {
  const id = tenantId(randomUUID());
  await test.sql('INSERT INTO tenant (id, name) VALUES ($1, $2)', [id, name]);
  await test.sql(`INSERT INTO tenant_member (tenant_id, user_id, role, name, email) VALUES ($1, gen_random_uuid(), 'owner', 'O', $2)`, [id, email]);
  await db.system.run('a sign-up', (tx) => tx.auditOf(id, { id: randomUUID(), email }, { via: 'session', viaId: randomUUID(), address, userAgent: 'test' }, 'tenant.created', { name }));
  return id;
}
const describeAs = (company: TenantId, creditCode: string | null): Promise<unknown> =>
  test.sql('INSERT INTO company_profile (tenant_id, credit_code) VALUES ($1, $2) ON CONFLICT (tenant_id) DO UPDATE SET credit_code = EXCLUDED.credit_code', [company, creditCode]);
const look = (company: TenantId): Promise<void> => handler.handle({ payload: {}, actor: systemActor(company), attempt: 1, signal: AbortSignal.timeout(30_000), log });
async function reviewOf(company: TenantId): Promise<{ state: string; signals: { rule: string; subject: string }[] } | undefined> {
  await look(company);
  return (await test.sql<{ state: string; signals: { rule: string; subject: string }[] }>('SELECT state, signals FROM sign_up_review WHERE tenant_id = $1', [company]))[0];
}

describe('what is known of a sign-up', () => {
  it('asks for nobody’s look where nothing is odd', async () => {
    expect(await reviewOf(await signedUp('松江阀门厂'))).toBeUndefined();
  });

  it('is its credit code, by itself and as another’s, until it is mended', async () => {
    const [one, other] = [await signedUp('奉贤铸造厂', { address: '192.0.2.2' }), await signedUp('金山模具厂', { address: '192.0.2.3' })];
    await describeAs(one, CODE);
    expect(await reviewOf(one)).toEqual({ state: 'open', signals: [{ rule: 'credit-code-check', subject: CODE }] });
    await describeAs(other, CODE);
    expect(await reviewOf(other)).toEqual({ state: 'open', signals: [{ rule: 'credit-code-check', subject: CODE }, { rule: 'credit-code-shared', subject: CODE }] });
    await describeAs(other, null);
    expect(await reviewOf(other)).toEqual({ state: 'lapsed', signals: [] });
    await look(other);
    expect(await test.sql('SELECT count(*)::int AS count FROM sign_up_review WHERE tenant_id = $1', [other])).toEqual([{ count: 1 }]);
  });

  it('is its owner’s mail, and how many signed up from the same place within the hour', async () => {
    const address = '198.51.100.7';
    const companies: TenantId[] = [];
    for (const name of ['甲', '乙', '丙', '丁']) companies.push(await signedUp(`${name}号工厂`, { address }));
    expect(await reviewOf(companies[3]!)).toBeUndefined();
    const fifth = await signedUp('戊号工厂', { address, email: 'x@mailinator.com' });
    expect(await reviewOf(fifth)).toEqual({ state: 'open', signals: [{ rule: 'disposable-mail', subject: 'mailinator.com' }, { rule: 'many-sign-ups', subject: '5' }] });
    await test.sql(`UPDATE tenant SET created_at = created_at - interval '61 minutes' WHERE id = $1`, [companies[0]]);
    expect((await reviewOf(fifth))?.signals.map(({ rule }) => rule)).toEqual(['disposable-mail']);
  });

  it('is a name like that of a company which the office suspended, and of no other', async () => {
    const [suspended, late] = [await signedUp('崇明轴承有限公司', { address: '192.0.2.4' }), await signedUp('青浦轴承有限公司', { address: '192.0.2.5' })];
    await test.sql(`UPDATE tenant SET state = 'suspended', suspended_because = CASE WHEN id = $1 THEN 'office' ELSE 'unpaid' END, suspended_reason = 'x', suspended_at = now() WHERE id = ANY ($2::uuid[])`, [suspended, [suspended, late]]);
    expect(await reviewOf(await signedUp('崇明轴承', { address: '192.0.2.6' }))).toEqual({ state: 'open', signals: [{ rule: 'name-like-suspended', subject: '崇明轴承有限公司' }] });
    expect(await reviewOf(await signedUp('青浦轴承', { address: '192.0.2.7' }))).toBeUndefined();
    expect(await reviewOf(suspended)).toBeUndefined();
  });

  it('of a company that was erased is nothing', async () => {
    const company = await signedUp('临港机床厂', { email: 'x@yopmail.com', address: '192.0.2.8' });
    await test.sql(`UPDATE tenant SET state = 'erased' WHERE id = $1`, [company]);
    expect(await reviewOf(company)).toBeUndefined();
  });
});

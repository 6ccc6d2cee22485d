import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { quotaReached } from '@tenon/contracts/events';
import { openDatabase, type Database } from '@tenon/db';
import { systemActor } from '@tenon/domain/identity';
import { tenantId, type TenantId } from '@tenon/kernel';
import type { JobContext } from '@tenon/queue';
import { createLog } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { randomUUID } from 'node:crypto';
import { PublicUrl } from '../application/public-url.js';
import { MailQuotaNoticeHandler } from './mail-quota-notice.handler.js';

const log = createLog({ name: 'test', level: 'silent' });
let test: TestDatabase;
let db: Database;
beforeAll(async () => {
  test = await testDatabase();
  db = openDatabase({ databaseUrl: test.databaseUrl, log });
});
guardBystander({ database: () => test });
afterAll(async () => {
  await db.close();
  await test.close();
});

const REACHED = { meter: 'pointsADay', month: '2026-11-01', share: 80 } as const;

/** A company with two owners and a viewer, and a quota of which it used four fifths. */
async function company(): Promise<{ id: TenantId; owners: string[] }> {
  const id = tenantId(randomUUID());
  await test.sql('INSERT INTO tenant (id, name) VALUES ($1, $2)', [id, '宝山冲压']);
  const owners = ['first', 'second'].map((name) => `${name}-${id}@example.com`);
  for (const [email, role] of [...owners.map((owner) => [owner, 'owner']), [`viewer-${id}@example.com`, 'viewer']]) {
    await test.sql('INSERT INTO tenant_member (tenant_id, user_id, role, name, email) VALUES ($1, gen_random_uuid(), $2, $3, $4)', [id, role, email, email]);
  }
  await test.sql('INSERT INTO quota_notice (tenant_id, meter, month, share, used, quota) VALUES ($1, $2, $3, $4, 9600000, 12000000)', [id, REACHED.meter, REACHED.month, REACHED.share]);
  return { id, owners };
}

const handle = (id: TenantId, payload: JobContext<typeof quotaReached>['payload'] = REACHED): Promise<void> =>
  new MailQuotaNoticeHandler(db.system, new PublicUrl('https://portal.example')).handle({ payload, actor: systemActor(id), attempt: 1, signal: AbortSignal.timeout(30_000), log });
const mailsOf = (id: TenantId): Promise<{ recipient: string; subject: string; body: string }[]> => test.sql('SELECT recipient, subject, body FROM mail_message WHERE on_behalf_of = $1 ORDER BY recipient', [id]);
const promisedTo = async (id: TenantId): Promise<number> =>
  (await test.sql(`SELECT 1 FROM outbox o JOIN mail_message m ON m.id::text = o.payload->>'mailId' WHERE o.job = 'identity.send-mail' AND m.on_behalf_of = $1`, [id])).length;

describe('a company that is near a quota', () => {
  it('has its owners written to, in both languages, with what is used and where to go', async () => {
    const { id, owners } = await company();
    await handle(id);
    const mails = await mailsOf(id);
    expect(mails.map(({ recipient }) => recipient)).toEqual(owners);
    expect(mails[0]?.subject).toBe('额度已用 80%：当日数据点 · 80 % of a quota used: points of today');
    for (const text of ['宝山冲压', '9,600,000／12,000,000', '9,600,000 of 12,000,000', 'https://portal.example/settings/plan']) expect(mails[1]?.body).toContain(text);
    expect(await promisedTo(id)).toBe(2);
  });

  it('is written to once, however often and by however many workers it is done', async () => {
    const { id } = await company();
    await Promise.all([handle(id), handle(id), handle(id)]);
    await handle(id);
    expect([(await mailsOf(id)).length, await promisedTo(id)]).toEqual([2, 2]);
  });

  it('is not written to of another share, nor of another company’s', async () => {
    const [one, two] = [await company(), await company()];
    await handle(one.id, { ...REACHED, share: 100 });
    await handle(one.id);
    expect([(await mailsOf(one.id)).length, (await mailsOf(two.id)).length]).toEqual([2, 0]);
  });
});

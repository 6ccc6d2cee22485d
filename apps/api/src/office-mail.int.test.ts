import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppointStaff } from '@tenon/identity/api';
import { guardBystander } from '@tenon/testing/bystander';
import { mailClerk } from './testing/mail-clerk.js';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let owner: TestPerson;
let root: TestPerson;
let support: TestPerson;

const PASSWORD = 'quite a long secret';

async function staff(email: string, role: 'root' | 'support'): Promise<TestPerson> {
  await api.app.get(AppointStaff, { strict: false }).execute({ email, password: PASSWORD, name: role, role });
  return api.signIn(email, PASSWORD);
}

const codeOf = async (person: TestPerson, query: string, variables?: object): Promise<string | undefined> => (await person.ask(query, variables)).errors?.[0]?.extensions.code;
const TEXT = 'query ($id: ID!) { outboxMailText(id: $id) { text } }';

interface Mail {
  readonly id: string;
  readonly to: string;
  readonly reading: string;
}

/** The mail with a link to a new password that the office sees as the one to `email`; written to the folder, unless `isSent` is false. */
async function forget(email: string, { isSent = true } = {}): Promise<Mail> {
  await api.post('/api/auth/request-password-reset', { email });
  // better-auth answers before it has sent.
  while ((await api.database.sql('SELECT 1 FROM mail_message WHERE recipient = $1', [email])).length === 0);
  if (isSent) await api.database.sql('UPDATE mail_message SET sent_at = now() WHERE recipient = $1', [email]);
  const { outboxMails } = await root.get<{ outboxMails: { nodes: Mail[] } }>('{ outboxMails { nodes { id to reading } } }');
  return outboxMails.nodes.find(({ to }) => to === email)!;
}

const readings = (): Promise<{ action: string; actor_id: string; details: object }[]> => api.database.sql(`SELECT action, actor_id, details FROM audit_entry WHERE action = 'mail.read'`);

beforeAll(async () => {
  api = await testApi();
  owner = await api.newcomer('宝山冲压厂');
  root = await staff('root@tenon.example', 'root');
  support = await staff('support@tenon.example', 'support');
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });
afterAll(() => api.close());

describe('mail that is kept', () => {
  it('is shown to root alone, and each reading of a text is in the company’s trail', async () => {
    const mail = await forget(owner.email);
    expect(mail.reading).toBe('OPEN');
    expect(await readings()).toEqual([]);
    const { outboxMailText } = await root.get<{ outboxMailText: { text: string } }>(TEXT, { id: mail.id });
    expect(outboxMailText.text).toMatch(/reset-password\?token=/);
    expect(await readings()).toEqual([{ action: 'mail.read', actor_id: expect.any(String), details: { to: owner.email, subject: expect.any(String) } }]);
    expect(await codeOf(support, '{ outboxMails { nodes { id } } }')).toBe('AUTH.FORBIDDEN');
    expect(await codeOf(support, TEXT, { id: mail.id })).toBe('AUTH.FORBIDDEN');
    expect(await codeOf(owner, TEXT, { id: mail.id })).toBe('AUTH.FORBIDDEN');
  });

  it('is not readable while it waits for a server', async () => {
    const waiting = await api.newcomer('Waiting');
    const mail = await forget(waiting.email, { isSent: false });
    expect(mail.reading).toBe('WAITING');
    expect(await codeOf(root, TEXT, { id: mail.id })).toBe('MAIL.WAITING');
  });

  it('is never shown when it is to the office’s own people, whether or not they have a company', async () => {
    const outside = await forget('support@tenon.example');
    const both = await api.newcomer('Both');
    await staff(both.email, 'support');
    const inside = await forget(both.email);
    for (const mail of [outside, inside]) {
      expect(mail.reading).toBe('WITHHELD');
      expect(await codeOf(root, TEXT, { id: mail.id })).toBe('MAIL.WITHHELD');
    }
    expect((await readings()).length).toBe(1);
  });

  it('of an invitation is in the trail of the company that invites, as whoever it is to need not have one', async () => {
    const clerk = mailClerk(api);
    await owner.get('mutation { invitePerson(input: { email: "newcomer@example.com", roleId: "viewer", language: EN }) { id } }');
    await clerk.work();
    await clerk.close();
    await api.database.sql(`UPDATE mail_message SET sent_at = now() WHERE recipient = 'newcomer@example.com'`);
    const { outboxMails } = await root.get<{ outboxMails: { nodes: Mail[] } }>('{ outboxMails { nodes { id to reading } } }');
    const mail = outboxMails.nodes.find(({ to }) => to === 'newcomer@example.com');
    expect(mail?.reading).toBe('OPEN');
    expect((await root.get<{ outboxMailText: { text: string } }>(TEXT, { id: mail?.id })).outboxMailText.text).toContain('/invitation?token=');
    expect((await readings()).at(-1)).toMatchObject({ details: { to: 'newcomer@example.com' } });
  });

  it('is gone once a server has taken it', async () => {
    const sent = await api.newcomer('Sent');
    const mail = await forget(sent.email);
    await api.database.sql(`UPDATE mail_message SET body = '' WHERE id = $1`, [mail.id]);
    for (const id of [mail.id, 'nonsense']) expect(await codeOf(root, TEXT, { id })).toBe('MAIL.NOT_FOUND');
  });
});

describe('a trail', () => {
  const looks = async (): Promise<number> => (await api.database.sql(`SELECT 1 FROM audit_entry e JOIN tenant t ON t.id = e.tenant_id WHERE e.action = 'tenant.viewed' AND t.name = '宝山冲压厂'`)).length;

  it('is not read from a list without a trace, and one look leaves one', async () => {
    await support.get('{ companies(search: "冲压") { nodes { id name } } }');
    expect(await looks()).toBe(0);
    const { companies } = await support.get<{ companies: { nodes: { id: string; auditTrail: { nodes: { action: string }[] } }[] } }>('{ companies(search: "冲压") { nodes { id auditTrail { nodes { action } } } } }');
    expect(companies.nodes[0]?.auditTrail.nodes[0]?.action).toBe('tenant.viewed');
    expect(await looks()).toBe(1);
    await support.get('query ($id: ID!) { company(id: $id) { auditTrail { nodes { action } } } }', { id: companies.nodes[0]?.id });
    expect(await looks()).toBe(2);
  });
});

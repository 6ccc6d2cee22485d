import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { colleague, whoIs, type Colleague } from './testing/colleagues.js';
import { tablesKeeping } from './testing/kept-secrets.js';
import { mailClerk, type MailClerk } from './testing/mail-clerk.js';
import { testApi, type Answer, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let clerk: MailClerk;
let owner: TestPerson;
let tenant: string;
let guest: Colleague;
beforeAll(async () => {
  api = await testApi({ SIGN_IN_TRIES_PER_ADDRESS: '10000', SIGN_UPS_PER_ADDRESS: '1000' });
  clerk = mailClerk(api);
  owner = await api.newcomer('宝山 https://evil.example 注塑');
  tenant = (await whoIs(owner)).tenant!.id;
  const person = await api.newcomer('Guest’s own');
  guest = { ...person, id: (await whoIs(person)).id };
});
afterAll(async () => {
  await clerk.close();
  await api.close();
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

const PASSWORD = 'a long enough secret';
let count = 0;
const newEmail = (): string => `guest-${(count += 1)}@example.com`;
const codeOf = ({ errors }: Answer): string => errors?.[0]?.extensions.code ?? 'done';
const invite = (by: TestPerson, email: string, roleId = 'engineer', language = 'ZH'): Promise<Answer> => by.ask('mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { id email } }', { input: { email, roleId, language } });
const invited = async (email: string, roleId?: string): Promise<string> => ((await invite(owner, email, roleId)).data as { invitePerson: { id: string } }).invitePerson.id;
const change = (what: 'resendInvitation' | 'revokeInvitation', id: string, by = owner): Promise<Answer> => by.ask(`mutation ($id: ID!) { ${what}(id: $id)${what === 'resendInvitation' ? ' { id }' : ''} }`, { id });
const later = (minutes: number, id: string): Promise<unknown> => api.database.sql(`UPDATE invitation SET asked_at = asked_at - $2 * interval '1 minute', expires_at = expires_at - $2 * interval '1 minute' WHERE id = $1`, [id, minutes]);
const roleOf = async (userId: string): Promise<string | undefined> => (await api.database.sql<{ role: string }>('SELECT role FROM tenant_member WHERE tenant_id = $1 AND user_id = $2', [tenant, userId]))[0]?.role;
const trail = (action: string): Promise<{ details: Record<string, unknown> }[]> => api.database.sql('SELECT details FROM audit_entry WHERE tenant_id = $1 AND action = $2 ORDER BY seq', [tenant, action]);

async function mailed(email: string): Promise<string> {
  await clerk.work();
  return (await clerk.mailTo(email)).token;
}

/** Sends to a door of invitations; its status, code and cookies. */
async function post(door: 'invitation' | 'accept-invitation', body: object, by?: TestPerson): Promise<{ said: string; facts: Record<string, unknown>; cookie: string }> {
  const response = await api.post(`/api/auth/${door}`, body, by ? { cookie: by.cookie } : {});
  const facts = (await response.json()) as Record<string, unknown> & { error?: { code: string } };
  return { said: facts.error?.code ?? String(response.status), facts, cookie: response.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ') };
}

const accept = (token: string, by?: TestPerson, more: object = { password: PASSWORD, name: '小王' }) => post('accept-invitation', { token, ...more }, by);

/** Somebody whose address is known, invited to the company; removed again by whoever asks for them next. */
async function knownGuest(roleId?: string): Promise<{ token: string; id: string }> {
  await api.database.sql('DELETE FROM tenant_member WHERE tenant_id = $1 AND user_id = $2', [tenant, guest.id]);
  await api.database.sql('DELETE FROM invitation WHERE tenant_id = $1 AND email = $2', [tenant, guest.email]);
  const id = await invited(guest.email, roleId);
  return { id, token: await mailed(guest.email) };
}

describe('inviting', () => {
  it('writes one mail with a link of ours and no other, and keeps only a digest of its secret', async () => {
    const email = newEmail();
    const answer = await invite(owner, email.toUpperCase(), 'viewer', 'EN');
    expect((answer.data as { invitePerson: { email: string } }).invitePerson.email).toBe(email);
    await clerk.work(2);
    const { token, count: mails, subject, text } = await clerk.mailTo(email);
    expect(mails).toBe(1);
    expect(text.match(/https?:\S+/g)).toEqual([`https://tenon.example/invitation?token=${token}`]);
    expect(`${subject}${text}`).not.toContain('evil.example');
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await tablesKeeping(api.database, token, ['invitation', 'audit_entry', 'mail_message'])).toEqual(['mail_message']);
    expect((await trail('invitation.sent')).at(-1)?.details).toMatchObject({ email, role: 'viewer' });
  });

  it('is done once an address, until it is taken back, refused by time or answered', async () => {
    const email = newEmail();
    const id = await invited(email);
    expect(codeOf(await invite(owner, email))).toBe('INVITATION.EXISTS');
    await later(8 * 24 * 60, id);
    expect(codeOf(await invite(owner, email))).toBe('done');
    expect(codeOf(await invite(owner, owner.email.toUpperCase()))).toBe('MEMBER.ALREADY_THERE');
    const both = await Promise.all([invite(owner, 'twice@example.com'), invite(owner, 'twice@example.com')]);
    expect(both.map(codeOf).sort()).toEqual(['INVITATION.EXISTS', 'done']);
  });

  it('is to no more than one holds, and to no owner', async () => {
    const admin = await colleague(api, tenant, 'admin');
    const { createRole } = await owner.get<{ createRole: { id: string } }>('mutation { createRole(input: { name: "Inviters", permissions: ["member:invite"] }) { id } }');
    const inviter = await colleague(api, tenant, createRole.id);
    expect(codeOf(await invite(owner, newEmail(), 'owner'))).toBe('ROLE.OWNER_BY_TRANSFER');
    expect(codeOf(await invite(admin, newEmail(), 'owner'))).toBe('ROLE.BEYOND_OWN');
    expect(codeOf(await invite(inviter, newEmail(), 'viewer'))).toBe('ROLE.BEYOND_OWN');
    expect(codeOf(await invite(inviter, newEmail(), createRole.id))).toBe('done');
    const beyond = await invited(newEmail(), 'viewer');
    expect([await change('resendInvitation', beyond, inviter), await change('revokeInvitation', beyond, inviter)].map(codeOf)).toEqual(['ROLE.BEYOND_OWN', 'ROLE.BEYOND_OWN']);
    expect(codeOf(await owner.ask('mutation ($id: ID!) { removeMember(id: $id) }', { id: inviter.id }))).toBe('done');
    const toRole = await invited(newEmail(), createRole.id);
    const deleteRole = async (): Promise<string> => codeOf(await owner.ask('mutation ($id: ID!) { deleteRole(id: $id) }', { id: createRole.id }));
    expect([await deleteRole(), codeOf(await change('revokeInvitation', toRole)), await deleteRole()]).toEqual(['ROLE.IN_USE', 'done', 'done']);
    expect(codeOf(await invite(owner, 'no mail', 'viewer'))).toBe('AUTH.EMAIL_MALFORMED');
  });

  it('ends at thirty addresses an hour', async () => {
    const person = await api.newcomer('Keen');
    const company = (await whoIs(person)).tenant!.id;
    await api.database.sql(
      `INSERT INTO invitation (tenant_id, id, email, role, language, invited_by, inviter_name, expires_at) SELECT $1, gen_random_uuid(), n || '@example.com', 'viewer', 'en', $1, 'x', now() + interval '1 day' FROM generate_series(1, 29) n`,
      [company],
    );
    const last = await invite(person, newEmail());
    const { id } = (last.data as { invitePerson: { id: string } }).invitePerson;
    expect(codeOf(await invite(person, newEmail()))).toBe('INVITATION.TOO_MANY');
    await later(2, id);
    expect(codeOf(await change('resendInvitation', id, person))).toBe('INVITATION.TOO_MANY');
    await api.database.sql(`UPDATE invitation SET asked_at = now() - interval '61 minutes' WHERE tenant_id = $1`, [company]);
    expect(codeOf(await invite(person, newEmail()))).toBe('done');
  });

  it('is listed while nobody has answered', async () => {
    const email = newEmail();
    const id = await invited(email);
    const list = async (): Promise<{ id: string; isExpired: boolean }[]> => (await owner.get<{ invitations: { nodes: { id: string; isExpired: boolean }[] } }>('{ invitations(first: 100) { nodes { id isExpired } } }')).invitations.nodes.filter((each) => each.id === id);
    expect(await list()).toEqual([{ id, isExpired: false }]);
    await later(8 * 24 * 60, id);
    expect(await list()).toEqual([{ id, isExpired: true }]);
    await change('revokeInvitation', id);
    expect(await list()).toEqual([]);
  });
});

describe('sending it once more', () => {
  it('makes a new link that ends the one before, and opens what had expired', async () => {
    const email = newEmail();
    const id = await invited(email);
    const first = await mailed(email);
    expect(codeOf(await change('resendInvitation', id))).toBe('INVITATION.TOO_SOON');
    await later(8 * 24 * 60, id);
    expect((await post('invitation', { token: first })).facts).toMatchObject({ state: 'expired' });
    expect(codeOf(await change('resendInvitation', id))).toBe('done');
    const second = await mailed(email);
    expect((await post('invitation', { token: first })).said).toBe('INVITATION.NOT_FOUND');
    expect((await post('invitation', { token: second })).facts).toMatchObject({ state: 'open', email });
  });

  it('ends at five mails', async () => {
    const id = await invited(newEmail());
    for (let mail = 2; mail <= 5; mail += 1) {
      await later(2, id);
      expect(codeOf(await change('resendInvitation', id))).toBe('done');
    }
    await later(2, id);
    expect(codeOf(await change('resendInvitation', id))).toBe('INVITATION.TOO_MANY_MAILS');
  });

  it('writes nothing for what was taken back before the mail was written', async () => {
    const email = newEmail();
    const id = await invited(email);
    expect(codeOf(await change('revokeInvitation', id))).toBe('done');
    expect(await mailed(email)).toBe('');
    expect([codeOf(await change('revokeInvitation', id)), codeOf(await change('resendInvitation', id))]).toEqual(['INVITATION.CLOSED', 'INVITATION.CLOSED']);
  });
});

describe('accepting by signing up', () => {
  it('makes a member with a verified address and no company of their own', async () => {
    const email = newEmail();
    await invited(email, 'operator');
    const token = await mailed(email);
    expect((await post('invitation', { token })).facts).toMatchObject({ email, role: { id: 'operator' }, isKnown: false, isMember: false, state: 'open' });
    const { said, cookie } = await accept(token);
    expect(said).toBe('200');
    const { data } = await api.ask('{ viewer { name email tenant { id } permissions companies { id isCurrent } } }', {}, cookie);
    expect(data?.['viewer']).toMatchObject({ name: '小王', email, tenant: { id: tenant }, companies: [{ id: tenant, isCurrent: true }] });
    expect(await api.database.sql('SELECT "emailVerified" AS verified, "pendingCompanyName" AS pending FROM auth."user" WHERE email = $1', [email])).toEqual([{ verified: true, pending: null }]);
    expect((await trail('member.joined')).at(-1)?.details).toMatchObject({ email, role: 'operator' });
    expect((await post('invitation', { token })).facts).toMatchObject({ state: 'accepted', isMember: true });
    expect((await accept(token)).said).toBe('AUTH.SIGN_IN_REQUIRED');
  });

  it.each([
    [{ password: 'short' }, 'AUTH.WEAK_PASSWORD'],
    [{}, 'AUTH.WEAK_PASSWORD'],
    [{ password: 'basketball12' }, 'AUTH.WEAK_PASSWORD'],
    [{ password: 'evilexample-1' }, 'AUTH.WEAK_PASSWORD'],
  ])('refuses %j, and the link stays good', async (more, code) => {
    const email = newEmail();
    await invited(email);
    const token = await mailed(email);
    expect((await accept(token, undefined, more)).said).toBe(code);
    expect((await accept(token)).said).toBe('200');
  });

  it('at once from two windows makes one person and one member', async () => {
    const email = newEmail();
    await invited(email);
    const token = await mailed(email);
    const outcomes = await Promise.all([accept(token), accept(token)]);
    expect(outcomes.filter(({ said }) => said === '200')).toHaveLength(1);
    expect(await api.database.sql('SELECT 1 FROM tenant_member WHERE email = $1', [email])).toHaveLength(1);
  });

  it('is a link to nothing where it is made up, expired or taken back, and signs nobody up', async () => {
    const [old, gone] = [newEmail(), newEmail()];
    const [oldId, goneId] = [await invited(old), await invited(gone)];
    await clerk.work();
    const [oldToken, goneToken] = [(await clerk.mailTo(old)).token, (await clerk.mailTo(gone)).token];
    await later(8 * 24 * 60, oldId);
    await change('revokeInvitation', goneId);
    expect([(await accept('made up')).said, (await accept('')).said, (await accept(oldToken)).said, (await accept(goneToken)).said]).toEqual(['INVITATION.NOT_FOUND', 'INVITATION.NOT_FOUND', 'INVITATION.EXPIRED', 'INVITATION.REVOKED']);
    expect(await api.database.sql('SELECT 1 FROM auth."user" WHERE email IN ($1, $2)', [old, gone])).toEqual([]);
  });

  it('is refused where another site made the browser ask', async () => {
    const response = await api.post('/api/auth/accept-invitation', { token: 'x' }, { origin: 'https://evil.example' });
    expect(response.status).toBe(403);
  });
});

describe('accepting as somebody who signs in', () => {
  it('needs the invited address, in whatever case, and puts the session into the company', async () => {
    const { token } = await knownGuest();
    await api.database.sql('UPDATE auth."user" SET "emailVerified" = false WHERE id = $1', [guest.id]);
    expect((await post('invitation', { token })).facts).toMatchObject({ isKnown: true });
    expect((await accept(token)).said).toBe('AUTH.SIGN_IN_REQUIRED');
    const stranger = await accept(token, owner);
    expect([stranger.said, stranger.facts['error']]).toEqual(['INVITATION.FOR_SOMEONE_ELSE', expect.objectContaining({ details: { email: guest.email } })]);
    expect((await accept(token, guest)).said).toBe('200');
    expect((await whoIs(guest)).tenant?.id).toBe(tenant);
    expect(await roleOf(guest.id)).toBe('engineer');
    expect(await api.database.sql('SELECT "emailVerified" AS verified FROM auth."user" WHERE id = $1', [guest.id])).toEqual([{ verified: true }]);
    expect((await trail('member.email-verified')).map(({ details }) => details)).toEqual([{ memberId: guest.id, email: guest.email }]);
  });

  it('lets nobody in who comes too late, or after it was taken back', async () => {
    const { token } = await knownGuest();
    await api.database.sql(`UPDATE invitation SET expires_at = now() - interval '1 second' WHERE tenant_id = $1 AND email = $2`, [tenant, guest.email]);
    expect([(await accept(token, guest)).said, await roleOf(guest.id)]).toEqual(['INVITATION.EXPIRED', undefined]);
    await api.database.sql(`UPDATE invitation SET expires_at = now() + interval '1 day', revoked_at = now() WHERE tenant_id = $1 AND email = $2`, [tenant, guest.email]);
    expect([(await accept(token, guest)).said, await roleOf(guest.id)]).toEqual(['INVITATION.REVOKED', undefined]);
  });

  it('twice, or at once, changes nothing more', async () => {
    const { token } = await knownGuest();
    expect((await Promise.all([accept(token, guest), accept(token, guest)])).map(({ said }) => said)).toEqual(['200', '200']);
    const joined = (await trail('member.joined')).length;
    await owner.get('mutation ($id: ID!) { changeMemberRole(input: { id: $id, roleId: "viewer" }) { id } }', { id: guest.id });
    expect((await accept(token, guest)).said).toBe('200');
    expect([await roleOf(guest.id), (await trail('member.joined')).length]).toEqual(['viewer', joined]);
  });

  it('leaves a member the role they have', async () => {
    const { token } = await knownGuest('viewer');
    await api.database.sql(`INSERT INTO tenant_member (tenant_id, user_id, role, name, email) VALUES ($1, $2, 'engineer', 'x', $3)`, [tenant, guest.id, guest.email]);
    expect((await post('invitation', { token })).facts).toMatchObject({ isMember: true, state: 'open' });
    expect((await accept(token, guest)).said).toBe('200');
    expect(await roleOf(guest.id)).toBe('engineer');
  });

  it('and taking back at once: one of them holds', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { token, id } = await knownGuest();
      const [accepted, revoked] = await Promise.all([accept(token, guest), change('revokeInvitation', id)]);
      const outcome = [accepted.said, codeOf(revoked), await roleOf(guest.id)];
      expect([['200', 'INVITATION.CLOSED', 'engineer'], ['INVITATION.REVOKED', 'done', undefined]]).toContainEqual(outcome);
    }
  });

  it('is refused while the company is suspended', async () => {
    const { token } = await knownGuest();
    await api.database.sql(`UPDATE tenant SET state = 'suspended' WHERE id = $1`, [tenant]);
    expect((await accept(token, guest)).said).toBe('AUTH.TENANT_SUSPENDED');
    await api.database.sql(`UPDATE tenant SET state = 'active' WHERE id = $1`, [tenant]);
    expect((await accept(token, guest)).said).toBe('200');
  });
});

describe('invitations of somebody who may invite no longer', () => {
  it.each([
    ['is removed', ({ id }: Colleague) => owner.get('mutation ($id: ID!) { removeMember(id: $id) }', { id })],
    ['is given a lesser role', ({ id }: Colleague) => owner.get('mutation ($id: ID!) { changeMemberRole(input: { id: $id, roleId: "engineer" }) { id } }', { id })],
    ['leaves', (sender: Colleague) => sender.get('mutation { leaveCompany }')],
  ])('are taken back when their sender %s', async (_what, end) => {
    const admin = await colleague(api, tenant, 'admin');
    const email = newEmail();
    await invite(admin, email, 'admin');
    const token = await mailed(email);
    await end(admin);
    expect((await accept(token)).said).toBe('INVITATION.REVOKED');
    expect((await trail('invitation.revoked')).at(-1)?.details).toMatchObject({ email, because: 'inviter' });
  });

  it('are taken back where the company was handed over, and stay where their sender might still send them', async () => {
    const former = await api.newcomer('Handed over');
    const heir = await colleague(api, (await whoIs(former)).tenant!.id, 'admin');
    const [toAdmin, toViewer] = [newEmail(), newEmail()];
    await invite(former, toAdmin, 'admin');
    await invite(former, toViewer, 'viewer');
    const tokens = [await mailed(toAdmin), await mailed(toViewer)] as const;
    const { roles } = await former.get<{ roles: { id: string; permissions: string[] }[] }>('{ roles { id permissions } }');
    const permissions = [...roles.find(({ id }) => id === 'viewer')!.permissions, 'member:invite'];
    const { createRole } = await former.get<{ createRole: { id: string } }>('mutation ($permissions: [String!]!) { createRole(input: { name: "Inviters", permissions: $permissions }) { id } }', { permissions });
    await former.get('mutation ($input: TransferOwnershipInput!) { transferOwnership(input: $input) { id } }', { input: { to: heir.id, ownRoleId: createRole.id, password: former.password } });
    expect([(await accept(tokens[0])).said, (await accept(tokens[1])).said]).toEqual(['INVITATION.REVOKED', '200']);
  });
});

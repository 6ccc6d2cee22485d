import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { randomUUID } from 'node:crypto';
import { AppointStaff } from '@tenon/identity/api';
import { colleague, whoIs } from './testing/colleagues.js';
import { liveClient } from './testing/live-client.js';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

const NEVER_MS = 3_600_000;

/** Follows a machine of one's own: resolves once the first value is here. */
async function following(api: TestApi, person: TestPerson): Promise<{ closed: Promise<number>; values: string[] }> {
  const { createDevice } = await person.get<{ createDevice: { device: { id: string } } }>('mutation ($name: String!) { createDevice(input: { name: $name }) { device { id } } }', { name: randomUUID() });
  const live = liveClient(api.url, person.cookie);
  const values: string[] = [];
  const closed = new Promise<number>((resolve) => live.on('closed', (event) => resolve((event as { code: number }).code)));
  await new Promise<void>((resolve) => {
    live.subscribe<{ deviceChanged: { name: string } }>(
      { query: `subscription { deviceChanged(id: "${createDevice.device.id}") { name } }` },
      { next: ({ data }) => (values.push(data?.deviceChanged.name ?? ''), resolve()), error: () => undefined, complete: () => undefined },
    );
  });
  return { closed, values };
}

const resetToken = async (api: TestApi, email: string): Promise<string> => {
  await api.post('/api/auth/request-password-reset', { email });
  for (;;) {
    const [mail] = await api.database.sql<{ body: string }>('SELECT body FROM mail_message WHERE recipient = $1', [email]);
    const token = /token=(\S+)/.exec(mail?.body ?? '')?.[1];
    if (token) return decodeURIComponent(token);
  }
};

describe('a subscription, told of its session', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await testApi({}, { lookEveryMs: NEVER_MS });
  });
  guardBystander({ database: () => api.database, shown: () => api.takeShown() });
  afterAll(() => api.close());

  it('ends when its person signs out', async () => {
    const [leaving, staying] = [await api.newcomer('Leaving'), await api.newcomer('Staying')];
    const [left, stayed] = [await following(api, leaving), await following(api, staying)];
    await api.post('/api/auth/sign-out', {}, { cookie: leaving.cookie });
    expect(await left.closed).toBe(4403);
    await api.post('/api/auth/sign-out', {}, { cookie: staying.cookie });
    expect(await stayed.closed).toBe(4403);
  });

  it('stays when the same person signs out elsewhere', async () => {
    const here = await api.newcomer('Two places');
    const there = await api.signIn(here.email, here.password);
    const [stays, ends] = [await following(api, here), await following(api, there)];
    await api.post('/api/auth/sign-out', {}, { cookie: there.cookie });
    expect(await ends.closed).toBe(4403);
    expect((await here.ask('{ viewer { id } }')).data?.['viewer']).not.toBeNull();
    await api.post('/api/auth/sign-out', {}, { cookie: here.cookie });
    expect(await stays.closed).toBe(4403);
  });

  it('ends when a new password is set', async () => {
    const person = await api.newcomer('Forgetful');
    const { closed } = await following(api, person);
    await api.post('/api/auth/reset-password', { token: await resetToken(api, person.email), password: 'another good secret' });
    expect(await closed).toBe(4403);
  });

  it('ends when the company is suspended, and may begin again with what is left', async () => {
    const person = await api.newcomer('Suspended');
    await api.app.get(AppointStaff, { strict: false }).execute({ email: 'root@tenon.example', password: 'quite a long secret', name: 'root', role: 'root' });
    const root = await api.signIn('root@tenon.example', 'quite a long secret');
    const { viewer } = await person.get<{ viewer: { tenant: { id: string } } }>('{ viewer { tenant { id } } }');
    const { closed } = await following(api, person);
    await root.get('mutation ($id: ID!) { suspendCompany(input: { id: $id, reason: "unpaid" }) { id } }', { id: viewer.tenant.id });
    expect(await closed).toBe(4403);
  });
});

describe('a subscription, told of its person', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await testApi({}, { lookEveryMs: NEVER_MS });
  });
  guardBystander({ database: () => api.database, shown: () => api.takeShown() });
  afterAll(() => api.close());

  it.each([
    ['another role', 'mutation ($id: ID!) { changeMemberRole(input: { id: $id, roleId: "viewer" }) { id } }'],
    ['no place any more', 'mutation ($id: ID!) { removeMember(id: $id) }'],
  ])('ends when they have %s', async (_what, change) => {
    const owner = await api.newcomer('Company');
    const engineer = await colleague(api, (await whoIs(owner)).tenant!.id, 'engineer');
    const { closed } = await following(api, engineer);
    await owner.get(change, { id: engineer.id });
    expect(await closed).toBe(4403);
  });

  it('ends for both when one hands the company over to the other, and for whoever leaves', async () => {
    const former = await api.newcomer('Company');
    const heir = await colleague(api, (await whoIs(former)).tenant!.id, 'engineer');
    const followed = [await following(api, former), await following(api, heir)];
    await former.get('mutation ($id: ID!) { transferOwnership(input: { to: $id }) { id } }', { id: heir.id });
    expect(await Promise.all(followed.map(({ closed }) => closed))).toEqual([4403, 4403]);
    const { closed } = await following(api, former);
    await former.get('mutation { leaveCompany }');
    expect(await closed).toBe(4403);
  });

  it('ends when their role is changed', async () => {
    const owner = await api.newcomer('Company');
    const { createRole } = await owner.get<{ createRole: { id: string } }>('mutation { createRole(input: { name: "R", permissions: ["device:create"] }) { id } }');
    const { closed } = await following(api, await colleague(api, (await whoIs(owner)).tenant!.id, createRole.id));
    await owner.get('mutation ($id: ID!) { updateRole(input: { id: $id, name: "R", permissions: ["device:read"] }) { id } }', { id: createRole.id });
    expect(await closed).toBe(4403);
  });
});

describe('a subscription, of whose session nothing is told', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await testApi({}, { lookEveryMs: 20 });
  });
  guardBystander({ database: () => api.database, shown: () => api.takeShown() });
  afterAll(() => api.close());

  it.each([
    ['the session expires', `UPDATE auth.session SET "expiresAt" = now() - interval '1 second' WHERE "userId" = (SELECT id FROM auth."user" WHERE email = $1)`],
    ['the person loses their place', `DELETE FROM tenant_member WHERE email = $1`],
  ])('ends soon after %s', async (_name, change) => {
    const person = await api.newcomer('Quiet');
    const { closed } = await following(api, person);
    await api.database.sql(change, [person.email]);
    expect(await closed).toBe(4403);
  });
});

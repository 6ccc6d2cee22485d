import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { colleague, whoIs } from './testing/colleagues.js';
import { testApi, type TestApi } from './testing/test-api.js';

let api: TestApi;
let text = '';
beforeAll(async () => {
  api = await testApi({}, {}, { write: (line: string) => Boolean((text += line)) });
});
afterAll(() => api.close());
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

/** What was said of an event since this was last asked. */
function said(event: string): object[] {
  const lines = text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as { event: string });
  text = '';
  return lines.filter((line) => line.event === event);
}

describe('the log', () => {
  it('says who was refused where, with what code and from which address', async () => {
    const owner = await api.newcomer('Refusing');
    const { tenant } = await whoIs(owner);
    const viewer = await colleague(api, tenant!.id, 'viewer');
    said('access.refused');
    await api.ask('{ devices { totalCount } }');
    await viewer.ask('mutation { createDevice(input: { name: "secret name" }) { token } }');
    expect(said('access.refused')).toMatchObject([
      { code: 'AUTH.SIGN_IN_REQUIRED', door: 'devices', address: '127.0.0.1' },
      { code: 'AUTH.FORBIDDEN', door: 'createDevice', address: '127.0.0.1', userId: viewer.id, tenantId: tenant!.id },
    ]);
  });

  it('names the key that was refused, and not what it is', async () => {
    const owner = await api.newcomer('Keys');
    const { createApiKey } = await owner.get<{ createApiKey: { secret: string; key: { id: string } } }>('mutation { createApiKey(input: { name: "reads", permissions: ["device:read"], days: 1 }) { secret key { id } } }');
    said('access.refused');
    await api.post('/graphql', { query: 'mutation { createDevice(input: { name: "x" }) { token } }' }, { authorization: `Bearer ${createApiKey.secret}` });
    expect(text).not.toContain(createApiKey.secret);
    expect(said('access.refused')).toMatchObject([{ code: 'AUTH.FORBIDDEN', door: 'createDevice', keyId: createApiKey.key.id }]);
  });

  it('says of each sign-in how it ended, without what was typed', async () => {
    const owner = await api.newcomer('Signing in');
    said('sign-in.opened');
    await api.post('/api/auth/sign-in', { email: owner.email, password: 'not the password' });
    expect(text).not.toContain('not the password');
    expect(said('access.refused')).toMatchObject([{ code: 'AUTH.WRONG_CREDENTIALS', door: 'POST /api/auth/sign-in', address: '127.0.0.1' }]);
    await api.signIn(owner.email, owner.password);
    expect(text).not.toContain(owner.password);
    expect(said('sign-in.opened')).toMatchObject([{ userId: (await whoIs(owner)).id, address: '127.0.0.1' }]);
  });
});

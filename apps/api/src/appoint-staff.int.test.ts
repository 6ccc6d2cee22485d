import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppointStaff } from '@tenon/identity/api';
import { guardBystander } from '@tenon/testing/bystander';
import { testApi, type TestApi } from './testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });
afterAll(() => api.close());

const OPERATORS = 'what the operator chose';
const appoint = (email: string, role: 'root' | 'support', password = OPERATORS): Promise<{ isPasswordSet: boolean }> =>
  api.app.get(AppointStaff, { strict: false }).execute({ email, password, name: 'Chief', role });
const roleOf = async (cookie: string): Promise<string | null | undefined> => {
  const { data } = await api.ask('{ viewer { staffRole } }', {}, cookie);
  return (data as { viewer: { staffRole: string | null } | null }).viewer?.staffRole;
};

describe('appointing staff', () => {
  it('does not hand the office to whoever signed up with the e-mail first', async () => {
    const stranger = await api.signUp('First come');
    await api.post('/api/auth/request-password-reset', { email: stranger.email });
    while ((await api.database.sql(`SELECT 1 FROM auth.verification`)).length === 0);
    expect(await appoint(stranger.email, 'root')).toEqual({ isPasswordSet: true });
    expect(await roleOf(stranger.cookie)).toBeUndefined();
    expect((await api.post('/api/auth/sign-in', { email: stranger.email, password: stranger.password })).status).toBe(401);
    expect(await api.database.sql(`SELECT 1 FROM auth.verification`)).toEqual([]);
    const chief = await api.signIn(stranger.email, OPERATORS);
    expect(await roleOf(chief.cookie)).toBe('ROOT');
    expect(await chief.get<object>('{ viewer { isEmailVerified } }')).toEqual({ viewer: { isEmailVerified: true } });
  });

  it('changes the role of somebody of the staff, and leaves password and sessions', async () => {
    await appoint('chief@example.com', 'root');
    const chief = await api.signIn('chief@example.com', OPERATORS);
    expect(await appoint('chief@example.com', 'support', 'another long secret')).toEqual({ isPasswordSet: false });
    expect(await roleOf(chief.cookie)).toBe('SUPPORT');
    expect(await roleOf((await api.signIn('chief@example.com', OPERATORS)).cookie)).toBe('SUPPORT');
  });
});

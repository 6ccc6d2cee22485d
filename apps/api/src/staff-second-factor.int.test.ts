import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppointStaff } from '@tenon/identity/api';
import { guardBystander } from '@tenon/testing/bystander';
import { setUpSecondFactor } from './testing/second-factors.js';
import { testApi, type TestApi } from './testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi({ STAFF_SECOND_FACTOR: 'demanded' });
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });
afterAll(() => api.close());

const STAFF = { email: 'office@example.com', password: 'a long enough secret', name: 'Office', role: 'root' as const };
const COMPANIES = '{ companies { nodes { id } } }';

describe('staff of the platform', () => {
  it('may do nothing without a second factor', async () => {
    await api.app.get(AppointStaff, { strict: false }).execute(STAFF);
    const officer = await api.signIn(STAFF.email, STAFF.password);
    expect((await officer.ask(COMPANIES)).errors?.map(({ extensions }) => extensions.code)).toEqual(['AUTH.SECOND_FACTOR_REQUIRED']);
    expect(await officer.get<object>('{ viewer { staffRole permissions secondFactor { isMissing } } }')).toEqual({ viewer: { staffRole: 'ROOT', permissions: [], secondFactor: { isMissing: true } } });
    await setUpSecondFactor(officer);
    await officer.get(COMPANIES);
  });

  it('begin without the second factor of whoever signed up with their address first', async () => {
    const stranger = await api.newcomer('First come');
    await setUpSecondFactor(stranger);
    await api.app.get(AppointStaff, { strict: false }).execute({ ...STAFF, email: stranger.email, password: 'what the operator chose' });
    const officer = await api.signIn(stranger.email, 'what the operator chose');
    expect((await officer.get<{ viewer: { staffRole: string } }>('{ viewer { staffRole } }')).viewer.staffRole).toBe('ROOT');
  });
});

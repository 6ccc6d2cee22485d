import { AppointStaff } from '@tenon/identity/api';
import type { TestApi, TestPerson } from './test-api.js';

const PASSWORD = 'quite a long secret';

/** Somebody of the office, signed in. */
export async function officer(api: TestApi, role: 'root' | 'support' | 'review' | 'finance'): Promise<TestPerson> {
  await api.app.get(AppointStaff, { strict: false }).execute({ email: `${role}@tenon.example`, password: PASSWORD, name: role, role });
  return api.signIn(`${role}@tenon.example`, PASSWORD);
}

export const REASON = 'Ticket 4711: the energy page is empty';

/** What begins a look; what is not said is as it usually is. */
export const beginning = (companyId: string, more: { minutes?: number; reason?: string; mayWrite?: boolean; confirmName?: string; code?: string } = {}) =>
  [`mutation ($input: BeginImpersonationInput!) { beginImpersonation(input: $input) }`, { input: { companyId, reason: REASON, minutes: 15, ...more } }] as const;

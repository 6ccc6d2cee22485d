import { expect, it } from '@jest/globals';
import { admission } from './admission.js';

const state = { tenantId: 't', deviceId: 'd', isRevoked: false, isRetired: false, isSuspended: false };
const device = { tenantId: 't', deviceId: 'd' };

it('lets a machine in', () => {
  expect(admission(state)).toEqual({ isAdmitted: true, device });
});

it.each([
  [null, 'AUTH.UNKNOWN_TOKEN', null],
  [{ ...state, isRevoked: true }, 'AUTH.TOKEN_REVOKED', device],
  [{ ...state, isRetired: true }, 'AUTH.DEVICE_RETIRED', device],
  [{ ...state, isRetired: true, isSuspended: true }, 'AUTH.DEVICE_RETIRED', device],
  [{ ...state, isSuspended: true }, 'AUTH.TENANT_SUSPENDED', device],
  [{ ...state, isRevoked: true, isSuspended: true }, 'AUTH.TOKEN_REVOKED', device],
])('refuses %j with %s, naming the machine where one is known', (known, code, named) => {
  expect(admission(known)).toMatchObject({ isAdmitted: false, device: named, error: { code } });
});

import { expect, it } from '@jest/globals';
import { wayOut } from './way-out';

it.each([
  ['AUTH.SIGN_IN_REQUIRED', '/machines', '?state=on', '/sign-in?next=%2Fmachines%3Fstate%3Don'],
  ['AUTH.SSO_REQUIRED', '/machines/1', '', '/company-sign-in?next=%2Fmachines%2F1'],
  ['AUTH.SECOND_FACTOR_REQUIRED', '/admin', '', '/second-factor?next=%2Fadmin'],
  ['AUTH.TENANT_CLOSED', '/machines', '?x=1', '/settings/standing'],
  ['AUTH.TENANT_ERASED', '/home', '', '/settings/standing'],
])('%s at %s%s leads to %s', (code, path, search, to) => {
  expect(wayOut(code, path, search)).toBe(to);
});

it.each([
  ['AUTH.TENANT_CLOSED', '/settings/people'],
  ['AUTH.TENANT_CLOSED', '/notices'],
  ['AUTH.SECOND_FACTOR_REQUIRED', '/second-factor'],
  ['AUTH.SSO_REQUIRED', '/company-sign-in'],
  ['AUTH.FORBIDDEN', '/machines'],
  ['AUTH.TENANT_SUSPENDED', '/machines'],
  ['INTERNAL', '/machines'],
])('%s at %s is shown there, so that nobody is led in a circle', (code, path) => {
  expect(wayOut(code, path, '')).toBeNull();
});

import { describe, expect, it } from '@jest/globals';
import { keyPermissions, keyPowers, keyScope } from './api-keys.js';

const ALL = ['tenant:read', 'tenant:transfer', 'security:update', 'member:read', 'member:update', 'role:read', 'role:create', 'api-key:read', 'api-key:create', 'device:read', 'device:update'];
const OWN = new Set(['tenant:read', 'member:read', 'device:read']);
const codeOf = (work: () => unknown): unknown => {
  try {
    work();
    return 'passes';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('an API key', () => {
  it('decides nothing about people, roles, keys and how people sign in', () => {
    expect(keyPermissions(ALL)).toEqual(['tenant:read', 'member:read', 'role:read', 'device:read', 'device:update']);
  });

  it('holds what was wanted, of what its maker holds', () => {
    expect(keyScope(['device:read', 'tenant:read'], OWN, ALL)).toEqual(['tenant:read', 'device:read']);
    expect(codeOf(() => keyScope(['device:update'], OWN, ALL))).toBe('API_KEY.BEYOND_OWN');
    expect(codeOf(() => keyScope(['member:update'], new Set(ALL), ALL))).toBe('API_KEY.NOT_FOR_KEYS');
    expect(codeOf(() => keyScope(['no:such'], new Set(ALL), ALL))).toBe('API_KEY.NOT_FOR_KEYS');
    expect(codeOf(() => keyScope([], OWN, ALL))).toBe('API_KEY.NO_PERMISSION');
  });

  it('may do no more than its maker may now, whatever stands with it', () => {
    expect(keyPowers(['device:read', 'device:update', 'tenant:transfer', 'gone:read'], new Set([...OWN, 'tenant:transfer']), ALL)).toEqual(new Set(['device:read']));
  });
});

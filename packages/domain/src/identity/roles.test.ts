import { describe, expect, it } from '@jest/globals';
import { explainAccess } from './explain-access.js';
import { beyond, demandNoMore, demandNotAbove, demandOwnerRemains } from './power.js';
import { OWNER_ONLY, ownRolePermissions, rolePermissions, TENANT_ROLES, withReading } from './roles.js';

const ALL = ['tenant:read', 'tenant:update', 'tenant:transfer', 'tenant:export', 'tenant:close', 'security:update', 'member:read', 'member:update', 'role:read', 'role:create', 'device:read', 'device:update', 'app-version:submit'];
const codeOf = (work: () => void): unknown => {
  try {
    work();
    return 'passes';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('roles', () => {
  it('are owner with everything and admin with all but what is the owner’s', () => {
    expect(rolePermissions('owner', ALL)).toEqual(ALL);
    expect(ALL.filter((permission) => !rolePermissions('admin', ALL).includes(permission))).toEqual(OWNER_ONLY);
  });

  it('hold what is the owner’s nowhere else, a company’s own roles neither', () => {
    for (const role of TENANT_ROLES.filter((each) => each !== 'owner')) expect(rolePermissions(role, ALL).filter((permission) => OWNER_ONLY.includes(permission))).toEqual([]);
    expect(ownRolePermissions(['tenant:transfer', 'security:update', 'device:read', 'gone:read'], ALL)).toEqual(['tenant:read', 'role:read', 'device:read']);
  });

  it('let whoever changes a thing look at it, where there is looking', () => {
    expect(withReading(['device:update', 'app-version:submit'], ALL)).toEqual(['device:read', 'device:update', 'app-version:submit']);
  });
});

describe('power', () => {
  const admin = new Set(rolePermissions('admin', ALL));

  it('is handed on only as far as one has it', () => {
    expect(codeOf(() => demandNoMore(admin, rolePermissions('admin', ALL)))).toBe('passes');
    expect(codeOf(() => demandNoMore(admin, rolePermissions('owner', ALL)))).toBe('ROLE.BEYOND_OWN');
    expect(beyond(new Set(['device:read']), ['device:read', 'device:update'])).toEqual(['device:update']);
  });

  it('does not reach those above', () => {
    expect(codeOf(() => demandNotAbove(admin, rolePermissions('owner', ALL)))).toBe('MEMBER.ABOVE_OWN');
    expect(codeOf(() => demandNotAbove(admin, rolePermissions('engineer', ALL).filter((permission) => ALL.includes(permission))))).toBe('passes');
  });

  it('over a company is never without somebody to hold it', () => {
    expect(codeOf(() => demandOwnerRemains(['a'], 'a'))).toBe('MEMBER.LAST_OWNER');
    expect(codeOf(() => demandOwnerRemains([], 'a'))).toBe('MEMBER.LAST_OWNER');
    expect(codeOf(() => demandOwnerRemains(['a', 'b'], 'a'))).toBe('passes');
  });
});

describe('an explanation of access', () => {
  it('says of every permission whether and why', () => {
    const vocabulary = ['device:read', 'device:update', 'tenant:transfer', 'role:create'];
    expect(explainAccess(['device:read', 'device:update'], new Set(['device:read']), vocabulary)).toEqual([
      { permission: 'device:read', isAllowed: true, reason: 'granted-by-role' },
      { permission: 'device:update', isAllowed: false, reason: 'company-suspended' },
      { permission: 'tenant:transfer', isAllowed: false, reason: 'owner-only' },
      { permission: 'role:create', isAllowed: false, reason: 'not-in-role' },
    ]);
  });
});

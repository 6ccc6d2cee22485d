import { describe, expect, it } from '@jest/globals';
import { TENANT_PERMISSIONS } from '@tenon/contracts/permissions';
import { OWNER_ONLY, rolePermissions, TENANT_ROLES, withReading } from '@tenon/domain/identity';

const VOCABULARY: readonly string[] = TENANT_PERMISSIONS;

describe('the roles that come with the platform', () => {
  it.each(TENANT_ROLES)('%s is written in the vocabulary, and may look at whatever it may change', (role) => {
    const permissions = rolePermissions(role, VOCABULARY);
    expect(permissions.filter((permission) => !VOCABULARY.includes(permission))).toEqual([]);
    expect([...withReading(permissions, VOCABULARY)].sort()).toEqual([...permissions].sort());
  });

  it('know what is the owner’s by its right name', () => {
    expect(OWNER_ONLY.filter((permission) => !VOCABULARY.includes(permission))).toEqual([]);
  });
});

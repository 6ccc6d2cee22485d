import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { TENANT_PERMISSIONS } from '@tenon/contracts/permissions';
import { TENANT_ROLES } from '@tenon/domain/identity';
import { PERMISSION_GROUPS } from './permission-groups';

interface Words {
  readonly permissions: Readonly<Record<string, string>>;
  readonly roles: Readonly<Record<string, object>>;
}

const wordsIn = (locale: string): Words => JSON.parse(readFileSync(new URL(`../../../messages/${locale}/people.json`, import.meta.url), 'utf8')) as Words;

describe('the page of roles and permissions', () => {
  it('shows every permission there is, once', () => {
    expect(Object.values(PERMISSION_GROUPS).flat().sort()).toEqual([...TENANT_PERMISSIONS].sort());
  });

  it.each(['zh-CN', 'en'])('has words for every permission and role in %s, and for no other', (locale) => {
    const { permissions, roles } = wordsIn(locale);
    expect(Object.keys(permissions).sort()).toEqual([...TENANT_PERMISSIONS].sort());
    expect(Object.keys(roles).sort()).toEqual([...TENANT_ROLES].sort());
  });
});

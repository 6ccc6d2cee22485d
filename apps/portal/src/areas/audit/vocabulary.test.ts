import { describe, expect, it } from '@jest/globals';
import { ownField, vocabularyOf } from './vocabulary';

describe('the list that a value of an entry is from', () => {
  it.each([
    ['member.role-changed', [], 'viewer', 'role'],
    ['member.role-changed', ['memberId'], 'm', null],
    ['tenant.transferred', ['a@b.c'], 'owner', 'role'],
    ['invitation.sent', ['role'], 'viewer', 'role'],
    ['device.renamed', [], 'viewer', null],
    ['tenant.profile-updated', ['district'], '310113', 'district'],
    ['tenant.profile-updated', ['creditCodeIsChecked'], false, 'truth'],
    ['invitation.resent', ['expiresAt'], '2026-11-26T10:00:00.000Z', 'time'],
    ['audit.exported', ['filter', 'actions'], ['device.renamed'], 'action'],
    ['device.created', ['constructor'], 'x', null],
  ])('of %s at %j is clear', (action, path, value, vocabulary) => {
    expect(vocabularyOf(action, path, value)).toBe(vocabulary);
  });

  it('is of the field that a thing’s own value is of', () => {
    expect([ownField('member.role-changed'), ownField('device.renamed')]).toEqual(['role', 'name']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { impersonationPermissions, readImpersonation } from './impersonation.js';

const ALL = ['tenant:read', 'tenant:update', 'tenant:export', 'tenant:close', 'security:update', 'member:read', 'member:remove', 'api-key:read', 'api-key:create', 'robot:read', 'robot:manage', 'billing:read', 'billing:manage', 'device:read', 'device:update'];

describe('a look at a company', () => {
  it.each(['', 'ticket', ' '.repeat(40), 'x'.repeat(501)])('is not begun for %j', (reason) => {
    expect(() => readImpersonation({ reason, minutes: 15 })).toThrow(expect.objectContaining({ code: 'IMPERSONATION.REASON_REQUIRED', kind: 'invalid' }));
  });

  it.each([0, 16, 61, 1_440])('does not last %d minutes', (minutes) => {
    expect(() => readImpersonation({ reason: 'Ticket 4711: energy page is empty', minutes })).toThrow(expect.objectContaining({ code: 'IMPERSONATION.LENGTH' }));
  });

  it.each([15, 30, 60])('lasts %d minutes', (minutes) => {
    expect(readImpersonation({ reason: '  Ticket 4711: energy page is empty ', minutes })).toEqual({ reason: 'Ticket 4711: energy page is empty', lastsMs: minutes * 60_000 });
  });

  it('holds what reads, and takes nothing along', () => {
    expect(impersonationPermissions(false, ALL)).toEqual(['tenant:read', 'member:read', 'api-key:read', 'robot:read', 'billing:read', 'device:read']);
  });

  it('holds, where it may write, nothing of people, keys, money and how one signs in besides', () => {
    expect(impersonationPermissions(true, ALL)).toEqual(['tenant:read', 'tenant:update', 'member:read', 'api-key:read', 'robot:read', 'billing:read', 'device:read', 'device:update']);
  });
});

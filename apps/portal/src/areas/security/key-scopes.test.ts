import { describe, expect, it } from '@jest/globals';
import { permissionsOf } from './key-scopes';

const OWN = ['tenant:read', 'tenant:transfer', 'security:update', 'member:update', 'api-key:create', 'device:read', 'device:update', 'telemetry:read', 'no:such'];

describe('what a key is made for', () => {
  it.each([
    ['telemetry', ['device:read', 'telemetry:read']],
    ['reading', ['tenant:read', 'device:read', 'telemetry:read']],
    ['all', ['tenant:read', 'device:read', 'device:update', 'telemetry:read']],
  ] as const)('%s is no more than its maker may, and nothing that keys cannot', (scope, permissions) => {
    expect(permissionsOf(scope, OWN)).toEqual(permissions);
  });
});

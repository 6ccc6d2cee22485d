import { describe, expect, it } from '@jest/globals';
import { basicCredential, provisioningKeyState, readProvisioningRequest } from './provisioning.js';

const asked = (fields: object = {}): string => JSON.stringify({ provisionDeviceKey: 'k', provisionDeviceSecret: 's', deviceName: 'Press', ...fields });
const codeOf = (text: string): unknown => {
  try {
    readProvisioningRequest(text);
    return null;
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
};

describe('readProvisioningRequest', () => {
  it('is what ThingsBoard’s devices send', () => {
    expect(readProvisioningRequest(asked())).toEqual({ key: 'k', secret: 's', name: 'Press', wantsGateway: false, credentials: { type: 'ACCESS_TOKEN', token: null } });
    expect(readProvisioningRequest(asked({ deviceName: undefined, gateway: true, credentialsType: 'ACCESS_TOKEN', token: 'sLzc0gDAZPkGMzFVTyUY' }))).toMatchObject({ name: null, wantsGateway: true, credentials: { token: 'sLzc0gDAZPkGMzFVTyUY' } });
    expect(readProvisioningRequest(asked({ credentialsType: 'X509_CERTIFICATE', hash: 'MIIB' })).credentials).toEqual({ type: 'X509_CERTIFICATE', certificate: 'MIIB' });
    expect(readProvisioningRequest(asked({ credentialsType: 'MQTT_BASIC', clientId: 'c', username: 'u', password: 'abcdefgh12345678' })).credentials).toEqual({ type: 'MQTT_BASIC', clientId: 'c', userName: 'u', password: 'abcdefgh12345678' });
  });

  it.each([
    ['', 'PROVISION.BAD_JSON'],
    ['[]', 'PROVISION.BAD_JSON'],
    ['{}', 'PROVISION.BAD_JSON'],
    [asked({ provisionDeviceSecret: 7 }), 'PROVISION.BAD_JSON'],
    [asked({ provisionDeviceKey: 'x'.repeat(257) }), 'PROVISION.BAD_JSON'],
    [asked({ deviceName: 'a\u0000' }), 'PROVISION.BAD_JSON'],
    [asked({ deviceName: 'x'.repeat(81) }), 'CHILD.BAD_NAME'],
    [asked({ token: 'short' }), 'PROVISION.WEAK_TOKEN'],
    [asked({ token: 'a'.repeat(32) }), 'PROVISION.WEAK_TOKEN'],
    [asked({ credentialsType: 'MQTT_BASIC', username: 'u' }), 'PROVISION.BAD_JSON'],
    [asked({ credentialsType: 'MQTT_BASIC', username: 'u', password: 'short' }), 'PROVISION.WEAK_PASSWORD'],
    [asked({ credentialsType: 'MQTT_BASIC', username: 'u', password: 'abababababababab' }), 'PROVISION.WEAK_PASSWORD'],
    [asked({ credentialsType: 'LWM2M' }), 'PROVISION.CREDENTIALS_NOT_SUPPORTED'],
    [asked({ credentialsType: 'X509_CERTIFICATE' }), 'PROVISION.BAD_CERTIFICATE'],
    [asked({ credentialsType: 'X509_CERTIFICATE', hash: 'x'.repeat(16_385) }), 'PROVISION.BAD_CERTIFICATE'],
  ])('refuses %s', (text, code) => expect(codeOf(text)).toBe(code));
});

it('a credential of user name and password is another for each of its parts', () => {
  const one = { clientId: null, userName: 'a', password: 'b' };
  const all = [one, { ...one, clientId: 'c' }, { ...one, clientId: 'null' }, { ...one, userName: 'a","b' }, { ...one, password: 'a' }].map(basicCredential);
  expect(new Set(all).size).toBe(all.length);
});

describe('provisioningKeyState', () => {
  const key = { revokedAtMs: null, expiresAtMs: 100, mostUses: 2, usedCount: 1 };
  it.each([
    ['active', key, 99],
    ['active', { ...key, expiresAtMs: null, mostUses: null, usedCount: 9 }, 1_000],
    ['expired', key, 100],
    ['used-up', { ...key, usedCount: 2 }, 99],
    ['revoked', { ...key, revokedAtMs: 1 }, 200],
  ] as const)('is %s', (state, of, nowMs) => expect(provisioningKeyState(of, nowMs)).toBe(state));
});

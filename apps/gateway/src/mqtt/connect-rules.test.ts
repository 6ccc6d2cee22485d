import { describe, expect, it } from '@jest/globals';
import type { IConnectPacket } from 'mqtt-packet';
import { connackOf, connectFault, connectTerms } from './connect-rules.js';
import { DEFAULT_MQTT_SETTINGS as settings } from './door-settings.js';

const packet = (fields: Partial<IConnectPacket>): IConnectPacket => ({ cmd: 'connect', clientId: 'c', clean: true, keepalive: 60, ...fields });

describe('connectFault', () => {
  it.each([
    [packet({}), 4, null],
    [packet({ clientId: '' }), 4, null],
    [packet({ clientId: '', clean: false }), 4, 0x85],
    [packet({ clientId: '', clean: false }), 5, null],
    [packet({ clientId: 'x'.repeat(257) }), 5, 0x85],
    [packet({ properties: { authenticationMethod: 'SCRAM' } }), 5, 0x8c],
  ] as const)('%j of version %d: %s', (asked, version, fault) => {
    expect(connectFault(asked, version, settings)).toBe(fault);
  });
});

describe('connectTerms', () => {
  it('keeps a session as long as it may be kept', () => {
    const expiry = (asked: Partial<IConnectPacket>, version: 4 | 5): number => connectTerms(packet(asked), version, settings).sessionExpiryMs;
    expect(expiry({ clean: true }, 4)).toBe(0);
    expect(expiry({ clean: false }, 4)).toBe(3_600_000);
    expect(expiry({ clean: false }, 5)).toBe(0);
    expect(expiry({ properties: { sessionExpiryInterval: 90 } }, 5)).toBe(90_000);
    expect(expiry({ properties: { sessionExpiryInterval: 0xffffffff } }, 5)).toBe(3_600_000);
  });

  it('gives an id to who has none, and a keep-alive to who asks for none and can be told', () => {
    const [one, two] = [connectTerms(packet({ clientId: '' }), 5, settings), connectTerms(packet({ clientId: '' }), 5, settings)];
    expect(one.clientId).not.toBe(two.clientId);
    expect(connectTerms(packet({ keepalive: 0 }), 5, settings).keepAliveS).toBe(300);
    expect(connectTerms(packet({ keepalive: 0 }), 4, settings).keepAliveS).toBe(0);
  });

  it('reads the will, and whether all is history', () => {
    const will = { topic: 't', payload: Buffer.from('{}'), properties: { willDelayInterval: 5 } };
    expect(connectTerms(packet({ will, properties: { userProperties: { 'tenon-history': '1' } } }), 5, settings)).toMatchObject({
      will: { topic: 't', delayMs: 5_000 },
      isHistory: true,
    });
    expect(connectTerms(packet({}), 5, settings)).toMatchObject({ will: null, isHistory: false });
  });
});

it('tells in CONNACK what differs from what was asked', () => {
  const asked = packet({ clientId: '', keepalive: 0, properties: { sessionExpiryInterval: 99_999 } });
  const connack = connackOf(asked, connectTerms(asked, 5, settings), 5, false, settings);
  expect(connack.properties).toMatchObject({ sessionExpiryInterval: 3_600, serverKeepAlive: 300, assignedClientIdentifier: expect.stringMatching(/^tenon-/) });
  const plain = packet({});
  expect(Object.keys(connackOf(plain, connectTerms(plain, 5, settings), 5, false, settings).properties ?? {})).not.toContain('serverKeepAlive');
});

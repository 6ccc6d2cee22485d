import { describe, expect, it } from '@jest/globals';
import { SoftPasskey } from '@tenon/testing';
import { generateKeyPairSync } from 'node:crypto';
import { readAuthenticatorData } from './authenticator-data.js';
import { PasskeyChallenges } from './challenges.js';
import { answeredChallenge } from './client-data.js';
import { isSignedBy, readPublicKey } from './public-key.js';
import { PasskeySite } from './site.js';

const SITE = new PasskeySite('https://tenon.example:8443/');
const ceremony = { challenge: 'c', origin: 'https://tenon.example:8443', rpId: 'tenon.example' };
const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');

describe('the site of a passkey', () => {
  it('is the portal’s domain, and its origin with the port', () => {
    expect([SITE.rpId, SITE.origin]).toEqual(['tenon.example', 'https://tenon.example:8443']);
  });
});

describe('what a browser says', () => {
  const challengeOf = (change: object = {}, type: 'webauthn.get' | 'webauthn.create' = 'webauthn.get'): string | null =>
    answeredChallenge(bytes(new SoftPasskey().assert({ ...ceremony, ...change }).clientData), { type, origin: SITE.origin });

  it('is a challenge, on our own page', () => {
    expect(challengeOf()).toBe('c');
  });

  it.each([{ origin: 'https://evil.example' }, { origin: 'https://tenon.example' }, { type: 'webauthn.create' }, { type: 'payment.get' }, { crossOrigin: true }])('is none with %j', (change) => {
    expect(challengeOf(change)).toBeNull();
  });

  it.each(['', 'not json', '[]', '{"type":"webauthn.get"}'])('is none where it is %j', (text) => {
    expect(answeredChallenge(Buffer.from(text), { type: 'webauthn.get', origin: SITE.origin })).toBeNull();
  });
});

describe('what an authenticator says', () => {
  const read = (change: object = {}) => readAuthenticatorData(bytes(new SoftPasskey().assert({ ...ceremony, ...change }).authenticatorData), SITE.rpId);

  it('counts where its owner was there and showed that it is they, for our site', () => {
    expect(read({ signCount: 7 })).toEqual({ signCount: 7, isSyncable: false, credentialId: null });
    expect(read({ flags: 0x1d })).toMatchObject({ isSyncable: true });
  });

  it.each([['nobody there', { flags: 0x04 }], ['nobody shown', { flags: 0x01 }], ['another site', { rpId: 'evil.example' }], ['backed up, and never to be', { flags: 0x15 }]])('does not count with %s', (_what, change) => {
    expect(read(change)).toBeNull();
  });

  it('has a new credential’s id, whole', () => {
    const passkey = new SoftPasskey();
    const made = bytes(passkey.make(ceremony).authenticatorData);
    expect(readAuthenticatorData(made, SITE.rpId)?.credentialId).toEqual(passkey.credentialId);
    expect(readAuthenticatorData(made.subarray(0, -1), SITE.rpId)?.credentialId).toBeNull();
    expect(readAuthenticatorData(made.subarray(0, 40), SITE.rpId)?.credentialId).toBeNull();
    expect(readAuthenticatorData(made.subarray(0, 36), SITE.rpId)).toBeNull();
  });
});

describe('a public key', () => {
  it.each(['ES256', 'RS256', 'EdDSA'] as const)('of %s tells its own signature from another', (kind) => {
    const [passkey, other] = [new SoftPasskey(kind), new SoftPasskey(kind)];
    const spki = bytes(passkey.make(ceremony).publicKey);
    const signedBy = (by: SoftPasskey, change: object = {}): boolean => {
      const given = by.assert(ceremony);
      return isSignedBy(spki, { clientData: bytes(given.clientData), authenticatorData: bytes(given.authenticatorData), signature: bytes(given.signature), ...change });
    };
    expect([signedBy(passkey), signedBy(other), signedBy(passkey, { clientData: Buffer.from('{}') }), signedBy(passkey, { authenticatorData: Buffer.alloc(37) }), signedBy(passkey, { signature: Buffer.alloc(0) })]).toEqual([true, false, false, false, false]);
  });

  it('is none of a curve, a length or a kind that was not asked for, nor rubbish', () => {
    const der = (pair: { publicKey: { export(options: { type: 'spki'; format: 'der' }): Buffer } }): Buffer => pair.publicKey.export({ type: 'spki', format: 'der' });
    const refused = [der(generateKeyPairSync('ec', { namedCurve: 'P-384' })), der(generateKeyPairSync('rsa', { modulusLength: 1_024 })), der(generateKeyPairSync('x25519')), Buffer.from('rubbish'), Buffer.alloc(0)];
    expect(refused.map((spki) => readPublicKey(spki))).toEqual([null, null, null, null, null]);
    expect(isSignedBy(Buffer.alloc(0), { clientData: Buffer.alloc(0), authenticatorData: Buffer.alloc(0), signature: Buffer.alloc(0) })).toBe(false);
  });
});

describe('a challenge', () => {
  const challenges = new PasskeyChallenges(Buffer.alloc(32, 1));
  const NOW = Date.parse('2026-11-27T08:00:00Z');

  it('is ours for five minutes and for one purpose, and never the same', () => {
    const issued = challenges.issue('get', NOW);
    expect(challenges.endOf(issued, 'get', NOW + 299_999)).toEqual(new Date(NOW + 300_000));
    expect([challenges.endOf(issued, 'get', NOW + 300_000), challenges.endOf(issued, 'create a', NOW), challenges.endOf(challenges.issue('create a', NOW), 'create b', NOW)]).toEqual([null, null, null]);
    expect(challenges.issue('get', NOW)).not.toBe(issued);
  });

  it('is none that another made, or that was changed', () => {
    const issued = bytes(challenges.issue('get', NOW));
    const changed = Array.from(issued, (_, at) => Buffer.from(issued.map((byte, index) => (index === at ? byte ^ 1 : byte))).toString('base64url'));
    expect(changed.filter((each) => challenges.endOf(each, 'get', NOW) !== null)).toEqual([]);
    expect([new PasskeyChallenges(Buffer.alloc(32, 2)).endOf(issued.toString('base64url'), 'get', NOW), challenges.endOf('', 'get', NOW), challenges.endOf(`${issued.toString('base64url')}!`, 'get', NOW)]).toEqual([null, null, null]);
  });
});

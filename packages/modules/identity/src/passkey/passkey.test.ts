import { describe, expect, it } from '@jest/globals';
import { SoftPasskey, type Ceremony, type CoseKey } from '@tenon/testing';
import { KeyObject, webcrypto } from 'node:crypto';
import { answeredChallenge } from './client-data.js';
import { signCountOf } from './given-answer.js';
import { readNewCredential, type NewCredential } from './new-credential.js';
import { PasskeySite } from './site.js';

const SITE = new PasskeySite('https://tenon.example:8443/');
const ceremony = { challenge: 'Yw', origin: 'https://tenon.example:8443', rpId: 'tenon.example' };
const made = (passkey: SoftPasskey, change: Partial<Ceremony> = {}, key?: CoseKey): Promise<NewCredential | null> => readNewCredential(passkey.make({ ...ceremony, ...change }, key), ceremony.challenge, SITE);

describe('the site of a passkey', () => {
  it('is the portal’s domain, and its origin with the port', () => {
    expect([SITE.rpId, SITE.origin]).toEqual(['tenon.example', 'https://tenon.example:8443']);
  });
});

describe('the challenge that a browser answers', () => {
  it('is what it says, in no other’s frame', () => {
    const said = (change: Partial<Ceremony>): string | null => answeredChallenge(new SoftPasskey().assert({ ...ceremony, ...change }).clientData);
    expect([said({}), said({ crossOrigin: true })]).toEqual(['Yw', null]);
  });

  it.each(['', 'not json', '[]', 'null', '7', '{"challenge":7}', '{"type":"webauthn.get"}'])('is none where it says %j', (text) => {
    expect(answeredChallenge(Buffer.from(text).toString('base64url'))).toBeNull();
  });
});

const WRONG: readonly (readonly [string, Partial<Ceremony>])[] = [
  ['on another page', { origin: 'https://evil.example' }],
  ['at another port', { origin: 'https://tenon.example' }],
  ['for another ceremony', { type: 'payment.get' }],
  ['for another site', { rpId: 'evil.example' }],
  ['for another challenge', { challenge: 'ZA' }],
];

describe('a new credential', () => {
  it('has its id, its key and how it may be copied', async () => {
    const passkey = new SoftPasskey();
    expect(await made(passkey, { signCount: 7 })).toEqual({ credentialId: passkey.credentialId, publicKey: expect.any(Buffer), signCount: 7, isSyncable: false });
    expect(await made(passkey, { flags: 0x5d })).toMatchObject({ isSyncable: true });
  });

  it.each([...WRONG, ['with nobody there', { flags: 0x44 }], ['with nobody shown', { flags: 0x41 }], ['backed up, and never to be', { flags: 0x55 }], ['that has no key', { flags: 0x05 }], ['to sign in', { type: 'webauthn.get' }]] as const)('is none %s', async (_what, change) => {
    expect(await made(new SoftPasskey(), change)).toBeNull();
  });

  it('is one whose authenticator vouches for itself, and none of which somebody certifies the make, however rightly', async () => {
    // Not before the library that is tried, which brings what this one needs.
    const { BasicConstraintsExtension, X509CertificateGenerator } = await import('@peculiar/x509');
    const signingAlgorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
    const keys = await webcrypto.subtle.generateKey(signingAlgorithm, true, ['sign', 'verify']);
    const maker = await X509CertificateGenerator.createSelfSigned({ name: 'C=CN, O=Maker, OU=Authenticator Attestation, CN=Key', keys, signingAlgorithm, extensions: [new BasicConstraintsExtension(false)] });
    const certified = { certificate: new Uint8Array(maker.rawData), key: KeyObject.from(keys.privateKey) };
    expect([await made(new SoftPasskey(), { attestation: 'self' }), await made(new SoftPasskey(), { attestation: certified })]).toEqual([expect.anything(), null]);
  });

  it('is none under another id, or cut short', async () => {
    const honest = new SoftPasskey().make(ceremony);
    const changed = [{ credentialId: new SoftPasskey().make(ceremony).credentialId }, { credentialId: '' }, { attestation: honest.attestation.slice(0, -4) }, { attestation: '' }, { attestation: 'rubbish' }];
    expect(await Promise.all(changed.map((change) => readNewCredential({ ...honest, ...change }, ceremony.challenge, SITE)))).toEqual(changed.map(() => null));
  });

  const some = (length: number): Uint8Array => new Uint8Array(length).fill(1);
  it.each([
    ['of another curve', [[1, 2], [3, -7], [-1, 2], [-2, some(48)], [-3, some(48)]]],
    ['of another kind than it says', [[1, 3], [3, -7], [-1, some(256)], [-2, some(3)]]],
    ['that lacks a byte', [[1, 2], [3, -7], [-1, 1], [-2, some(32)], [-3, some(31)]]],
    ['that is too short', [[1, 3], [3, -257], [-1, some(128)], [-2, some(3)]]],
    ['of an algorithm that was not asked for', [[1, 2], [3, -35], [-1, 2], [-2, some(48)], [-3, some(48)]]],
    ['to agree by, not to sign', [[1, 1], [3, -8], [-1, 4], [-2, some(32)]]],
  ] as const)('is none with a key %s', async (_what, key) => {
    expect(await made(new SoftPasskey(), {}, new Map<number, number | Uint8Array>(key))).toBeNull();
  });
});

describe('an answer', () => {
  const publicKeyOf = async (passkey: SoftPasskey): Promise<Buffer> => (await made(passkey))?.publicKey ?? Buffer.alloc(0);

  it.each(['ES256', 'RS256', 'EdDSA'] as const)('of %s is told from another’s, and from one that was changed', async (kind) => {
    const [passkey, other] = [new SoftPasskey(kind), new SoftPasskey(kind)];
    const key = await publicKeyOf(passkey);
    const given = passkey.assert({ ...ceremony, signCount: 3 });
    const count = (answer: object): Promise<number | null> => signCountOf({ ...given, ...answer }, ceremony.challenge, key, SITE);
    expect(await Promise.all([count({}), count({ signature: other.assert(ceremony).signature }), count({ authenticatorData: passkey.assert({ ...ceremony, signCount: 4 }).authenticatorData }), count({ signature: '' }), count({ signature: '?' })])).toEqual([3, null, null, null, null]);
  });

  it.each([...WRONG, ['with nobody there', { flags: 0x04 }], ['with nobody shown', { flags: 0x01 }], ['backed up, and never to be', { flags: 0x15 }], ['of making one', { type: 'webauthn.create' }]] as const)('is none %s', async (_what, change) => {
    const passkey = new SoftPasskey();
    expect(await signCountOf(passkey.assert({ ...ceremony, ...change }), ceremony.challenge, await publicKeyOf(passkey), SITE)).toBeNull();
  });

  it('is none for a key that is none', async () => {
    expect(await signCountOf(new SoftPasskey().assert(ceremony), ceremony.challenge, Buffer.alloc(0), SITE)).toBeNull();
  });
});

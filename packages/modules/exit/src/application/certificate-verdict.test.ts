import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { certificateText, readCertificate } from '@tenon/domain/exit';
import type { SigningKeyRow } from '../persistence/signing-key.repository.js';
import { certificateVerdict } from './certificate-verdict.js';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 26, hour));
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const key: SigningKeyRow = { id: '', keyId: 'k', publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(), privateSealed: '', createdAt: at(0), retiredAt: null, compromisedAt: null };
const text = certificateText({ company: { id: 'c', name: '宝山冲压厂' }, startedAt: at(8), finishedAt: at(9), erased: { device: 2 }, kept: { invoice: 1 }, backupsUntil: null, keyId: 'k' });
const signature = sign(null, Buffer.from(text), privateKey).toString('base64');

it.each([
  ['by a key in use', text, key, 'good'],
  ['by a key that was retired since', text, { ...key, retiredAt: at(10) }, 'good'],
  ['by a key that was retired before', text, { ...key, retiredAt: at(8) }, 'retired'],
  ['by a key that was compromised since', text, { ...key, retiredAt: at(10), compromisedAt: at(10) }, 'doubtful'],
  ['by a key that was compromised before', text, { ...key, retiredAt: at(10), compromisedAt: at(9) }, 'compromised'],
  ['of another text', text.replace('宝山', '杨浦'), key, 'not-signed'],
  ['by a key that is none of ours', text, { ...key, keyId: 'other' }, 'unknown-key'],
] as const)('a certificate %s', (_how, said, of, verdict) => {
  expect(certificateVerdict({ text: said, signature, said: readCertificate(said) }, [of])).toBe(verdict);
});

import { createPrivateKey, X509Certificate } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { AppError } from '@tenon/kernel';
import { madeRequest } from '../testing/made-request.js';
import { makeAuthority, signRequest } from './authority-key.js';
import { isSignedBy } from './is-signed-by.js';
import { commonNameOf } from './names.js';

const NOW_MS = Date.now();
const SPAN = { fromMs: NOW_MS - 3_600_000, toMs: NOW_MS + 86_400_000 };
const codeOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'fine', (error: unknown) => (error instanceof AppError ? error.code : String(error)));

describe('an authority that was made', () => {
  it('signs a certificate for clients, which its holder’s key belongs to and which is called as it is told to be', async () => {
    const authority = await makeAuthority({ CN: 'Tenon machines', O: '宝山 "Works", Inc. + 1=\n2' }, SPAN);
    const { request, key } = await madeRequest();
    const made = new X509Certificate(await signRequest(authority, { request, commonName: 'press, 1 "+" 冲压', span: SPAN }));
    const issuer = new X509Certificate(authority.certificate);
    expect([isSignedBy(made, issuer), made.checkPrivateKey(createPrivateKey(key)), made.ca, commonNameOf(made.subject)]).toEqual([true, true, false, 'press, 1 "+" 冲压']);
    expect(made.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2']);
    expect([Date.parse(made.validFrom), Date.parse(made.validTo)]).toEqual([SPAN.fromMs, SPAN.toMs].map((ms) => Math.floor(ms / 1_000) * 1_000));
    expect([issuer.ca, isSignedBy(issuer, issuer), isSignedBy(made, issuer, SPAN.toMs + 1_000)]).toEqual([true, true, false]);
  });

  it('is no other of the same name', async () => {
    const [one, other] = [await makeAuthority({ CN: 'x' }, SPAN), await makeAuthority({ CN: 'x' }, SPAN)];
    const made = new X509Certificate(await signRequest(one, { request: (await madeRequest()).request, commonName: 'm', span: SPAN }));
    expect([isSignedBy(made, new X509Certificate(one.certificate)), isSignedBy(made, new X509Certificate(other.certificate))]).toEqual([true, false]);
  });
});

describe('a request', () => {
  it('is signed for RSA keys of 2,048 bits and more, and not for weak ones', async () => {
    const authority = await makeAuthority({ CN: 'x' }, SPAN);
    const asked = async (bits: number): Promise<string> => codeOf(signRequest(authority, { request: (await madeRequest(bits)).request, commonName: 'm', span: SPAN }));
    expect([await asked(2_048), await asked(1_024)]).toEqual(['fine', 'CERTIFICATE.WEAK_KEY']);
  });

  it('that is none, is too long, or was changed since it was signed is refused in words', async () => {
    const authority = await makeAuthority({ CN: 'x' }, SPAN);
    const { request } = await madeRequest();
    const [first, ...rest] = request.split('\n');
    const der = Buffer.from(rest.slice(0, -1).join(''), 'base64');
    der[der.length - 3]! ^= 1;
    const changed = [first, der.toString('base64'), '-----END CERTIFICATE REQUEST-----'].join('\n');
    const none = ['', 'stolen', authority.certificate, `${request}${' '.repeat(20_000)}`, '-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----', changed];
    for (const text of none) expect([text.slice(0, 60), await codeOf(signRequest(authority, { request: text, commonName: 'm', span: SPAN }))]).toEqual([text.slice(0, 60), 'CERTIFICATE.BAD_REQUEST']);
  });
});

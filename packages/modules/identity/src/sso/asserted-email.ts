import type { OutgoingHttp } from '@tenon/runtime';
import { createLocalJWKSet, jwtVerify, type JWTPayload } from 'jose';
import { z } from 'zod';
import { notAProvider, readAnswer, type Provider } from './discovery.js';
import type { Tokens } from './exchange-code.js';

/** Signatures that only the provider can have made; none is keyed by the secret that we share with it. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];
/** Clocks that go a little wrong. Seconds. */
const TOLERANCE_S = 60;

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });
const person = z.looseObject({ sub: z.string(), email: z.string().optional(), email_verified: z.boolean().optional() });
type Person = z.infer<typeof person>;

interface Expected {
  readonly clientId: string;
  readonly nonce: string;
}

/**
 * The address that a provider says its person has; null where it says none, or that it has not verified it.
 * @throws AppError (unavailable) SSO.PROVIDER where its token is not for us, not of now, or not signed by it; OUTGOING.*
 * @see OpenID Connect Core 1.0, 3.1.3.7 and 5.3
 */
export async function assertedEmail(http: OutgoingHttp, provider: Provider, tokens: Tokens, expected: Expected): Promise<string | null> {
  const said = await readIdToken(http, provider, tokens.id_token, expected);
  const { email, email_verified: isVerified } = said.email === undefined ? await userInfo(http, provider, tokens.access_token, said.sub) : said;
  return email === undefined || isVerified === false ? null : email.toLowerCase();
}

async function readIdToken(http: OutgoingHttp, { issuer, jwks_uri: keysUrl }: Provider, token: string, { clientId, nonce }: Expected): Promise<Person> {
  const keys = readAnswer(keySet, 'keys', await http.get(keysUrl));
  const payload = await verified(token, keys, { issuer, clientId });
  const said = person.safeParse(payload);
  // Whoever a token of several audiences was made for says so (azp).
  if (!said.success || payload['nonce'] !== nonce || (payload['azp'] !== undefined && payload['azp'] !== clientId)) throw notAProvider('id_token');
  return said.data;
}

async function verified(token: string, keys: z.infer<typeof keySet>, { issuer, clientId }: { issuer: string; clientId: string }): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys), { issuer, audience: clientId, algorithms: ALGORITHMS, clockTolerance: TOLERANCE_S, requiredClaims: ['exp', 'iat', 'sub', 'nonce'] });
    return payload;
  } catch {
    throw notAProvider('id_token');
  }
}

/** Many providers tell the address only here. It must be of the same person. */
async function userInfo(http: OutgoingHttp, { userinfo_endpoint: url }: Provider, accessToken: string, sub: string): Promise<Partial<Person>> {
  if (url === undefined) return {};
  const said = readAnswer(person, 'userinfo', await http.get(url, { authorization: `Bearer ${accessToken}` }));
  if (said.sub !== sub) throw notAProvider('userinfo');
  return said;
}

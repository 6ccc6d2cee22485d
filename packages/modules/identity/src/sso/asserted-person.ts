import { claimTexts } from '@tenon/domain/identity';
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
const person = z.looseObject({ sub: z.string(), email: z.string().optional(), email_verified: z.boolean().optional(), name: z.string().optional() });
type Person = z.infer<typeof person>;

interface Expected {
  readonly clientId: string;
  readonly nonce: string;
  /** A claim that is to be known besides. */
  readonly claim: string | null;
}

/** What a provider says of its person. */
export interface AssertedPerson {
  /** By which it knows them, whatever their address is. */
  readonly subject: string;
  /** In small letters; null where it says none, or that it has not verified it. */
  readonly email: string | null;
  /** Undefined where it says nothing of that. */
  readonly isEmailVerified: boolean | undefined;
  readonly name: string | undefined;
  /** What the claim holds that was asked for. */
  readonly values: readonly string[];
}

/**
 * Whom a provider has signed in, as it says by its token and, where that says too little, at its own door.
 * @throws AppError (unavailable) SSO.PROVIDER where its token is not for us, not of now, or not signed by it; OUTGOING.*
 * @see OpenID Connect Core 1.0, 3.1.3.7 and 5.3
 */
export async function assertedPerson(http: OutgoingHttp, provider: Provider, tokens: Tokens, expected: Expected): Promise<AssertedPerson> {
  const token = await readIdToken(http, provider, tokens.id_token, expected);
  const { claim } = expected;
  const isShort = token.email === undefined || (claim !== null && token[claim] === undefined);
  const more = isShort ? await userInfo(http, provider, tokens.access_token, token.sub) : {};
  // An address and whether it is verified are said in one place, never one here and the other there.
  const { email, email_verified: isEmailVerified } = token.email === undefined ? more : token;
  const all: Partial<Person> = { ...more, ...token };
  const isSaid = email !== undefined && isEmailVerified !== false;
  return { subject: token.sub, email: isSaid ? email.toLowerCase() : null, isEmailVerified, name: all.name, values: claim === null ? [] : claimTexts(all[claim]) };
}

async function readIdToken(http: OutgoingHttp, { issuer, jwks_uri: keysUrl }: Provider, token: string, { clientId, nonce }: Omit<Expected, 'claim'>): Promise<Person> {
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

import type { OutgoingHttp } from '@tenon/runtime';
import { z } from 'zod';
import { readAnswer, type Provider } from './discovery.js';

const tokens = z.object({ id_token: z.string(), access_token: z.string() });
export type Tokens = z.infer<typeof tokens>;

export interface CodeToExchange {
  readonly code: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly verifier: string;
}

/** RFC 6749, 2.3.1: each part is encoded before both are joined. */
const basic = (id: string, secret: string): string => `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`;

/** What the provider gives for the code that a browser brought, once. @throws AppError (unavailable) SSO.PROVIDER; OUTGOING.* @see OpenID Connect Core 1.0, 3.1.3 */
export async function exchangeCode(http: OutgoingHttp, provider: Provider, { code, clientId, clientSecret, redirectUri, verifier }: CodeToExchange): Promise<Tokens> {
  const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier };
  const isBasic = provider.token_endpoint_auth_methods_supported.includes('client_secret_basic');
  const answer = isBasic
    ? await http.postForm(provider.token_endpoint, form, { authorization: basic(clientId, clientSecret) })
    : await http.postForm(provider.token_endpoint, { ...form, client_id: clientId, client_secret: clientSecret });
  return readAnswer(tokens, 'token', answer);
}

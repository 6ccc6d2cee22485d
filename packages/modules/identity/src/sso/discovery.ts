import { unavailable } from '@tenon/kernel';
import type { OutgoingHttp } from '@tenon/runtime';
import { z } from 'zod';

/** What an OpenID provider says of itself. @see OpenID Connect Discovery 1.0, section 3 */
const metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
});
export type Provider = z.infer<typeof metadata>;

/** That a provider cannot be used; `what` says which of its answers it was. */
export const notAProvider = (what: string) => unavailable('SSO.PROVIDER', 'This is no OpenID provider that can be used, or it does not answer.', { what });

/** A JSON answer of a provider, as the schema has it. @throws AppError (unavailable) SSO.PROVIDER */
export function readAnswer<Schema extends z.ZodType>(schema: Schema, what: string, { status, text }: { status: number; text: string }): z.output<Schema> {
  const said = status === 200 ? schema.safeParse(parsed(text)) : undefined;
  if (!said?.success) throw notAProvider(what);
  return said.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Asks a provider what it says of itself. It must call itself what we call it, or its tokens would be another's.
 * @throws AppError (unavailable) SSO.PROVIDER; OUTGOING.*, as OutgoingHttp
 */
export async function discover(http: OutgoingHttp, issuer: string): Promise<Provider> {
  const provider = readAnswer(metadata, 'discovery', await http.get(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`));
  if (provider.issuer !== issuer) throw notAProvider('issuer');
  return provider;
}

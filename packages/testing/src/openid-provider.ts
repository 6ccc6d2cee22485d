import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What of `oidc-provider` is used here; it brings no types. */
interface Provider {
  callback(): (request: IncomingMessage, response: ServerResponse) => void;
  interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<{ prompt: { name: string }; params: { client_id: string } }>;
  interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
  Grant: new (of: { accountId: string; clientId: string }) => { addOIDCScope(scope: string): void; save(): Promise<string> };
}

/** Whom a provider signs in next, and what it says of them. */
export interface ProvidedPerson {
  /** By which it knows them; their address, where nothing is said. */
  readonly id?: string;
  readonly name?: string;
  readonly groups?: readonly string[];
  readonly email?: string;
  readonly email_verified?: boolean;
}

/** A real OpenID provider, at which whoever comes is signed in as the one person that is set. */
export interface OpenidProvider {
  readonly issuer: string;
  readonly host: string;
  readonly client: { readonly id: string; readonly secret: string };
  person: ProvidedPerson;
  /** Whether the address stands in the token, rather than at the provider's own door alone. */
  close(): Promise<void>;
}

/** Named at run time: it has no types, and nothing but this needs it. */
const PACKAGE = 'oidc-provider';

/** Starts one on a free port, for one client that comes back to `redirectUri`. @param groupsScope what must be asked for before groups are told; every client is told them where it is left out */
export async function openidProvider(redirectUri: string, groupsScope = 'openid'): Promise<OpenidProvider> {
  const { default: Oidc } = (await import(PACKAGE)) as { default: new (issuer: string, settings: object) => Provider };
  const client = { id: 'tenon', secret: 'a secret of the provider’s & ours'.replace('’', '') };
  let serve: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  const server = createServer((request, response) => serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer = `http://${host}`;
  const scopes = [...new Set(['openid', 'email', 'profile', groupsScope])].join(' ');
  const state: { person: ProvidedPerson } = { person: {} };
  const provider = new Oidc(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri], grant_types: ['authorization_code'], response_types: ['code'], scope: scopes }],
    claims: { email: ['email', 'email_verified'], profile: ['name'], openid: ['sub'], ...(groupsScope === 'openid' ? { openid: ['sub', 'groups'] } : { [groupsScope]: ['groups'] }) },
    // The last it knows, and gives to nobody.
    scopes: ['openid', 'payroll'],
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => ({ ...state.person, sub: id }) }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    cookies: { keys: ['a test'] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
  });
  const oidc = provider.callback();
  serve = (request, response) => {
    if (request.url?.startsWith('/interaction/')) void signIn(provider, { accountId: state.person.id ?? state.person.email ?? 'nobody', scopes }, request, response);
    else oidc(request, response);
  };
  return {
    issuer,
    host,
    client,
    get person() {
      return state.person;
    },
    set person(person) {
      state.person = person;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Signs whoever comes in, and lets them agree to whatever is asked. */
async function signIn(provider: Provider, { accountId, scopes }: { accountId: string; scopes: string }, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { prompt, params } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') return provider.interactionFinished(request, response, { login: { accountId } });
  const grant = new provider.Grant({ accountId, clientId: params.client_id });
  grant.addOIDCScope(scopes);
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
}

import type { TestApi } from './test-api.js';

/** Where providers send browsers back to. */
export const SSO_REDIRECT = 'http://localhost:3000/api/auth/sso-callback';

export const cookiesOf = (response: Response): string[] => response.headers.getSetCookie().map((each) => each.split(';')[0] ?? '');

/** Where a browser is led, and what it holds then. */
export interface Landed {
  readonly location: string;
  readonly cookie: string;
}

/** Says who wants to sign in, and where to then; where the browser is sent, and what it holds meanwhile. */
export async function beginSso(api: TestApi, email: string, next?: unknown): Promise<Landed & { said: string }> {
  const response = await api.post('/api/auth/sso-begin', { email, next });
  const body = (await response.json()) as { location?: string; error?: { code: string } };
  return { said: body.error?.code ?? 'sent', location: body.location ?? '', cookie: cookiesOf(response).join('; ') };
}

/** Goes through the provider as a browser does, and gives the address that it comes back to us by. */
export async function throughProvider(location: string): Promise<URL> {
  const jar = new Map<string, string>();
  let at = location;
  for (let hop = 0; hop < 12; hop += 1) {
    if (at.startsWith(SSO_REDIRECT)) return new URL(at);
    const response = await fetch(at, { redirect: 'manual', headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } });
    for (const cookie of cookiesOf(response)) jar.set(cookie.slice(0, cookie.indexOf('=')), cookie.slice(cookie.indexOf('=') + 1));
    at = new URL(response.headers.get('location') ?? '', at).href;
  }
  throw new Error(`The provider sent nobody back: ${at}`);
}

/** Comes back to us. */
export async function comeBack(api: TestApi, url: URL, cookie: string): Promise<Landed> {
  const response = await fetch(`${api.url}${url.pathname}${url.search}`, { redirect: 'manual', headers: { cookie } });
  return { location: response.headers.get('location') ?? `${response.status}`, cookie: cookiesOf(response).join('; ') };
}

/** All of it. @param held what the browser holds besides, such as a session */
export async function signInBySso(api: TestApi, email: string, held = ''): Promise<Landed> {
  const { location, cookie } = await beginSso(api, email);
  return comeBack(api, await throughProvider(location), [cookie, held].filter(Boolean).join('; '));
}

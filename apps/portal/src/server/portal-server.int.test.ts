import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createPortalServer, type PortalServer } from './portal-server';

const listen = (server: Server): Promise<string> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)));

/** An api of nothing but echoes: what reached it, and a cookie. */
function echoApi(isReady: boolean): Server {
  const api = createServer((request, response) => {
    if (request.url === '/healthz') return response.end('{}');
    if (request.url === '/readyz') return response.writeHead(isReady ? 200 : 503).end('{}');
    response.setHeader('set-cookie', ['session=1; Path=/; HttpOnly']);
    return response.end(JSON.stringify({ url: request.url, headers: request.headers }));
  });
  api.on('upgrade', (_request, socket) => {
    socket.on('error', () => undefined);
    socket.on('end', () => socket.end());
    socket.resume();
    socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n');
  });
  return api;
}

/** The answer to a path that is sent as it stands, which fetch would tidy first. */
function raw(base: string, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    const asking = httpRequest({ hostname, port, path }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => resolve(text));
    });
    asking.on('error', reject).end();
  });
}

function upgrade(base: string, path: string): Promise<IncomingMessage | null> {
  return new Promise((resolve) => {
    const asking = httpRequest(new URL(path, base), { headers: { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==', 'sec-websocket-version': '13' } });
    asking.on('upgrade', (response) => resolve(response));
    asking.on('error', () => resolve(null));
    asking.end();
  });
}

describe('the portal’s server', () => {
  let api: Server;
  let portal: PortalServer;
  let base: string;

  beforeEach(async () => {
    await open(true);
  });

  afterEach(close);

  async function open(isApiReady: boolean, choices = { isHttps: false, isDev: false }): Promise<void> {
    api = echoApi(isApiReady);
    portal = createPortalServer({ apiUrl: await listen(api), ...choices });
    base = await listen(portal.http);
  }

  async function close(): Promise<void> {
    await portal.close();
    api.closeAllConnections();
    api.close();
  }

  const openPages = (): void =>
    portal.open({
      handle: async (request, response) => void response.end(JSON.stringify({ page: request.url, path: request.headers['x-tenon-path'] })),
      upgrade: async (_request, socket) => void socket.destroy(),
    });

  it('does not wait, when it closes, for a connection that a browser opened in advance', async () => {
    const taken = once(portal.http, 'connection');
    const spare = connect(Number(new URL(base).port), '127.0.0.1');
    await taken;
    await portal.close();
    expect(await text(spare)).toBe('');
  });

  it('hands the api its own paths, with cookies both ways and where the request came from', async () => {
    const answer = await fetch(`${base}/api/auth/sign-in?x=1`, { method: 'POST', headers: { cookie: 'a=b' }, body: '{}' });
    const seen = (await answer.json()) as { url: string; headers: Record<string, string> };
    expect(seen.url).toBe('/api/auth/sign-in?x=1');
    expect(seen.headers).toMatchObject({ cookie: 'a=b', host: new URL(base).host, 'x-forwarded-proto': 'http', 'x-forwarded-host': new URL(base).host });
    expect(seen.headers['x-forwarded-for']).toContain('127.0.0.1');
    expect(answer.headers.getSetCookie()).toEqual(['session=1; Path=/; HttpOnly']);
  });

  it('passes a WebSocket on for /graphql', async () => {
    const response = await upgrade(base, '/graphql');
    expect(response?.statusCode).toBe(101);
    response?.socket.destroy();
  });

  it('gives everything else to the pages, and tells them the visitor’s own path', async () => {
    openPages();
    const answer = await fetch(`${base}/machines?range=24h&_rsc=1`, { headers: { 'x-tenon-path': '/forged' } });
    expect(await answer.json()).toEqual({ page: '/machines?range=24h&_rsc=1', path: '/machines?range=24h' });
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['/api/auth/%2e%2e/%2e%2e/metrics', '/api/auth/../../metrics', '/graphql/../metrics', '/api/auth/sign-in/../../../metrics', '/api/auth/', '/metrics'])('does not let %s out of the list', async (path) => {
    openPages();
    expect(JSON.parse(await raw(base, path))).toMatchObject({ page: path });
  });

  it('is not ready while the api is not, though it answers', async () => {
    await close();
    await open(false);
    openPages();
    const answer = await fetch(`${base}/readyz`);
    expect([answer.status, await answer.json()]).toEqual([503, { status: 'waiting', pages: true, api: false }]);
  });

  it('survives a peer that resets an upgrade', async () => {
    const near = connect(Number(new URL(base).port), '127.0.0.1');
    const arrived = once(portal.http, 'upgrade');
    near.on('error', () => undefined);
    near.write('GET /x HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    const [, far] = (await arrived) as [unknown, Socket];
    expect(far.listenerCount('error')).toBeGreaterThan(0);
    near.resetAndDestroy();
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
  });

  describe('tells the browser what to refuse', () => {
    const policyOf = (answer: Response): string => answer.headers.get('content-security-policy') ?? '';

    it('on every answer, with a nonce of its own that the pages are told, too', async () => {
      const told: unknown[] = [];
      portal.open({
        handle: async (request, response) => (told.push(request.headers['content-security-policy']), void response.end()),
        upgrade: async (_request, socket) => void socket.destroy(),
      });
      const [one, two, graphql] = [await fetch(`${base}/home`), await fetch(`${base}/home`, { headers: { 'content-security-policy': 'forged' } }), await fetch(`${base}/graphql`, { method: 'POST', body: '{}' })];
      expect(told).toEqual([policyOf(one), policyOf(two)]);
      expect(policyOf(one)).not.toBe(policyOf(two));
      for (const answer of [one, two, graphql]) {
        expect(policyOf(answer)).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/]{22}=='; /);
        expect(policyOf(answer).split('; ')).toEqual(expect.arrayContaining([`frame-ancestors 'none'`, `object-src 'none'`, `base-uri 'self'`]));
        expect(policyOf(answer)).not.toContain('unsafe-eval');
        expect([answer.headers.get('x-content-type-options'), answer.headers.get('referrer-policy'), answer.headers.get('strict-transport-security')]).toEqual(['nosniff', 'same-origin', null]);
      }
    });

    it('and to use https alone, where people reach us by it', async () => {
      await close();
      await open(true, { isHttps: true, isDev: false });
      expect((await fetch(`${base}/home`)).headers.get('strict-transport-security')).toBe('max-age=31536000');
    });
  });

  it('is ready only when the pages are', async () => {
    expect((await fetch(`${base}/readyz`)).status).toBe(503);
    expect((await fetch(`${base}/machines`)).status).toBe(503);
    openPages();
    expect((await fetch(`${base}/readyz`)).status).toBe(200);
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
  });

  describe('while the api is away', () => {
    beforeEach(() => {
      openPages();
      api.closeAllConnections();
      api.close();
    });

    it('says so in the shape that was asked, and is not ready', async () => {
      const graphql = await fetch(`${base}/graphql`, { method: 'POST', body: '{}' });
      expect([graphql.status, await graphql.json()]).toMatchObject([503, { errors: [{ extensions: { code: 'PLATFORM.UNAVAILABLE' } }] }]);
      const auth = await fetch(`${base}/api/auth/sign-in`, { method: 'POST', body: '{}' });
      expect([auth.status, await auth.json()]).toMatchObject([503, { error: { code: 'PLATFORM.UNAVAILABLE' } }]);
      expect((await fetch(`${base}/readyz`)).status).toBe(503);
    });

    it('closes a WebSocket, keeps serving pages and does not fall', async () => {
      expect(await upgrade(base, '/graphql')).toBeNull();
      expect((await fetch(`${base}/healthz`)).status).toBe(200);
      expect((await fetch(`${base}/home`)).status).toBe(200);
    });
  });
});

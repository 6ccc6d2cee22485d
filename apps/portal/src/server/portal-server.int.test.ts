import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createPortalServer, type PortalServer } from './portal-server';

const listen = (server: Server): Promise<string> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)));

/** An api of nothing but echoes: what reached it, and a cookie. */
function echoApi(): Server {
  const api = createServer((request, response) => {
    if (request.url === '/healthz') return response.end('{}');
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
    api = echoApi();
    portal = createPortalServer(await listen(api));
    base = await listen(portal.http);
  });

  afterEach(async () => {
    await portal.close();
    api.closeAllConnections();
    api.close();
  });

  const openPages = (): void =>
    portal.open({
      handle: async (request, response) => void response.end(JSON.stringify({ page: request.url, path: request.headers['x-tenon-path'] })),
      upgrade: async (_request, socket) => void socket.destroy(),
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

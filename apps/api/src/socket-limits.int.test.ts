import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { WebSocket } from 'ws';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let person: TestPerson;
beforeAll(async () => {
  api = await testApi();
  person = await api.newcomer('Limits');
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });
afterAll(() => api.close());

const UPGRADE = 'Host: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n';

/** Asks for an upgrade and gives both ends of the connection. */
async function upgraded(path: string): Promise<{ near: Socket; far: Socket }> {
  const far = once(api.app.getHttpServer() as Server, 'upgrade').then(([, socket]) => socket as Socket);
  const near = connect(Number(new URL(api.url).port), '127.0.0.1');
  near.on('error', () => undefined);
  near.write(`GET ${path} HTTP/1.1\r\n${UPGRADE}`);
  return { near, far: await far };
}

describe('an upgrade', () => {
  it.each(['/x', '/', '/graphqlx', '/graphql/../x'])('to %s is cut', async (path) => {
    const { near } = await upgraded(path);
    if (!near.closed) await once(near.resume(), 'close');
    expect(near.closed).toBe(true);
  });

  it.each(['/x', '/graphql'])('to %s that is reset does not end the process', async (path) => {
    const { near, far } = await upgraded(path);
    expect(far.listenerCount('error')).toBeGreaterThan(0);
    near.resetAndDestroy();
    if (!far.closed) await new Promise((resolve) => far.once('close', resolve));
    expect((await fetch(`${api.url}/healthz`)).status).toBe(200);
  });
});

async function opened(): Promise<WebSocket> {
  const socket = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers: { cookie: person.cookie } });
  await once(socket, 'open');
  return socket;
}

describe('a socket', () => {
  it('is closed by a message larger than an operation can be, before it has said who it is', async () => {
    const socket = await opened();
    socket.send(JSON.stringify({ type: 'ping', payload: { much: 'x'.repeat(65_536) } }));
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(1009);
  });

  it('has at most 50 subscriptions', async () => {
    const { createDevice } = await person.get<{ createDevice: { device: { id: string } } }>('mutation { createDevice(input: { name: "Press" }) { device { id } } }');
    const query = `subscription { deviceChanged(id: "${createDevice.device.id}") { name } }`;
    const socket = await opened();
    socket.send(JSON.stringify({ type: 'connection_init' }));
    await once(socket, 'message');
    const refused = new Promise<{ id: string; payload: readonly { extensions: { code: string } }[] }>((resolve) => {
      socket.on('message', (text) => {
        const message = JSON.parse(String(text)) as { type: string; id: string; payload: readonly { extensions: { code: string } }[] };
        if (message.type === 'error') resolve(message);
      });
    });
    for (let id = 1; id <= 51; id += 1) socket.send(JSON.stringify({ id: String(id), type: 'subscribe', payload: { query } }));
    expect(await refused).toMatchObject({ id: '51', payload: [{ extensions: { code: 'GRAPHQL_TOO_MANY_SUBSCRIPTIONS' } }] });
    socket.close();
  });
});

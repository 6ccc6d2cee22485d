import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { patience } from './patience.js';

let server: FastifyInstance;
let port: number;
beforeAll(async () => {
  server = fastify({ ...patience(100), forceCloseConnections: true });
  server.post('/', async (request) => request.body);
  await server.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = server.server.address() as AddressInfo);
});
afterAll(() => server.close());

/** Sends this and then nothing more. @returns everything that was answered until the server hung up */
function answerTo(start: string): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  socket.write(start);
  return text(socket).finally(() => socket.destroy());
}

const POST = 'POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';

it.each([
  ['a body that stops half-way', `${POST}content-length: 20\r\n\r\n{"x":`, '408', 'HTTP.TOO_SLOW'],
  ['a body in pieces that stops', `${POST}transfer-encoding: chunked\r\n\r\n5\r\n{"x":\r\n`, '408', 'HTTP.TOO_SLOW'],
  ['headers that stop', POST, '408', 'HTTP.TOO_SLOW'],
  ['headers without end', `${POST}x: ${'y'.repeat(100_000)}`, '431', 'HTTP.HEADERS_TOO_LARGE'],
  ['what is no HTTP', 'hello?\r\n\r\n', '400', 'HTTP.BAD_REQUEST'],
  ['two lengths', `${POST}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`, '400', 'HTTP.BAD_REQUEST'],
])('cuts off %s with its code, while others are served', async (_what, start, status, code) => {
  const answer = answerTo(start);
  const other = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"x":1}' });
  expect(await other.json()).toEqual({ x: 1 });
  const [head, body] = (await answer).split('\r\n\r\n');
  expect(head).toContain(`HTTP/1.1 ${status} `);
  expect(JSON.parse(body ?? '')).toMatchObject({ error: { code } });
});

it('outlives whoever hangs up in the middle', async () => {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.write(`${POST}content-length: 20\r\n\r\n{"x":`, () => socket.resetAndDestroy());
  await new Promise((resolve) => socket.once('close', resolve));
  expect((await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '1' })).status).toBe(200);
});

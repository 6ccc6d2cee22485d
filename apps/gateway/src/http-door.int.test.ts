import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { guardBystander } from '@tenon/testing/bystander';
import { storedRefusals, storedValues } from './testing/stored.js';
import { announce, revokeToken, testGateway, type TestGateway } from './testing/test-gateway.js';

let test: TestGateway;
beforeAll(async () => (test = await testGateway({ mqtt: { maxPacketBytes: 4_096 } })));
afterAll(() => test.close());
guardBystander({ database: () => test.db });

interface Answer { status: number; body: unknown }

async function post(path: string, body: string | Buffer, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${test.gateway.httpPort}${path}`, { method: 'POST', body: body as BodyInit, headers });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}

async function get(path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://127.0.0.1:${test.gateway.httpPort}${path}`);
  return { status: response.status, text: await response.text() };
}

it.each(['application/json', 'text/plain', 'application/x-www-form-urlencoded'])('takes telemetry said to be %s and answers 200 after the commit', async (type) => {
  const machine = await test.machine();
  expect(await post(`/api/v1/${machine.token}/telemetry`, '{"x":1,"on":true}', { 'content-type': type })).toMatchObject({ status: 200, body: null });
  expect(await storedValues(test.db, machine.deviceId)).toEqual({ x: 1, on: true });
});

it('takes attributes', async () => {
  expect(await post(`/api/v1/${test.a.token}/attributes`, '{"serial":"A-7"}')).toMatchObject({ status: 200 });
  const [device] = await test.db.sql('SELECT attributes FROM device WHERE id = $1', [test.a.deviceId]);
  expect(device?.['attributes']).toEqual({ serial: 'A-7' });
});

it('takes history where it is said to be that', async () => {
  const machine = await test.machine();
  const old = `{"ts":${Date.UTC(2020, 5, 1)},"values":{"x":1}}`;
  expect(await post(`/api/v1/${machine.token}/telemetry`, old)).toMatchObject({ status: 400, body: { error: { code: 'TELEMETRY.CLOCK_BEHIND' } } });
  expect(await post(`/api/v1/${machine.token}/telemetry?history=1`, old)).toMatchObject({ status: 200 });
});

it.each([
  ['bad JSON', '{"x":', 400, 'TELEMETRY.BAD_JSON'],
  ['nothing', '', 400, 'TELEMETRY.BAD_JSON'],
  ['too much', `{"x":"${'y'.repeat(5_000)}"}`, 413, 'PAYLOAD.TOO_LARGE'],
] as const)('refuses %s with a code, and keeps it', async (_what, body, status, code) => {
  const machine = await test.machine();
  expect(await post(`/api/v1/${machine.token}/telemetry`, body)).toMatchObject({ status, body: { error: { code, message: expect.any(String), details: {} } } });
  await test.gateway.drained();
  expect(await storedRefusals(test.db, machine.deviceId)).toMatchObject([{ code, door: 'http', count: 1 }]);
});

it('refuses tokens that are unknown, revoked, or of a suspended company', async () => {
  const path = ({ token }: { token: string }): string => `/api/v1/${token}/telemetry`;
  expect(await post(path({ token: `T${'0'.repeat(31)}` }), '{"x":1}')).toMatchObject({ status: 401, body: { error: { code: 'AUTH.UNKNOWN_TOKEN' } } });
  const machine = await test.machine();
  expect(await post(path(machine), '{"x":1}')).toMatchObject({ status: 200 });
  await revokeToken(test.db, machine);
  let answer = await post(path(machine), '{"x":1}');
  while (answer.status === 200) answer = await post(path(machine), '{"x":1}');
  expect(answer).toMatchObject({ status: 401, body: { error: { code: 'AUTH.TOKEN_REVOKED' } } });
  await test.db.sql(`UPDATE tenant SET state = 'suspended' WHERE id = $1`, [test.b.tenantId]);
  await announce(test.db, { kind: 'tenant-suspended', tenantId: test.b.tenantId });
  expect(await post(path(test.b), '{"x":1}')).toMatchObject({ status: 403, body: { error: { code: 'AUTH.TENANT_SUSPENDED' } } });
});

it('says when to come back to a machine that sends too often', async () => {
  const slow = await testGateway({ mqtt: { messagesPerSecond: 1 } });
  const send = (): Promise<Response> => fetch(`http://127.0.0.1:${slow.gateway.httpPort}/api/v1/${slow.a.token}/telemetry`, { method: 'POST', body: '{"x":1}' });
  const answers = await Promise.all(Array.from({ length: 20 }, send));
  const limited = answers.filter(({ status }) => status === 429);
  expect(limited.length).toBeGreaterThan(0);
  expect(limited[0]?.headers.get('retry-after')).toBe('2');
  expect(await limited[0]?.json()).toMatchObject({ error: { code: 'RATE.LIMITED', details: { perSecond: 1 } } });
  const sendTo = (body: unknown): Promise<Response> => fetch(`http://127.0.0.1:${slow.gateway.httpPort}/api/v1/${slow.b.token}/telemetry`, { method: 'POST', body: JSON.stringify(body) });
  // Each reading of a message counts.
  expect((await sendTo(Array.from({ length: 500 }, (_, x) => ({ x })))).status).toBe(200);
  expect((await sendTo({ x: 1 })).status).toBe(429);
  await slow.close();
});

it('answers what is nowhere, and how it is', async () => {
  expect(await post('/api/v2/x', '')).toMatchObject({ status: 404, body: { error: { code: 'TOPIC.UNKNOWN' } } });
  expect(await get('/healthz')).toEqual({ status: 200, text: '{"status":"ok"}' });
  expect(await get('/readyz')).toEqual({ status: 200, text: '{"status":"ready"}' });
  expect((await get('/metrics')).text).toMatch(/tenon_ingest_messages_total\{service="gateway"\} \d+/);
});

it('answers a body that stops half-way by its code, and takes what others send meanwhile', async () => {
  const impatient = await testGateway({ httpPatienceMs: 100 });
  const socket = connect({ port: impatient.gateway.httpPort, host: '127.0.0.1', allowHalfOpen: true });
  socket.write(`POST /api/v1/${impatient.a.token}/telemetry HTTP/1.1\r\nhost: x\r\ncontent-length: 20\r\n\r\n{"x":`);
  const answer = text(socket);
  expect((await fetch(`http://127.0.0.1:${impatient.gateway.httpPort}/api/v1/${impatient.b.token}/telemetry`, { method: 'POST', body: '{"x":1}' })).status).toBe(200);
  expect(await answer).toMatch(/^HTTP\/1\.1 408 [^]*"code":"HTTP\.TOO_SLOW"/);
  socket.destroy();
  expect(await storedValues(impatient.db, impatient.a.deviceId)).toEqual({});
  await impatient.close();
});

import { request as httpRequest } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { storedPoints, storedRefusals, storedValues } from './testing/stored.js';
import { testGateway, type TestGateway, type TestMachine } from './testing/test-gateway.js';

let test: TestGateway;
beforeAll(async () => (test = await testGateway({ mqtt: { maxPacketBytes: 4_096 } })));
afterAll(() => test.close());
guardBystander({ database: () => test.db });

interface Answer {
  readonly status: number;
  readonly body: { readonly error?: { code: string; details: object } } | null;
}

async function send({ token }: TestMachine, body: string | Buffer, headers: Record<string, string> = {}, path = 'telemetry'): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${test.gateway.httpPort}/api/v1/${token}/${path}`, { method: 'POST', body: body as BodyInit, headers });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : (JSON.parse(text) as Answer['body']) };
}

const codes = async ({ deviceId }: TestMachine): Promise<string[]> => {
  await test.gateway.drained();
  return (await storedRefusals(test.db, deviceId)).map(({ code }) => code);
};

describe('a packed payload', () => {
  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['identity', (text: string) => Buffer.from(text)],
  ])('is unpacked: %s', async (encoding, pack) => {
    const machine = await test.machine();
    expect(await send(machine, pack('{"温度":23.5}'), { 'content-encoding': encoding })).toEqual({ status: 200, body: null });
    expect(await storedValues(test.db, machine.deviceId)).toEqual({ 温度: 23.5 });
    expect(await send(machine, pack('{"serial":"X"}'), { 'content-encoding': encoding }, 'attributes')).toMatchObject({ status: 200 });
  });

  it.each([
    ['that would grow beyond the limit', gzipSync(Buffer.alloc(10_000_000, 0x20)), 'gzip', 413, 'PAYLOAD.TOO_LARGE'],
    ['that is cut off', gzipSync('{"x":1}').subarray(0, 20), 'gzip', 400, 'PAYLOAD.BAD_ENCODING'],
    ['that is none', Buffer.from('{"x":1}'), 'gzip', 400, 'PAYLOAD.BAD_ENCODING'],
    ['in a way that is not read', Buffer.from('{"x":1}'), 'zstd', 400, 'PAYLOAD.UNKNOWN_ENCODING'],
    ['of a name that every object has', Buffer.from('{"x":1}'), 'constructor', 400, 'PAYLOAD.UNKNOWN_ENCODING'],
    ['with a fault in it', gzipSync('{"x":'), 'gzip', 400, 'TELEMETRY.BAD_JSON'],
  ])('%s is refused', async (_what, body, encoding, status, code) => {
    const machine = await test.machine();
    expect(await send(machine, body, { 'content-encoding': encoding })).toMatchObject({ status, body: { error: { code } } });
    expect(await codes(machine)).toEqual([code]);
  });
});

describe('a message with an idempotency key', () => {
  it('is there once, however often and at once it is sent, each reading with its own stamp', async () => {
    const machine = await test.machine();
    const body = '[{"x":1},{"x":2},{"ts":1767600000000,"values":{"x":3}},{"x":4}]';
    const sent = await Promise.all([1, 2, 3].map(() => send(machine, body, { 'idempotency-key': 'shift 1' }, 'telemetry?history=1')));
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await storedPoints(test.db, machine.deviceId)).map(({ value }) => value)).toEqual([3, 1, 2, 4]);
    await send(machine, '{"x":5}', { 'idempotency-key': 'shift 2' });
    await send(machine, gzipSync('{"x":5}'), { 'idempotency-key': 'shift 2', 'content-encoding': 'gzip' });
    await send(machine, '{"x":5}');
    expect((await storedPoints(test.db, machine.deviceId)).map(({ value }) => value)).toEqual([3, 1, 2, 4, 5, 5]);
  });

  it('needs no key where each reading has its time; under one another message is refused, and another machine’s keys are its own', async () => {
    const [machine, other] = [await test.machine(), await test.machine()];
    const timed = `{"ts":${Date.now()},"values":{"x":1}}`;
    for (const body of [timed, timed.replace('1}}', '2}}')]) expect(await send(machine, body, { 'idempotency-key': 'k' })).toMatchObject({ status: 200 });
    expect(await send(machine, '{"x":3}', { 'idempotency-key': 'k' })).toMatchObject({ status: 200 });
    expect(await send(machine, '{"x":4}', { 'idempotency-key': 'k' })).toMatchObject({ status: 409, body: { error: { code: 'INGEST.KEY_USED' } } });
    expect(await send(other, '{"x":4}', { 'idempotency-key': 'k' })).toMatchObject({ status: 200 });
    expect(await send(machine, '{"x":4}', { 'idempotency-key': 'k'.repeat(257) })).toMatchObject({ status: 400, body: { error: { code: 'INGEST.KEY' } } });
    expect((await storedPoints(test.db, machine.deviceId)).map(({ value }) => value)).toEqual([2, 3]);
    expect((await codes(machine)).toSorted()).toEqual(['INGEST.KEY', 'INGEST.KEY_USED']);
  });
});

describe('a stream of lines', () => {
  const LINES = { 'content-type': 'application/x-ndjson' };

  it('is taken line by line, answered when all is committed, with the lines that were not taken', async () => {
    const machine = await test.machine();
    const lines = Array.from({ length: 2_000 }, (_, n) => `{"ts":${1_767_600_000_000 + n},"values":{"n":${n}}}`);
    lines.splice(1_000, 0, '', '{"n":', '[]');
    expect(await send(machine, lines.join('\n'), LINES, 'telemetry?history=1')).toEqual({
      status: 200,
      body: { taken: 2_000, refused: 2, faults: [expect.objectContaining({ line: 1_002, code: 'TELEMETRY.BAD_JSON' }), expect.objectContaining({ line: 1_003, code: 'TELEMETRY.EMPTY' })] },
    });
    expect((await storedPoints(test.db, machine.deviceId)).map(({ value }) => value)).toEqual(Array.from({ length: 2_000 }, (_, n) => n));
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('comes packed too: %s', async (encoding, pack) => {
    const machine = await test.machine();
    expect(await send(machine, pack('{"x":1}\n{"y":2}\n'), { ...LINES, 'content-encoding': encoding })).toEqual({ status: 200, body: { taken: 2, refused: 0, faults: [] } });
    expect(await storedValues(test.db, machine.deviceId)).toEqual({ x: 1, y: 2 });
  });

  it('stores what came as it comes, before its end', async () => {
    const machine = await test.machine();
    const sending = httpRequest({ port: test.gateway.httpPort, host: '127.0.0.1', path: `/api/v1/${machine.token}/telemetry`, method: 'POST', headers: { ...LINES, connection: 'close' } });
    const answered = new Promise<number | undefined>((resolve) => sending.on('response', (response) => resolve(response.resume().statusCode)));
    sending.write('{"x":1}\n');
    while (!Object.hasOwn(await storedValues(test.db, machine.deviceId), 'x')) await new Promise((resolve) => setImmediate(resolve));
    sending.end('{"y":2}');
    expect(await answered).toBe(200);
    expect(await storedValues(test.db, machine.deviceId)).toEqual({ x: 1, y: 2 });
  });

  it.each([
    ['a line too long', `{"x":1}\n{"y":"${'z'.repeat(5_000)}"}\n${'{"x":2}\n'.repeat(50_000)}`, {}, 413, { code: 'PAYLOAD.TOO_LARGE', details: { taken: 1, refused: 0 } }],
    ['what is not packed as it says', '{"x":1}\n', { 'content-encoding': 'gzip' }, 400, { code: 'PAYLOAD.BAD_ENCODING' }],
    ['a packing that is not read', '{"x":1}\n', { 'content-encoding': 'zstd' }, 400, { code: 'PAYLOAD.UNKNOWN_ENCODING' }],
    ['a key', '{"x":1}\n', { 'idempotency-key': 'k' }, 400, { code: 'INGEST.KEY_WITH_LINES' }],
  ])('with %s is refused, and what came before it stays', async (_what, body, headers, status, error) => {
    const machine = await test.machine();
    expect(await send(machine, body, { ...LINES, ...headers })).toMatchObject({ status, body: { error } });
    expect(await codes(machine)).toEqual([error.code]);
  });

  it('of nothing but faults is refused, and one of nothing is taken', async () => {
    const machine = await test.machine();
    expect(await send(machine, '[]\n', LINES)).toMatchObject({ status: 400, body: { taken: 0, refused: 1 } });
    expect(await send(machine, '\n', LINES)).toEqual({ status: 200, body: { taken: 0, refused: 0, faults: [] } });
  });

  it('is no way for attributes', async () => {
    expect(await send(await test.machine(), '{"x":1}\n', LINES, 'attributes')).toMatchObject({ status: 400, body: { error: { code: 'ATTRIBUTE.WRONG_SHAPE' } } });
  });
});

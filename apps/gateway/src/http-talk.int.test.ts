import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { commandIn, desire, sendCommand } from './testing/commands.js';
import { post } from './testing/post.js';
import { storedRefusals } from './testing/stored.js';
import { revokeToken, testGateway, type TestGateway, type TestMachine } from './testing/test-gateway.js';

let test: TestGateway;
beforeAll(async () => (test = await testGateway()));
afterAll(() => test.close());
guardBystander({ database: () => test.db });

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly version: string | null;
}

async function ask({ token }: Pick<TestMachine, 'token'>, path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${test.gateway.httpPort}/api/v1/${token}${path}`, init);
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text), version: response.headers.get('x-tenon-state-version') };
}

describe('over HTTP a machine', () => {
  it('asks for attributes, each side where it names keys of it, or both whole', async () => {
    const machine = await test.machine();
    await desire(test, machine, { target: 180, mode: 'auto' });
    await post(test, machine, 'attributes', '{"serial":"X1"}');
    expect(await ask(machine, '/attributes?clientKeys=serial,no&sharedKeys=target')).toMatchObject({ status: 200, body: { client: { serial: 'X1' }, shared: { target: 180 } } });
    expect((await ask(machine, '/attributes?sharedKeys=mode')).body).toEqual({ shared: { mode: 'auto' } });
    expect((await ask(machine, '/attributes')).body).toEqual({ client: { serial: 'X1' }, shared: { target: 180, mode: 'auto' } });
  });

  it('waits for a command, gets it once, and answers', async () => {
    const machine = await test.machine();
    const waiting = ask(machine, '/rpc?timeout=60000');
    const id = await sendCommand(test, machine, { method: 'setGpio', params: { pin: 23 } });
    expect(await waiting).toMatchObject({ status: 200, body: { id: 1, method: 'setGpio', params: { pin: 23 } } });
    await commandIn(test, id, 'delivered');
    expect(await ask(machine, '/rpc/1', { method: 'POST', body: '{"result":"ok"}' })).toMatchObject({ status: 200 });
    expect(await commandIn(test, id, 'answered')).toMatchObject({ answer: { result: 'ok' } });
    const second = await sendCommand(test, machine, { method: 'next', expectsAnswer: false });
    expect((await ask(machine, '/rpc?timeout=60000')).body).toMatchObject({ id: 2, method: 'next' });
    await commandIn(test, second, 'delivered');
    expect(await ask(machine, '/rpc?timeout=1')).toMatchObject({ status: 408, body: { error: { code: 'HTTP.NOTHING_YET' } } });
  });

  it('that is gone before the command leaves it for the next that asks', async () => {
    const machine = await test.machine();
    const gone = new AbortController();
    const waiting = ask(machine, '/rpc?timeout=60000', { signal: gone.signal });
    await ask(machine, '/attributes');
    gone.abort();
    await expect(waiting).rejects.toThrow('aborted');
    const id = await sendCommand(test, machine, { method: 'a' });
    expect((await ask(machine, '/rpc?timeout=60000')).body).toMatchObject({ method: 'a' });
    await commandIn(test, id, 'delivered');
  });

  it('waits for what it is asked to take, and goes on from where it was told', async () => {
    const machine = await test.machine();
    await desire(test, machine, { before: 1 });
    const { version } = await ask(machine, '/attributes/updates?timeout=1');
    expect(version).toBe('1');
    await desire(test, machine, { target: 180 });
    await desire(test, machine, { before: null });
    // Changes between two requests are not missed by whoever says how far it was told.
    expect(await ask(machine, `/attributes/updates?timeout=60000&version=${version}`)).toEqual({ status: 200, body: { target: 180, deleted: ['before'] }, version: '3' });
    const waiting = ask(machine, '/attributes/updates?timeout=60000&version=3');
    await desire(test, machine, { target: 190 });
    expect(await waiting).toEqual({ status: 200, body: { target: 190 }, version: '4' });
  });

  it('calls the platform', async () => {
    expect(await ask(test.a, '/rpc', { method: 'POST', body: '{"method":"getTime","params":{}}' })).toMatchObject({ status: 200, body: { time: expect.any(Number) } });
  });

  it.each([
    ['/rpc/9', { method: 'POST', body: '{}' }, 400, 'COMMAND.NOT_SENT'],
    ['/rpc/x', { method: 'POST', body: '{}' }, 400, 'COMMAND.NOT_SENT'],
    ['/rpc', { method: 'POST', body: '{"method":"no"}' }, 400, 'CALL.UNKNOWN_METHOD'],
    ['/rpc?timeout=soon', {}, 400, 'HTTP.BAD_REQUEST'],
    ['/attributes/updates?version=-1', {}, 400, 'HTTP.BAD_REQUEST'],
    ['/attributes?clientKeys=a&clientKeys=b', {}, 400, 'CALL.BAD_QUESTION'],
  ])('is refused at %s %j', async (path, init, status, code) => {
    const machine = await test.machine();
    expect(await ask(machine, path, init)).toMatchObject({ status, body: { error: { code } } });
    await test.gateway.drained();
    expect((await storedRefusals(test.db, machine.deviceId)).map((refusal) => refusal['code'])).toEqual(code.startsWith('HTTP') ? [] : [code]);
  });

  it('waits with four requests at once and no more, and with none once its token is revoked', async () => {
    const machine = await test.machine();
    const requests = [1, 2, 3, 4, 5].map(() => ask(machine, '/rpc?timeout=60000'));
    // Whichever of them comes last is the one too many.
    expect(await Promise.race(requests)).toMatchObject({ status: 429, body: { error: { code: 'RATE.TOO_MANY_WAITING' } } });
    await revokeToken(test.db, machine);
    const statuses = (await Promise.all(requests)).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([401, 401, 401, 401, 429]);
    expect(await ask(machine, '/attributes')).toMatchObject({ status: 401 });
  });

  it('is told that there is nothing when the gateway closes', async () => {
    const own = await testGateway();
    const waiting = fetch(`http://127.0.0.1:${own.gateway.httpPort}/api/v1/${own.a.token}/rpc?timeout=60000`);
    await fetch(`http://127.0.0.1:${own.gateway.httpPort}/api/v1/${own.a.token}/attributes`);
    await own.close();
    expect((await waiting).status).toBe(408);
  });
});

import { describe, expect, it } from '@jest/globals';
import { PassThrough, Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { JsonRpcServer } from './json-rpc.mjs';

type Call = ConstructorParameters<typeof JsonRpcServer>[1];

function serverOn(call: Call) {
  const output = new PassThrough();
  const panics: unknown[] = [];
  const server = new JsonRpcServer(output, call, (error) => panics.push(error));
  const answers = () => String(output.read() ?? '').split('\n').filter(Boolean).map((line) => JSON.parse(line));
  return { server, panics, answers };
}

const lines = (...messages: object[]) => Readable.from(messages.map((message) => `${JSON.stringify(message)}\n`));
const trap = () => new WebAssembly.RuntimeError('unreachable');

describe('JsonRpcServer', () => {
  it('answers one request after the other, in their order', async () => {
    const running: string[] = [];
    const { server, answers } = serverOn(async (method) => {
      running.push(`${method} begins`);
      if (method === 'slow') for (let turn = 0; turn < 5; turn += 1) await setImmediate();
      running.push(`${method} ends`);
      return { method };
    });
    await server.serve(lines({ id: 1, method: 'slow' }, { id: 2, method: 'quick' }));
    expect(running).toEqual(['slow begins', 'slow ends', 'quick begins', 'quick ends']);
    expect(answers()).toEqual([
      { jsonrpc: '2.0', id: 1, result: { method: 'slow' } },
      { jsonrpc: '2.0', id: 2, result: { method: 'quick' } },
    ]);
  });

  it('hands the parameters over as they came, absent ones included', async () => {
    const seen: unknown[] = [];
    const { server } = serverOn(async (_method, params) => seen.push(params));
    await server.serve(lines({ id: 1, method: 'a', params: { b: 1 } }, { id: 2, method: 'a' }));
    expect(seen).toEqual([{ b: 1 }, undefined]);
  });

  it('asks the CLI to print, and takes its answer for no request', async () => {
    const { server, answers } = serverOn(async (_method, _params, print) => (print('text'), {}));
    await server.serve(lines({ id: 1, method: 'diff' }, { id: 1_000_000, result: {} }));
    expect(answers()).toEqual([
      { jsonrpc: '2.0', id: 1_000_000, method: 'print', params: { content: 'text' } },
      { jsonrpc: '2.0', id: 1, result: {} },
    ]);
  });

  it('reports an error with its message and Prisma’s code', async () => {
    const { server, answers, panics } = serverOn(() => Promise.reject(Object.assign(new Error('no such table'), { code: 'P1014' })));
    await server.serve(lines({ id: 7, method: 'introspect' }));
    expect(answers()).toEqual([{
      jsonrpc: '2.0',
      id: 7,
      error: { code: 4466, message: 'no such table', data: { is_panic: false, message: 'no such table', meta: null, error_code: 'P1014' } },
    }]);
    expect(panics).toEqual([]);
  });

  it('answers a panic as a plain error, and tells that the engine is spent', async () => {
    const error = trap();
    const { server, answers, panics } = serverOn(() => Promise.reject(error));
    await server.serve(lines({ id: 1, method: 'diff' }));
    expect(answers()).toMatchObject([{ id: 1, error: { data: { is_panic: false, message: expect.stringContaining('panicked') } } }]);
    expect(panics).toEqual([error]);
  });

  it('owes an answer until it is given, and can give all of them at once', async () => {
    let called: () => void = () => undefined;
    const isCalled = new Promise<void>((resolve) => (called = resolve));
    const { server, answers } = serverOn(() => {
      called();
      return new Promise(() => undefined);
    });
    const input = new PassThrough();
    void server.serve(input);
    input.write('{"id":1,"method":"a"}\n{"id":2,"method":"b"}\n');
    await isCalled;
    await setImmediate(); // the second line is read with the first
    expect(server.isAnswerOwed).toBe(true);
    server.failAll(new Error('gone'));
    expect(server.isAnswerOwed).toBe(false);
    expect(answers()).toMatchObject([{ id: 1, error: { message: 'gone' } }, { id: 2, error: { message: 'gone' } }]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { asUnreachable, readGraphQl, readRest } from './answer';

const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status });

describe('readGraphQl', () => {
  it('gives the data', async () => {
    expect(await readGraphQl(json({ data: { viewer: null } }))).toEqual({ viewer: null });
  });

  it('throws the first error by its code, with its facts', async () => {
    const answer = json({ data: null, errors: [{ message: 'no', extensions: { code: 'DEVICE.NOT_FOUND', details: { id: '1' } } }] });
    await expect(readGraphQl(answer)).rejects.toMatchObject({ code: 'DEVICE.NOT_FOUND', details: { id: '1' } });
  });

  it('knows a proxy page for an api that is away', async () => {
    await expect(readGraphQl(new Response('<html>', { status: 502 }))).rejects.toMatchObject({ code: 'PLATFORM.UNAVAILABLE' });
  });

  it('knows an answer that broke off for one that took too long', async () => {
    const body = new ReadableStream({ start: (stream) => stream.error(new DOMException('x', 'TimeoutError')) });
    await expect(readGraphQl(new Response(body))).rejects.toMatchObject({ code: 'PLATFORM.UNAVAILABLE' });
  });

  it('does not take an answer without data for one', async () => {
    await expect(readGraphQl(json({}))).rejects.toMatchObject({ code: 'INTERNAL' });
  });
});

describe('readRest', () => {
  it('gives the body, or null where there is none', async () => {
    expect(await readRest(json({ ok: true }))).toEqual({ ok: true });
    expect(await readRest(new Response(null, { status: 204 }))).toBeNull();
  });

  it('throws by code', async () => {
    await expect(readRest(json({ error: { code: 'AUTH.EMAIL_TAKEN' } }, 409))).rejects.toMatchObject({ code: 'AUTH.EMAIL_TAKEN' });
  });
});

describe('asUnreachable', () => {
  it('names a network fault', () => {
    expect(() => asUnreachable(new TypeError('fetch failed'))).toThrow('NETWORK.UNREACHABLE');
  });

  it('takes a request that waited too long for a platform that does not answer', () => {
    expect(() => asUnreachable(new DOMException('x', 'TimeoutError'))).toThrow('PLATFORM.UNAVAILABLE');
  });

  it('leaves an aborted request alone', () => {
    expect(() => asUnreachable(new DOMException('x', 'AbortError'))).toThrow('x');
  });
});

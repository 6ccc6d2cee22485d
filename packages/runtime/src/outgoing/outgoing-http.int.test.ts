import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { get as tlsGet } from 'node:https';
import type { AddressInfo } from 'node:net';
import { AllowedHosts } from './allowed-hosts.js';
import { OutgoingHttp } from './outgoing-http.js';
import { pinned, publicAddresses } from './resolve-once.js';

/** Global unicast by its prefix, and given out to nobody: nothing is reached by it. */
const NOBODY = { address: '2d00::1', family: 6 };
const HERE = { address: '127.0.0.1', family: 4 };

let server: Server;
let origin: string;
let asked: string[] = [];
let reply: (request: IncomingMessage, response: ServerResponse) => void;
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    reply(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => void (asked = []));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request as AsyncIterable<Buffer>) text += chunk.toString();
  return text;
};
const calling = (limits = { timeoutMs: 5_000, answerBytes: 1_000 }): OutgoingHttp => new OutgoingHttp({ allowed: new AllowedHosts([origin.slice('http://'.length)]), limits });
const fault = (code: string, kind: string) => expect.objectContaining({ code, kind });

describe('a call to where an operator allows', () => {
  it('posts what it is given, and gives what was said, whatever the status', async () => {
    reply = (request, response) => void bodyOf(request).then((text) => response.writeHead(418).end(`${request.headers['content-type']} ${text}`));
    expect(await calling().postJson(`${origin}/hook?key=a`, { text: '停机' })).toEqual({ status: 418, text: 'application/json; charset=utf-8 {"text":"停机"}' });
    expect(asked).toEqual(['/hook?key=a']);
  });

  it.each([301, 302, 303, 307, 308])('does not follow a redirect: %i', async (status) => {
    reply = (_request, response) => void response.writeHead(status, { location: `${origin}/secret` }).end();
    await expect(calling().postJson(`${origin}/moved`, {})).rejects.toEqual(fault('OUTGOING.REDIRECTED', 'invalid'));
    expect(asked).toEqual(['/moved']);
  });

  it('reads no more than it may, and waits no longer', async () => {
    reply = (_request, response) => void response.end('a'.repeat(1_001));
    await expect(calling().postJson(origin, {})).rejects.toEqual(fault('OUTGOING.TOO_LARGE', 'unavailable'));
    reply = (_request, response) => void response.end('a'.repeat(1_000));
    expect((await calling().postJson(origin, {})).text).toHaveLength(1_000);
    reply = (_request, response) => void response.writeHead(200).write('half');
    await expect(calling({ timeoutMs: 200, answerBytes: 1_000 }).postJson(origin, {})).rejects.toEqual(fault('OUTGOING.TIMED_OUT', 'unavailable'));
  });

  it('says what the connection said', async () => {
    reply = (request) => void request.socket.destroy();
    await expect(calling().postJson(origin, {})).rejects.toMatchObject({ code: 'OUTGOING.UNREACHABLE', details: { fault: 'ECONNRESET' } });
  });
});

describe('a call to what is not allowed', () => {
  it.each([
    ['a name of this machine', [HERE]],
    ['a name that is public and of this machine at once', [NOBODY, HERE]],
    ['a name of the link', [{ address: '169.254.169.254', family: 4 }]],
  ])('never reaches %s', async (_what, addresses) => {
    const http = new OutgoingHttp({ resolver: () => Promise.resolve(addresses) });
    await expect(http.postJson('https://robot.example/', {})).rejects.toEqual(fault('OUTGOING.ADDRESS', 'invalid'));
  });

  it('asks a name once, so that one that answers another address the next time gains nothing', async () => {
    let times = 0;
    // The system’s own look-up would lead to this machine, where nothing listens on that port.
    const rebinding = () => Promise.resolve((times += 1) === 1 ? [NOBODY] : [HERE]);
    await expect(new OutgoingHttp({ resolver: rebinding, limits: { timeoutMs: 500, answerBytes: 1 } }).postJson('https://localhost/', {})).rejects.not.toMatchObject({ details: { fault: 'ECONNREFUSED' } });
    expect(times).toBe(1);
  });

  it('gives up a look-up that takes too long, and says of a name without an address that it leads nowhere', async () => {
    const limits = { timeoutMs: 100, answerBytes: 1 };
    await expect(new OutgoingHttp({ resolver: () => new Promise(() => undefined), limits }).postJson('https://robot.example/', {})).rejects.toEqual(fault('OUTGOING.TIMED_OUT', 'unavailable'));
    await expect(publicAddresses('robot.example', () => Promise.resolve([]))).rejects.toEqual(fault('OUTGOING.UNRESOLVED', 'unavailable'));
    await expect(publicAddresses('robot.example', () => Promise.reject(new Error('ENOTFOUND')))).rejects.toEqual(fault('OUTGOING.UNRESOLVED', 'unavailable'));
  });
});

describe('a pinned look-up', () => {
  it('connects to what was looked at, whatever the name says elsewhere', async () => {
    reply = (request, response) => void response.end(request.headers.host);
    const { port } = new URL(origin);
    const answer = await new Promise<IncomingMessage>((resolve, reject) => get(`http://robot.example:${port}/pinned`, { lookup: pinned([HERE]), agent: false }, resolve).on('error', reject));
    expect(await bodyOf(answer)).toBe(`robot.example:${port}`);
    expect(asked).toEqual(['/pinned']);
  });

  it.each([['http', get], ['https', tlsGet]] as const)('leaves a connection that fails on the spot to whoever asked, by %s', async (scheme, ask) => {
    // An address to which no connection is ever made.
    const nowhere = { address: '255.255.255.255', family: 4 };
    const failure = await new Promise<NodeJS.ErrnoException>((resolve) => ask(`${scheme}://robot.example/`, { lookup: pinned([nowhere]), agent: false }).on('error', resolve));
    expect(['ENETUNREACH', 'EACCES', 'EHOSTUNREACH', 'EADDRNOTAVAIL']).toContain(failure.code);
  });
});

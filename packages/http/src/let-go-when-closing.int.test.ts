import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { letGoWhenClosing } from './let-go-when-closing.js';

/** A server whose answer comes when it is told to, and a connection to it. */
async function server() {
  const app = fastify();
  letGoWhenClosing(app);
  let answer: (text: string) => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    app.get('/', () => {
      resolve();
      return new Promise<string>((said) => (answer = said));
    });
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const open = async (): Promise<Socket> => {
    const taken = once(app.server, 'connection');
    const socket = connect({ port, host: '127.0.0.1' });
    await taken;
    return socket;
  };
  return { app, asked, answer: (text: string) => answer(text), open };
}

it('does not wait for who has asked nothing yet', async () => {
  const { app, open } = await server();
  const socket = await open();
  await app.close();
  expect(await text(socket)).toBe('');
});

it('waits for who has, and ends the connection with the answer', async () => {
  const { app, asked, answer, open } = await server();
  const [socket, silent] = [await open(), await open()];
  socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
  await asked;
  const closed = app.close();
  expect(await text(silent)).toBe('');
  answer('whole');
  const [head, body] = (await text(socket)).split('\r\n\r\n');
  expect([head?.toLowerCase().includes('connection: close'), body]).toEqual([true, 'whole']);
  await closed;
});

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message that a robot was given. */
export interface Said {
  readonly path: string;
  readonly body: unknown;
}

/** A chat whose robots stand on this machine. */
export interface ChatServer {
  /** `host:port`, which an operator would have to allow. */
  readonly host: string;
  readonly said: Said[];
  /** What it answers from now on. */
  answer(status: number, body: object): void;
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request as AsyncIterable<Buffer>) text += chunk.toString();
  return JSON.parse(text);
}

/** Starts a chat that takes everything, until it is told otherwise. */
export async function chatServer(): Promise<ChatServer> {
  const said: Said[] = [];
  let reply: [status: number, body: object] = [200, { errcode: 0, errmsg: 'ok' }];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      said.push({ path: request.url ?? '', body });
      response.writeHead(reply[0], { 'content-type': 'application/json' }).end(JSON.stringify(reply[1]));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    said,
    answer: (status, body) => void (reply = [status, body]),
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

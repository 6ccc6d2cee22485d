import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { PeerStream } from './peer-stream.js';

const BACKLOG = 1_024;
const KEEP_ALIVE_MS = 60_000;

/** Where connections come in. */
export interface Listener {
  readonly port: number;
  /** Lets nobody in any more; resolves when those who are in are gone. */
  close(): Promise<void>;
}

/** MQTT is small packets that are waited for. And a dead peer is found even where MQTT's own keep-alive is switched off. */
export function tuned(socket: Socket): Socket {
  socket.setNoDelay(true);
  socket.setKeepAlive(true, KEEP_ALIVE_MS);
  return socket;
}

/** Listens on all interfaces. @param port 0 for any that is free */
export async function listenOnTcp(port: number, take: (stream: PeerStream) => void): Promise<Listener> {
  return listening(createServer((socket) => take(tuned(socket))), port);
}

/** A server that listens, as a {@link Listener}. @throws when the port cannot be had */
export async function listening(server: Server, port: number): Promise<Listener> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, backlog: BACKLOG }, resolve);
  });
  let closed: Promise<void> | undefined;
  return { port: (server.address() as AddressInfo).port, close: () => (closed ??= new Promise((resolve) => server.close(() => resolve()))) };
}

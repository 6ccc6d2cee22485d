import type { Log } from '@tenon/runtime';
import type { ServerOptions } from 'graphql-ws';
import { useServer, type Extra } from 'graphql-ws/use/ws';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { LIMITS } from './limits.js';

const PATH = '/graphql';

/**
 * Serves subscriptions on the server's one path for WebSockets; an upgrade anywhere else is cut. A message larger than
 * an operation can be closes its socket with 1009, before anybody is asked who they are.
 * @returns what closes every socket
 */
export function serveSockets(http: Server, options: ServerOptions<Record<string, unknown>, Extra>, log: Log): () => Promise<void> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LIMITS.messageBytes });
  const { dispose } = useServer(options, sockets);
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    // Node hands the socket over bare: without a listener, a peer that resets it would end the process.
    socket.on('error', () => socket.destroy());
    if (request.url?.split('?', 1)[0] !== PATH) return void socket.destroy();
    sockets.handleUpgrade(request, socket, head, (opened) => {
      sockets.emit('connection', opened, request);
      // In place of graphql-ws's own, which writes to the console whatever a stranger sends; ws closes the socket itself.
      opened.removeAllListeners('error').on('error', (error) => log.debug('live.socket-broken', { error }));
    });
  };
  http.on('upgrade', upgrade);
  return async () => {
    http.off('upgrade', upgrade);
    await dispose();
  };
}

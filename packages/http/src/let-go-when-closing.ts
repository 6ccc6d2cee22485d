import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Ends connections once the server closes, which would wait for them otherwise as long as their clients like. Idle ones Fastify ends itself; one whose request was under
 * way is ended with its answer; one on which nothing was asked yet, at once.
 */
export function letGoWhenClosing(app: FastifyInstance): void {
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (!app.server.listening) reply.header('connection', 'close');
    done(null, payload);
  });
  const endSilent = followSilent(app.server);
  app.addHook('preClose', (done) => {
    endSilent();
    done();
  });
}

/**
 * Node counts a connection as busy until its first request was answered. Browsers open some in advance, and so does Node's own `fetch` after an answer was broken off.
 * @returns what ends those on which nothing has come, and from then on whichever is opened
 */
function followSilent(server: Server): () => void {
  const open = new Set<Socket>();
  let isClosing = false;
  server.on('connection', (socket: Socket) => {
    if (isClosing) {
      socket.destroy();
      return;
    }
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return () => {
    isClosing = true;
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
  };
}

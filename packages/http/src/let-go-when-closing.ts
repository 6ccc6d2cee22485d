import type { FastifyInstance } from 'fastify';

/**
 * Ends a connection with the answer to its last request once the server closes. Idle ones Fastify ends itself; one whose request was under
 * way would be kept for the next, and the closing server would wait for it as long as its client likes.
 */
export function letGoWhenClosing(app: FastifyInstance): void {
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (!app.server.listening) reply.header('connection', 'close');
    done(null, payload);
  });
}

import { toAppError } from '@tenon/kernel';
import type { Registry } from '@tenon/runtime';
import type { FastifyInstance } from 'fastify';

export interface HealthOptions {
  /** Resolves when the process can do its work; what it throws is shown as the reason it cannot. */
  readonly ready: () => Promise<void>;
  readonly metrics: Registry;
}

/** `/healthz`: the process lives. `/readyz`: it can work, or why not. `/metrics`: its figures, for Prometheus. */
export function registerHealth(server: FastifyInstance, { ready, metrics }: HealthOptions): void {
  server.get('/healthz', async () => ({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    try {
      await ready();
      return { status: 'ready' };
    } catch (error) {
      return reply.status(503).send({ status: 'not-ready', code: toAppError(error).code });
    }
  });
  server.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.metrics()));
}

import { describe, expect, it } from '@jest/globals';
import { unavailable } from '@tenon/kernel';
import { createMetrics } from '@tenon/runtime';
import { fastify } from 'fastify';
import { registerHealth } from './health.js';

describe('registerHealth', () => {
  it('is alive whether or not it can work, and says by code why it cannot', async () => {
    const server = fastify();
    let isAway = true;
    registerHealth(server, { ready: async () => { if (isAway) throw unavailable('DB.UNAVAILABLE', 'away'); }, metrics: createMetrics('test') });
    const ask = async (url: string): Promise<[number, unknown]> => {
      const answer = await server.inject(url);
      return [answer.statusCode, answer.json()];
    };
    expect(await ask('/readyz')).toEqual([503, { status: 'not-ready', code: 'DB.UNAVAILABLE' }]);
    expect(await ask('/healthz')).toEqual([200, { status: 'ok' }]);
    isAway = false;
    expect(await ask('/readyz')).toEqual([200, { status: 'ready' }]);
    expect((await server.inject('/metrics')).body).toContain('process_resident_memory_bytes{service="test"}');
  });
});

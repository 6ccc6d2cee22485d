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
    const origin = await server.listen({ port: 0, host: '127.0.0.1' });
    const ask = async (path: string): Promise<[number, unknown]> => {
      const answer = await fetch(origin + path);
      return [answer.status, await answer.json()];
    };
    expect(await ask('/readyz')).toEqual([503, { status: 'not-ready', code: 'DB.UNAVAILABLE' }]);
    expect(await ask('/healthz')).toEqual([200, { status: 'ok' }]);
    isAway = false;
    expect(await ask('/readyz')).toEqual([200, { status: 'ready' }]);
    expect(await (await fetch(`${origin}/metrics`)).text()).toContain('process_resident_memory_bytes{service="test"}');
    await server.close();
  });
});

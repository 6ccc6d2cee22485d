import { describe, expect, it } from '@jest/globals';
import { createLog } from '@tenon/runtime';
import { createServer, type AddressInfo } from 'node:net';
import pg from 'pg';
import { newApiKeySecret } from './api-key-secret.js';
import { KeyUse } from './key-use.js';
import { PresentedKeyResolver } from './presented-key-resolver.js';

/** A port where nobody listens any more. */
async function silentPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('an API key', () => {
  it('is not called unknown while the database is away', async () => {
    const pool = new pg.Pool({ host: '127.0.0.1', port: await silentPort() });
    const resolver = new PresentedKeyResolver(pool, new KeyUse(pool, createLog({ name: 'test', level: 'silent' })));
    await expect(resolver.resolve(newApiKeySecret())).rejects.toMatchObject({ code: 'DB.UNAVAILABLE' });
    await expect(resolver.resolve('no key')).rejects.toMatchObject({ code: 'AUTH.KEY_INVALID' });
    await pool.end();
  });
});

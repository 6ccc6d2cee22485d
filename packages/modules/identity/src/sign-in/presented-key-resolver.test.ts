import { describe, expect, it } from '@jest/globals';
import { ApiCalls } from '@tenon/billing';
import { openDatabase } from '@tenon/db';
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
    const port = await silentPort();
    const pool = new pg.Pool({ host: '127.0.0.1', port });
    const log = createLog({ name: 'test', level: 'silent' });
    const database = openDatabase({ databaseUrl: `postgresql://nobody@127.0.0.1:${port}/nothing`, log });
    const resolver = new PresentedKeyResolver(pool, new KeyUse(pool, log), new ApiCalls(database.tenant, log));
    await expect(resolver.resolve(newApiKeySecret())).rejects.toMatchObject({ code: 'DB.UNAVAILABLE' });
    await expect(resolver.resolve('no key')).rejects.toMatchObject({ code: 'AUTH.KEY_INVALID' });
    await Promise.all([pool.end(), database.close()]);
  });
});

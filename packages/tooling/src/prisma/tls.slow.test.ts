import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { chmod, chown, copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { unprivilegedAccount } from '../postgres/account.mjs';
import { resolveConnection } from './connection-url.mjs';
import { withClient } from './database-admin.mjs';
import { runPrisma } from './run-prisma.mjs';
import { newPrismaProject } from './testing/prisma-project.js';
import { startScratchCluster } from './testing/scratch-cluster.js';
import type { ScratchCluster } from './testing/scratch-cluster.js';

jest.setTimeout(300_000);

const fixture = (name: string) => fileURLToPath(new URL(`./testing/tls/${name}`, import.meta.url));
const ROOT = `sslrootcert=${fixture('ca.crt')}`;
const OTHER_ROOT = `sslrootcert=${fixture('other-ca.crt')}`;

let cluster: ScratchCluster;

beforeAll(async () => {
  cluster = await startScratchCluster();
  const key = join(cluster.folder, 'server.key');
  await copyFile(fixture('server.key'), key);
  await chmod(key, 0o600); // PostgreSQL refuses a key that others can read
  const account = unprivilegedAccount();
  if (account) await chown(key, account.uid, account.gid);
  const certificate = join(cluster.folder, 'server.crt'); // a copy: the checkout may be out of the account's reach
  await copyFile(fixture('server.crt'), certificate);
  for (const [name, value] of [['ssl_cert_file', certificate], ['ssl_key_file', key], ['ssl', 'on']]) {
    await cluster.admin(`ALTER SYSTEM SET ${name} = '${value}'`);
  }
  await cluster.admin('SELECT pg_reload_conf()');
  while ((await cluster.admin<{ ssl: string }>('SHOW ssl'))[0]?.ssl !== 'on') await sleep(20);
});
afterAll(() => cluster.stop());

/** The certificate is for localhost; 127.0.0.1 is the same server under a wrong name. */
function urlFor(host: string, query: string): string {
  const url = Object.assign(new URL(cluster.newDatabaseUrl()), { hostname: host, search: query });
  return url.toString();
}

async function isEncrypted(host: string, query: string): Promise<boolean> {
  const { config } = await resolveConnection(urlFor(host, query));
  return withClient({ ...config, database: 'postgres' }, async (client) => {
    const { rows } = await client.query('SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()');
    return rows[0].ssl;
  });
}

describe('sslmode', () => {
  it.each([
    ['localhost', 'sslmode=disable', false],
    ['127.0.0.1', 'sslmode=prefer', true],
    ['127.0.0.1', 'sslmode=require', true],
    ['127.0.0.1', `sslmode=require&${ROOT}`, true],
    ['127.0.0.1', `sslmode=verify-ca&${ROOT}`, true],
    ['localhost', `sslmode=verify-full&${ROOT}`, true],
  ])('%s, %s: connects, encrypted %s', async (host, query, expected) => {
    expect(await isEncrypted(host, query)).toBe(expected);
  });

  it.each([
    ['127.0.0.1', `sslmode=verify-full&${ROOT}`, 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['localhost', `sslmode=verify-full&${OTHER_ROOT}`, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['localhost', `sslmode=verify-ca&${OTHER_ROOT}`, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['localhost', `sslmode=require&${OTHER_ROOT}`, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['localhost', `sslmode=prefer&${OTHER_ROOT}`, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['localhost', 'sslmode=verify-full', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ])('%s, %s: refuses the server', async (host, query, code) => {
    await expect(isEncrypted(host, query)).rejects.toMatchObject({ code });
  });

  it('holds for the CLI’s commands, in the shadow database too', async () => {
    const project = await newPrismaProject();
    const good = urlFor('localhost', `sslmode=verify-full&${ROOT}`);
    const run = (databaseUrl: string, ...args: string[]) => runPrisma(args, { databaseUrl, cwd: project.cwd });
    expect(await run(good, 'migrate', 'deploy')).toMatchObject({ exitCode: 0 });
    const diff = ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema', '--exit-code'];
    expect(await run(good, ...diff)).toMatchObject({ exitCode: 0 });
    const wrongName = Object.assign(new URL(good), { hostname: '127.0.0.1' }).toString();
    expect(await run(wrongName, 'migrate', 'deploy')).toMatchObject({ exitCode: 1, output: expect.stringContaining('P1011') });
    await project.remove();
  });
});

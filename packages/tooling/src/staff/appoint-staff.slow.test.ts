import { afterAll, expect, it, jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { programFile } from '../bundler/programs.mjs';
import { environment } from '../cli/env.mjs';
import { createTerminal } from '../cli/terminal.mjs';
import { withDatabase } from '../commands/reach-database.mjs';
import { openCluster, provisionDatabase, removeDataFolder } from '../postgres/index.mjs';

jest.setTimeout(300_000);

const terminal = createTerminal({ out: new PassThrough().resume() });
const dataDir = mkdtempSync(path.join(tmpdir(), 'tenon-staff-'));
afterAll(() => removeDataFolder(dataDir));

const SCRIPT = programFile('api', 'appoint-staff');

/** Runs the command as the container does: with the address of the database, and nothing else of the platform. */
async function command(databaseUrl: string, args: readonly string[], input: string): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, [SCRIPT, ...args], { env: { PATH: environment()['PATH'], DATABASE_URL: databaseUrl }, stdio: 'pipe' });
  child.stdin.end(input);
  const [said, complaint] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code: child.exitCode ?? 1, said: said + complaint };
}

it('the database is started for the work when the platform is stopped, with this version’s tables, and stopped again', async () => {
  const cluster = await openCluster({ dataDir, isDurable: false });
  const server = await cluster.start();
  await provisionDatabase({ superuserUrl: cluster.superuserUrl, database: 'tenon', role: 'tenon', password: await cluster.passwordOf('tenon'), extensions: ['pg_stat_statements', 'pg_trgm'] });
  await server.stop();
  cluster.close();
  const result = await withDatabase({ config: { databaseUrl: undefined, dataDir }, terminal }, (url) => command(url, ['--email', 'chief@example.com', '--password-stdin'], 'a chosen long secret\n'));
  expect(result).toEqual({ code: 0, said: 'chief@example.com is root of the platform office.\n' });
  expect(existsSync(path.join(dataDir, 'supervisor.lock'))).toBe(false);
  const reopened = await openCluster({ dataDir, isDurable: false });
  reopened.close();
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { environment } from '../cli/env.mjs';
import { createTerminal } from '../cli/terminal.mjs';
import { REPOSITORY } from '../cli/repository.mjs';
import { openCluster, provisionDatabase, removeDataFolder } from '../postgres/index.mjs';
import { withDatabase } from '../commands/reach-database.mjs';

const SCRIPT = path.join(REPOSITORY, 'apps/api/dist/appoint-staff.js');

/** Runs the command as the container does: with the address of the database, and nothing else of the platform. */
async function command(databaseUrl: string, args: readonly string[], input = ''): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, [SCRIPT, ...args], { env: { PATH: environment()['PATH'], DATABASE_URL: databaseUrl }, stdio: 'pipe' });
  child.stdin.end(input);
  const [said, complaint] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code: child.exitCode ?? 1, said: said + complaint };
}

describe('the command that appoints staff', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  const staff = (): Promise<{ email: string; role: string; sessions: number }[]> =>
    database.sql(`SELECT u.email, s.role, (SELECT count(*)::int FROM auth.session e WHERE e."userId" = u.id) AS sessions FROM platform_staff s JOIN auth."user" u ON u.id = s.user_id ORDER BY u.email`);

  it('makes the first person of the office and says their password, once', async () => {
    const first = await command(database.databaseUrl, ['--email', 'Chief@example.com', '--name', '王工']);
    expect(first).toEqual({ code: 0, said: expect.stringMatching(/is root of the platform office\.\nPassword: \S{20}\n/) });
    expect(await staff()).toEqual([{ email: 'chief@example.com', role: 'root', sessions: 0 }]);
    const again = await command(database.databaseUrl, ['--email', 'chief@example.com', '--role', 'review']);
    expect(again).toEqual({ code: 0, said: expect.stringContaining('The password stays as it was.') });
    expect(await staff()).toEqual([{ email: 'chief@example.com', role: 'review', sessions: 0 }]);
  });

  it('takes a password by standard input, and shows it to nobody', async () => {
    const { code, said } = await command(database.databaseUrl, ['--email', 'x@example.com', '--role', 'support', '--password-stdin'], 'a chosen long secret\n');
    expect([code, said]).toEqual([0, expect.not.stringContaining('secret')]);
    expect(await command(database.databaseUrl, ['--email', 'y@example.com', '--password-stdin'], 'short\n')).toEqual({ code: 1, said: expect.stringContaining('AUTH.WEAK_PASSWORD') });
    expect((await staff()).map(({ email }) => email)).toEqual(['chief@example.com', 'x@example.com']);
  });

  it.each([
    [['--email', 'nobody'], 'AUTH.EMAIL_MALFORMED'],
    [['--email', 'z@example.com', '--role', 'owner'], 'STAFF.ROLE'],
    [[], 'STAFF.ARGUMENTS'],
  ])('refuses %j in words', async (args, code) => {
    expect(await command(database.databaseUrl, args)).toEqual({ code: 1, said: expect.stringContaining(code) });
  });
});

describe('the database it works on', () => {
  const terminal = createTerminal({ out: new PassThrough().resume() });
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tenon-staff-'));
  afterAll(() => removeDataFolder(dataDir));

  it('is the one that DATABASE_URL names, before any other', async () => {
    expect(await withDatabase({ config: { databaseUrl: 'postgresql://named', dataDir }, terminal }, (url) => Promise.resolve(url))).toBe('postgresql://named');
  });

  it('must be there', async () => {
    await expect(withDatabase({ config: { databaseUrl: undefined, dataDir }, terminal }, () => Promise.resolve())).rejects.toThrow(/no platform in the data folder/);
    expect(existsSync(path.join(dataDir, 'postgres.json'))).toBe(false);
  });

  it('is started for the work when the platform is stopped, with this version’s tables, and stopped again', async () => {
    const cluster = await openCluster({ dataDir, isDurable: false });
    const server = await cluster.start();
    await provisionDatabase({ superuserUrl: cluster.superuserUrl, database: 'tenon', role: 'tenon', password: await cluster.passwordOf('tenon'), extensions: ['pg_stat_statements', 'pg_trgm'] });
    await server.stop();
    cluster.close();
    const result = await withDatabase({ config: { databaseUrl: undefined, dataDir }, terminal }, (url) => command(url, ['--email', 'chief@example.com']));
    expect(result).toEqual({ code: 0, said: expect.stringContaining('Password: ') });
    expect(existsSync(path.join(dataDir, 'supervisor.lock'))).toBe(false);
    const reopened = await openCluster({ dataDir, isDurable: false });
    reopened.close();
  });
});

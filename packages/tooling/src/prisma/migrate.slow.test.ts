import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { withAdvisoryLock } from './advisory-lock.mjs';
import { MigrationError, migrateDeploy, pendingMigrations } from './migrate.mjs';
import { runPrisma } from './run-prisma.mjs';
import { newPrismaProject } from './testing/prisma-project.js';
import type { PrismaProject } from './testing/prisma-project.js';
import { startScratchCluster } from './testing/scratch-cluster.js';
import type { ScratchCluster } from './testing/scratch-cluster.js';

jest.setTimeout(300_000);

let cluster: ScratchCluster;
let project: PrismaProject;
let databaseUrl: string;

beforeAll(async () => {
  cluster = await startScratchCluster();
});
afterAll(() => cluster.stop());
beforeEach(async () => {
  project = await newPrismaProject();
  databaseUrl = cluster.newDatabaseUrl();
});
afterEach(() => project.remove());

const deploy = (onLine?: (line: string) => void) => migrateDeploy({ databaseUrl, cwd: project.cwd, onLine });
const pending = () => pendingMigrations({ databaseUrl, migrationsDir: project.migrationsDir });

describe('pendingMigrations', () => {
  it('is all of them, in order, where the database is missing or empty', async () => {
    await project.addMigration('20230101000000_earlier', 'SELECT 1;');
    const all = ['20230101000000_earlier', '20240101000000_site'];
    expect(await pending()).toEqual(all);
    await cluster.admin(`CREATE DATABASE ${new URL(databaseUrl).pathname.slice(1)}`);
    expect(await pending()).toEqual(all);
  });

  it('is what the database lacks', async () => {
    await deploy();
    expect(await pending()).toEqual([]);
    await project.addMigration('20240102000000_next', 'SELECT 1;');
    expect(await pending()).toEqual(['20240102000000_next']);
  });

  it('counts a failed migration and one that was rolled back', async () => {
    await project.addMigration('20240102000000_bad', 'SELECT 1/0;');
    await expect(deploy()).rejects.toThrow(MigrationError);
    expect(await pending()).toEqual(['20240102000000_bad']);
    await runPrisma(['migrate', 'resolve', '--rolled-back', '20240102000000_bad'], { databaseUrl, cwd: project.cwd });
    expect(await pending()).toEqual(['20240102000000_bad']);
  });

  it('is nothing where the database is ahead of the folder', async () => {
    await project.addMigration('20240102000000_next', 'SELECT 1;');
    await deploy();
    await project.removeMigration('20240102000000_next');
    expect(await pending()).toEqual([]);
  });

  it('looks in the schema that the URL names', async () => {
    await deploy();
    expect(await pendingMigrations({ databaseUrl: `${databaseUrl}?schema=other`, migrationsDir: project.migrationsDir })).toEqual(['20240101000000_site']);
  });

  it('fails where the server refuses, rather than call everything pending', async () => {
    await deploy();
    const wrong = Object.assign(new URL(databaseUrl), { password: 'wrong' }).toString();
    await expect(pendingMigrations({ databaseUrl: wrong, migrationsDir: project.migrationsDir })).rejects.toThrow('password authentication failed');
  });
});

describe('migrateDeploy', () => {
  it('creates the database and tells what it applied; the second time it does not even start the CLI', async () => {
    const lines: string[] = [];
    expect(await deploy((line) => lines.push(line))).toEqual({ applied: ['20240101000000_site'] });
    expect(lines).toContain('All migrations have been successfully applied.');
    lines.length = 0;
    expect(await deploy((line) => lines.push(line))).toEqual({ applied: [] });
    expect(lines).toEqual([]);
  });

  it('reaches a server without TLS under sslmode=prefer', async () => {
    databaseUrl += '?sslmode=prefer';
    expect((await deploy()).applied).toHaveLength(1);
  });

  it('applies once when several deploy at one moment, an index built concurrently included', async () => {
    await project.addMigration('20240102000000_fill', `INSERT INTO "Site" SELECT n, 'site' FROM generate_series(1, 1000) n;`);
    await project.addMigration('20240103000000_index', 'CREATE INDEX CONCURRENTLY site_name ON "Site" (name);');
    const outcomes = await Promise.all([deploy(), deploy(), deploy()]);
    expect(outcomes.map(({ applied }) => applied.length).sort()).toEqual([0, 0, 3]);
    expect(await cluster.sql(databaseUrl, 'SELECT count(*)::int AS rows FROM _prisma_migrations')).toEqual([{ rows: 3 }]);
    expect(await cluster.sql(databaseUrl, "SELECT indisvalid FROM pg_index WHERE indexrelid = 'site_name'::regclass")).toEqual([{ indisvalid: true }]);
  });

  it('throws with all that the CLI said', async () => {
    await project.addMigration('20240102000000_bad', 'SELECT 1/0;');
    await expect(deploy()).rejects.toMatchObject({ name: 'MigrationError', output: expect.stringContaining('division by zero') });
    await expect(deploy()).rejects.toThrow('P3009');
  });

  it('throws when the CLI was content but something is still pending', async () => {
    const other = await newPrismaProject();
    await other.addMigration('20240102000000_only_here', 'SELECT 1;');
    const deployed = migrateDeploy({ databaseUrl, cwd: project.cwd, migrationsDir: other.migrationsDir });
    await expect(deployed).rejects.toThrow('left unapplied: 20240102000000_only_here');
    await other.remove();
  });
});

describe('withAdvisoryLock', () => {
  it('is held by one session at a time, and free after an error', async () => {
    await deploy();
    const clients = [new pg.Client(databaseUrl), new pg.Client(databaseUrl)] as const;
    await Promise.all(clients.map((client) => client.connect()));
    const [first, second] = clients;
    await withAdvisoryLock(first, 'test', 0, async () => {
      await expect(withAdvisoryLock(second, 'test', 300, async () => 'never')).rejects.toThrow('The lock "test" was not free within 0.3 s.');
      expect(await withAdvisoryLock(second, 'another', 0, async () => 'free')).toBe('free');
    });
    await expect(withAdvisoryLock(first, 'test', 0, () => Promise.reject(new Error('work')))).rejects.toThrow('work');
    expect(await withAdvisoryLock(second, 'test', 0, async () => 'free again')).toBe('free again');
    await Promise.all(clients.map((client) => client.end()));
  });
});

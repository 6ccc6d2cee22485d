import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import * as postgres from './index.mjs';

/** A loaded machine takes seconds where an idle one takes tenths. */
jest.setTimeout(120_000);

const { provisionDatabase } = postgres;

async function ask<Row extends pg.QueryResultRow>(connectionString: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the bundled PostgreSQL', () => {
  let dataDir: string;
  /** What a failed test leaves running would hold up the whole suite. */
  let leftovers: (() => Promise<void>)[];

  async function startPostgres(folder = dataDir) {
    const running = await postgres.startPostgres({ dataDir: folder, isDurable: false });
    leftovers.push(running.stop);
    return running;
  }

  async function openCluster(isDurable: boolean) {
    const cluster = await postgres.openCluster({ dataDir, isDurable });
    const start = async () => {
      const server = await cluster.start();
      leftovers.push(server.stop);
      return server;
    };
    return { ...cluster, start };
  }

  beforeEach(() => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'tenon-pg-'));
    leftovers = [];
    chmodSync(dataDir, 0o711); // root's unprivileged account stays inside it, and goes with it
  });
  afterEach(async () => {
    await Promise.all(leftovers.map((stop) => stop()));
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('keeps what was written over a kill -9 of the server, on the same port', async () => {
    const cluster = await openCluster(true);
    const first = await cluster.start();
    const port = cluster.port();
    const url = cluster.superuserUrl('postgres');
    await ask(url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    process.kill(first.pid, 'SIGKILL');
    expect(await first.exited).toBe('signal SIGKILL');
    const second = await cluster.start();
    expect(cluster.port()).toBe(port);
    expect(await ask(url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await second.stop();
    cluster.close();
  });

  it('starts again although a busy process outlived its killed postmaster', async () => {
    const cluster = await openCluster(false);
    const first = await cluster.start();
    const busy = ask(cluster.superuserUrl('postgres'), 'SELECT count(*) FROM generate_series(1, 2000000000)').catch(() => []);
    while ((await ask(cluster.superuserUrl('postgres'), `SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%generate_series(1, 2000000000)' AND pid <> pg_backend_pid()`)).length === 0);
    process.kill(first.pid, 'SIGKILL');
    await first.exited;
    const second = await cluster.start();
    await busy;
    expect(await ask(cluster.superuserUrl('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second.stop();
    cluster.close();
  });

  it('is one to a folder, and says who has it', async () => {
    const running = await startPostgres();
    await expect(startPostgres()).rejects.toThrow(new RegExp(`in use by another start \\(process ${process.pid}\\)`));
    await running.stop();
    const again = await startPostgres();
    expect(again.port).toBe(running.port);
    await again.stop();
  });

  it('runs beside another, and removes all of itself when told', async () => {
    const other = mkdtempSync(path.join(tmpdir(), 'tenon-pg-'));
    const [a, b] = await Promise.all([startPostgres(), startPostgres(other)]);
    expect(a.port).not.toBe(b.port);
    await ask(a.urlFor('postgres'), 'CREATE TABLE only_here ()');
    expect(await ask(b.urlFor('postgres'), "SELECT to_regclass('only_here') AS found")).toEqual([{ found: null }]);
    await Promise.all([a.destroy(), b.destroy()]);
    expect(() => statSync(other)).toThrow('ENOENT');
  });

  it('gives the platform a role that is no superuser, and finds Chinese by its parts', async () => {
    const running = await startPostgres();
    const wanted = { superuserUrl: running.urlFor, database: 'tenon', role: 'tenon', password: 'a b/c', extensions: ['pg_trgm', 'pg_stat_statements'] };
    await provisionDatabase(wanted);
    await provisionDatabase(wanted);
    const url = new URL(running.urlFor('tenon'));
    Object.assign(url, { username: 'tenon', password: 'a b/c' });
    const [row] = await ask<Record<string, unknown>>(
      url.toString(),
      `SELECT rolsuper, rolcreaterole, similarity('注塑机三号', '注塑机') > 0.3 AS similar, upper('é') AS upper,
              current_setting('dynamic_shared_memory_type') AS shared_memory
         FROM pg_roles WHERE rolname = current_user`,
    );
    expect(row).toEqual({ rolsuper: false, rolcreaterole: true, similar: true, upper: 'É', shared_memory: 'mmap' });
    await running.stop();
  });

  it('keeps its passwords to its owner, and lets nobody in without one', async () => {
    const running = await startPostgres();
    expect(statSync(path.join(dataDir, 'postgres.json')).mode & 0o777).toBe(0o600);
    const url = new URL(running.superuserUrl);
    url.password = 'guess';
    await expect(ask(url.toString(), 'SELECT 1')).rejects.toThrow('password authentication failed');
    await running.stop();
  });

  it('refuses the files of another major version, with both named', async () => {
    const running = await startPostgres();
    await running.stop();
    const { clusterDir } = JSON.parse(readFileSync(path.join(dataDir, 'postgres.json'), 'utf8')) as { clusterDir: string };
    writeFileSync(path.join(path.resolve(dataDir, clusterDir), 'PG_VERSION'), '16\n');
    await expect(startPostgres()).rejects.toThrow(/made by PostgreSQL 16; this Tenon brings PostgreSQL 18/);
  });

  it('does not begin anew in silence when its files are gone', async () => {
    const running = await startPostgres();
    await running.stop();
    const { clusterDir } = JSON.parse(readFileSync(path.join(dataDir, 'postgres.json'), 'utf8')) as { clusterDir: string };
    rmSync(path.resolve(dataDir, clusterDir), { recursive: true });
    await expect(startPostgres()).rejects.toThrow(/is not there any more/);
  });
});

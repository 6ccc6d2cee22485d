import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { unprivilegedAccount } from './account.mjs';
import { startPostgres } from './index.mjs';
import { newClusterDir, systemRoot } from './place.mjs';
import { canEnter, versionLine } from './reach.mjs';

/** A loaded machine takes seconds where an idle one takes tenths. */
jest.setTimeout(120_000);

const isRoot = process.getuid?.() === 0;
const title = 'root, in a folder that nobody else can enter';
/** The title carries the reason, because a skipped test says nothing else. */
const describeForRoot = isRoot ? describe : describe.skip;

describeForRoot(isRoot ? title : `${title} (skipped: only root runs PostgreSQL as another account)`, () => {
  let closed: string;
  let dataDir: string;
  let said: string[];
  let undo: (() => Promise<void> | void)[];
  const say = (line: string) => void said.push(line);

  beforeEach(() => {
    closed = mkdtempSync(path.join(tmpdir(), 'tenon-closed-'));
    chmodSync(closed, 0o700);
    dataDir = path.join(closed, 'data');
    mkdirSync(dataDir, { mode: 0o755 });
    said = [];
    undo = [];
  });
  afterEach(async () => {
    for (const each of undo.reverse()) await each();
    rmSync(closed, { recursive: true, force: true });
  });

  it('knows by trying what its account can enter and run', () => {
    const account = unprivilegedAccount();
    const program = path.join(closed, 'true');
    cpSync('/bin/true', program);
    expect(canEnter(account, dataDir)).toBe(false);
    expect(canEnter(null, dataDir)).toBe(true);
    expect(versionLine(account, program)).toBeNull();
    expect(versionLine(null, program)).toContain('true');
  });

  it('has a place of the system that its account can enter and not write to', () => {
    const account = unprivilegedAccount();
    const root = systemRoot(account);
    if (root.startsWith(tmpdir())) undo.push(() => rmSync(root, { recursive: true }));
    expect(canEnter(account, root)).toBe(true);
    expect(statSync(root)).toMatchObject({ uid: 0 });
    expect(statSync(root).mode & 0o022).toBe(0);
  });

  it('puts the database outside, says where and why, and opens nothing', async () => {
    const running = await startPostgres({ dataDir, say });
    undo.push(running.destroy);
    const { clusterDir } = JSON.parse(readFileSync(path.join(dataDir, 'postgres.json'), 'utf8')) as { clusterDir: string };
    expect(path.isAbsolute(clusterDir)).toBe(true);
    expect(clusterDir.startsWith(closed)).toBe(false);
    expect(said).toContainEqual(expect.stringContaining(`The database is kept in ${path.dirname(clusterDir)}: PostgreSQL cannot run as root`));
    expect(statSync(closed).mode & 0o777).toBe(0o700);
    expect(statSync(dataDir).mode & 0o777).toBe(0o755);
    expect(statSync(clusterDir)).toMatchObject({ uid: unprivilegedAccount()?.uid });
    const client = new pg.Client({ connectionString: running.superuserUrl });
    await client.connect();
    expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await client.end();
    await running.destroy();
    undo.pop();
    expect(existsSync(path.dirname(clusterDir))).toBe(false);
  });

  it('sets aside, and does not reuse, what a removed data folder left outside', async () => {
    const account = unprivilegedAccount();
    const place = () => newClusterDir({ dataDir, account, isThrowAway: false, say });
    const first = await place();
    undo.push(() => rmSync(path.dirname(first), { recursive: true, force: true }));
    mkdirSync(first);
    writeFileSync(path.join(first, 'PG_VERSION'), '18\n');
    expect(await place()).toBe(first);
    expect(existsSync(first)).toBe(false);
    const aside = /set aside in (\S+);/.exec(said.join('\n'))?.[1] ?? '';
    undo.push(() => rmSync(aside, { recursive: true, force: true }));
    expect(readFileSync(path.join(aside, 'postgres', 'PG_VERSION'), 'utf8')).toBe('18\n');
  });
});

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { provisionDatabase, removeDataFolder, startPostgres } from '../postgres/index.mjs';
import { openCluster } from '../postgres/open-cluster.mjs';
import { restore } from '../restore/restore.mjs';
import { backupName, backupsIn, prune, readBackup } from './backup-file.mjs';
import { restoreBackup } from './restore-backup.mjs';
import { takeBackup } from './take-backup.mjs';
import { verifyBackup } from './verify-backup.mjs';

/** Servers are started, and a loaded machine takes seconds where an idle one takes tenths. */
jest.setTimeout(120_000);

const SECRET = 'ab'.repeat(32);
const silent = { say: () => undefined, warn: () => undefined, step: () => ({ note: () => undefined, done: () => undefined, fail: () => undefined }), isPainted: false, bold: String, dim: String };

/** A person who writes one row after another, and knows which were acknowledged. */
class Writer {
  acknowledged = 0;
  private isOver = false;
  private readonly work: Promise<void>;

  constructor(private readonly client: pg.Client) {
    client.on('error', () => undefined); // `work` says so
    this.work = this.write();
    this.work.catch(() => undefined); // said by whoever ends it
  }

  private async write(): Promise<void> {
    while (!this.isOver) {
      const next = this.acknowledged + 1;
      await this.client.query(`INSERT INTO reading (id, body) VALUES ($1::int, repeat('x', 2000) || $1::int)`, [next]);
      this.acknowledged = next;
      this.client.emit('acknowledged');
    }
  }

  async until(count: number): Promise<void> {
    while (this.acknowledged < count) await Promise.race([this.work, new Promise((resolve) => this.client.once('acknowledged', resolve))]);
  }

  async end(): Promise<void> {
    this.isOver = true;
    await this.work;
    await this.client.end();
  }
}

let folder: string;
let dataDir: string;
let home: string;
let backup: string;
let [before, after] = [0, 0];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenon-backup-'));
  [dataDir, home] = [path.join(folder, 'data'), path.join(folder, 'backups')];
  mkdirSync(dataDir);
  writeFileSync(path.join(dataDir, 'secret'), `${SECRET}\n`, { mode: 0o600 });
  const cluster = await openCluster({ dataDir, isDurable: false });
  const server = await cluster.start();
  await provisionDatabase({ superuserUrl: cluster.superuserUrl, database: 'tenon', role: 'tenon', password: await cluster.passwordOf('tenon'), extensions: [] });
  const client = new pg.Client({ connectionString: await cluster.roleUrl('tenon', 'tenon') });
  await client.connect();
  await client.query('CREATE TABLE reading (id int PRIMARY KEY, body text NOT NULL)');
  const writer = new Writer(client);
  await writer.until(200);
  before = writer.acknowledged;
  backup = await takeBackup({ dataDir, home });
  await writer.until(writer.acknowledged + 50);
  await writer.end();
  after = writer.acknowledged;
  await server.stop();
  cluster.close();
});
afterAll(async () => {
  await removeDataFolder(dataDir);
  await removeDataFolder(folder);
});

/** A backup like ours, of which something was changed. */
function changed(change: (folder: string) => void): string {
  const copy = path.join(mkdtempSync(path.join(folder, 'changed-')), path.basename(backup));
  cpSync(backup, copy, { recursive: true });
  change(copy);
  return copy;
}

const newFolder = (): string => path.join(mkdtempSync(path.join(folder, 'restored-')), 'data');

describe('a backup of a database that is written to', () => {
  it('is for its owner alone and says what it is', () => {
    expect(statSync(backup).mode & 0o077).toBe(0);
    expect(readdirSync(backup).every((name) => (statSync(path.join(backup, name)).mode & 0o077) === 0)).toBe(true);
    expect(readBackup(backup)).toMatchObject({ format: 1, postgres: 18, startLsn: expect.stringMatching(/^[0-9A-F]+\/[0-9A-F]+$/), endLsn: expect.stringMatching(/^[0-9A-F]+\/[0-9A-F]+$/), verifiedAt: null });
    expect(backupsIn(home)).toEqual([backup]);
  });

  it('holds everything that was acknowledged before, and of what came meanwhile all up to one moment', async () => {
    const target = newFolder();
    await restoreBackup({ backup, dataDir: target, isThrowAway: true });
    expect(readFileSync(path.join(target, 'secret'), 'utf8').trim()).toBe(SECRET);
    const cluster = await openCluster({ dataDir: target, isDurable: false });
    const server = await cluster.start();
    const client = new pg.Client({ connectionString: await cluster.roleUrl('tenon', 'tenon') });
    try {
      await client.connect();
      const { rows: [found] } = await client.query<{ count: number; last: number; whole: boolean }>(`SELECT count(*)::int AS count, max(id) AS last, bool_and(body = repeat('x', 2000) || id) AS whole FROM reading`);
      expect(found).toEqual({ count: found!.last, last: expect.any(Number), whole: true });
      expect(found!.last).toBeGreaterThanOrEqual(before);
      expect(found!.last).toBeLessThan(after);
    } finally {
      await client.end();
      await server.stop();
      cluster.close();
      await removeDataFolder(target);
    }
  });

  it('is verified by restoring it, which it then says', async () => {
    const copy = changed(() => undefined);
    expect(await verifyBackup({ backup: copy, database: 'tenon', now: () => new Date(0) })).toEqual({ tables: expect.any(Number), rows: expect.any(Number), indexes: expect.any(Number) });
    expect(readBackup(copy)).toMatchObject({ verifiedAt: '1970-01-01T00:00:00.000Z', tookMs: expect.any(Number), verification: { tables: expect.any(Number), rows: expect.any(Number), indexes: expect.any(Number), tookMs: expect.any(Number) }, fault: null });
  });
});

const flippedAt = (bytes: Buffer, at: number): Buffer => {
  const flipped = Buffer.from(bytes);
  flipped[at] = (bytes[at] ?? 0) ^ 1;
  return flipped;
};

/** Whether an archive holds the same in spite of a bit: in a run of zeros, which may be copied from here or from there, it can. */
function isHarmless(flipped: Buffer, bytes: Buffer): boolean {
  try {
    return gunzipSync(flipped).equals(gunzipSync(bytes));
  } catch {
    return false;
  }
}

/** One bit in the middle, or as soon after it as makes a difference. */
const flip = (name: string) => (copy: string): void => {
  const file = path.join(copy, name);
  const bytes = readFileSync(file);
  let at = Math.floor(bytes.length / 2);
  while (name.endsWith('.gz') && isHarmless(flippedAt(bytes, at), bytes)) at += 1;
  writeFileSync(file, flippedAt(bytes, at));
};

describe('a backup that is not what was written', () => {
  const resum = (copy: string): void => {
    const record = readBackup(copy);
    writeFileSync(path.join(copy, 'backup.json'), JSON.stringify({ ...record, sha256: {} }));
  };

  it.each([
    ['one bit of its archive', flip('base.tar.gz'), /damaged: base\.tar\.gz/],
    ['one bit of its archive, with the sums taken out', (copy: string) => [flip('base.tar.gz'), resum].forEach((change) => change(copy)), /./],
    ['a line of the list of its files', flip('backup_manifest'), /damaged: backup_manifest/],
    ['the list, with the sums taken out', (copy: string) => [flip('backup_manifest'), resum].forEach((change) => change(copy)), /backup_manifest\) is damaged|JSON/],
    ['a later form', (copy: string) => writeFileSync(path.join(copy, 'backup.json'), JSON.stringify({ ...readBackup(copy), format: 2 })), /form 2/],
  ])('%s: is refused, and nothing can be started of it', async (_, change, says) => {
    const target = newFolder();
    await expect(restoreBackup({ backup: changed(change), dataDir: target, isThrowAway: true })).rejects.toThrow(says);
    expect(existsSync(path.join(target, 'postgres.json'))).toBe(false);
  });
});

it('a backup that is found damaged says so from then on, without a folder’s name, and is no longer held for good', async () => {
  const copy = changed(flip('base.tar.gz'));
  writeFileSync(path.join(copy, 'backup.json'), JSON.stringify({ ...readBackup(copy), verifiedAt: 'before' }));
  await expect(verifyBackup({ backup: copy, database: 'tenon', now: () => new Date(0) })).rejects.toThrow(/damaged: base\.tar\.gz/);
  expect(readBackup(copy)).toMatchObject({ verifiedAt: null, fault: { at: '1970-01-01T00:00:00.000Z', message: expect.stringMatching(/damaged: base\.tar\.gz/) } });
  expect(readBackup(copy).fault?.message).not.toContain(folder);
});

describe('restoring', () => {
  const config = (target: string) => ({ dataDir: target, databaseUrl: undefined, setPorts: {}, redisUrl: undefined, smtpUrl: undefined, publicUrl: undefined, secret: undefined, backups: { home, everyHours: 24, keep: 7 } });

  it('touches no database that is there, and sets it aside when told to, where it can still be started', async () => {
    const target = newFolder();
    await restoreBackup({ backup, dataDir: target, isThrowAway: true });
    writeFileSync(path.join(target, 'secret'), `${'cd'.repeat(32)}\n`);
    await expect(restore({ options: { isHelp: false, from: null, isSetAside: false }, config: config(target), terminal: silent })).rejects.toThrow(/has a database already/);
    await restore({ options: { isHelp: false, from: null, isSetAside: true }, config: config(target), terminal: silent });
    expect(readFileSync(path.join(target, 'secret'), 'utf8').trim()).toBe(SECRET);
    const aside = path.join(path.dirname(target), readdirSync(path.dirname(target)).find((name) => name.startsWith('data-before-restore-'))!);
    expect(readFileSync(path.join(aside, 'secret'), 'utf8').trim()).toBe('cd'.repeat(32));
    for (const each of [aside, target]) {
      const server = await startPostgres({ dataDir: each, isDurable: false });
      await server.stop();
      await removeDataFolder(each);
    }
  });

  it('says where it looked when there is no backup', async () => {
    const nowhere = path.join(folder, 'nowhere');
    await expect(restore({ options: { isHelp: false, from: null, isSetAside: false }, config: { ...config(newFolder()), backups: { home: nowhere, everyHours: 24, keep: 7 } }, terminal: silent })).rejects.toThrow(nowhere);
  });
});

describe('old backups', () => {
  it('go when enough newer ones were restored and read; what a killed one left goes at once', () => {
    const shelf = mkdtempSync(path.join(folder, 'shelf-'));
    const put = (day: number, verifiedAt: string | null): string => {
      const each = path.join(shelf, backupName(new Date(Date.UTC(2026, 0, day))));
      mkdirSync(each);
      writeFileSync(path.join(each, 'backup.json'), JSON.stringify({ ...readBackup(backup), verifiedAt }));
      return path.basename(each);
    };
    const [, second, third, fourth] = [put(1, 'x'), put(2, 'x'), put(3, null), put(4, 'x')];
    mkdirSync(path.join(shelf, `${backupName(new Date(0))}.partial`));
    mkdirSync(path.join(shelf, 'mine'));
    prune(shelf, 2);
    expect(readdirSync(shelf).sort()).toEqual(['mine', second, third, fourth].sort());
  });
});

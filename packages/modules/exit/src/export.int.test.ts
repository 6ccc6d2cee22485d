import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChainCheck, readExportLine } from '@tenon/domain/audit';
import { EXPORTED_TABLES, MANIFEST_PATH, SIGNATURE_PATH } from '@tenon/domain/exit';
import { guardBystander } from '@tenon/testing/bystander';
import { ExportUpkeepSchedule } from './jobs/upkeep.schedule.js';
import { packBundle, readBundle, type BundleContent } from './testing/bundle-content.js';
import { exportWorld, type ExportWorld } from './testing/export-world.js';
import { verifyBundle } from './verify/verify-bundle.js';

const DAY = Date.parse('2026-03-01T00:00:00Z');
const PATHS = EXPORTED_TABLES.map(({ path: each }) => each);

let world: ExportWorld;
let file: string;
let id: string;
let content: BundleContent;

/** A company with something of most kinds, and secrets that must not leave. */
async function furnish(): Promise<void> {
  const { a, database, writer, db } = world;
  const tenant = a.actor.tenantId;
  await database.sql(`INSERT INTO tenant_member (tenant_id, user_id, role, name, email) VALUES ($1, $2, 'owner', '厂长', 'owner@aurora.example')`, [tenant, a.actor.userId]);
  const press = await a.machine('1号 冲床/左');
  await database.sql(`INSERT INTO device_token (tenant_id, id, device_id, digest, prefix) VALUES ($1, gen_random_uuid(), $2, 'SECRET-token', 'tn_ab')`, [tenant, press.deviceId]);
  await database.sql(`INSERT INTO sso_connection (tenant_id, issuer, client_id, secret_sealed, domain, proof) VALUES ($1, 'https://id.example', 'x', 'SECRET-sealed', 'aurora.example', 'p')`, [tenant]);
  await database.sql(`INSERT INTO notice_robot (tenant_id, id, kind, name, language, address_hint, address_sealed, notice_kinds) VALUES ($1, gen_random_uuid(), 'wecom', '群', 'zh-CN', 'h', 'SECRET-address', '{}')`, [tenant]);
  await writer.write(press, [
    { atMs: DAY, values: { kwh: 1.5, state: 'run, "fast"' } },
    { atMs: DAY + 1, values: { kwh: 2, state: '=1+1' } },
    { atMs: DAY + 1, values: { kwh: 2.5, state: 'idle' } },
    { atMs: DAY + 0.25, values: { kwh: 1e21, state: 'stop' } },
    // Of what came after the export was asked for, nothing is in it: the value before stands.
    { atMs: DAY, values: { kwh: 99, state: 'later' }, arrival: Date.now() * 1_000 + 3_600_000_000 },
  ]);
  await writer.write(press, [{ atMs: DAY, values: { flags: { ok: true }, on: false } }]);
  await writer.write(await world.b.machine('别家的机器'), [{ atMs: DAY, values: { kwh: 7, kw: 1, volt: 2, ampere: 3 } }]);
  await db.tenant.transaction(a.actor, (tx) => tx.audit('tenant.updated', { before: { name: 'x' }, after: { name: 'aurora' } }));
}

beforeAll(async () => {
  world = await exportWorld();
  await furnish();
  ({ id, file } = await world.take(world.a.actor));
  content = await readBundle(file);
});
const bystander = guardBystander({ database: () => world.database });
afterAll(() => world.close());

const textOf = (name: string): string => content.get(name)?.toString() ?? '';
const csvOf = (metric: string): string => textOf([...content.keys()].find((each) => each.includes(`/${metric}-`)) ?? '');

describe('what a company takes along', () => {
  it('is signed, and whole', async () => {
    const finding = await verifyBundle(file);
    expect([finding.isSigned, finding.isOwnKey, finding.faults]).toEqual([true, true, []]);
    expect(finding.manifest.files.map((each) => each.path).filter((each) => !each.startsWith('telemetry/')).sort()).toEqual(['README.md', 'audit/trail.jsonl', ...PATHS].sort());
    expect((await verifyBundle(file, (await world.keys.signer()).publicKey)).isSigned).toBe(true);
  });

  it('has every row that the company has, and no other’s', async () => {
    const counted = async (table: string, owner: string): Promise<number> =>
      (await world.database.sql<{ count: number }>(`SELECT count(*)::int AS count FROM ${table} WHERE ${owner} = $1`, [world.a.actor.tenantId]))[0]!.count;
    for (const { table, owner = 'tenant_id', path: name, columns } of EXPORTED_TABLES) {
      const rows = JSON.parse(textOf(name)) as object[];
      expect({ name, count: rows.length }).toEqual({ name, count: await counted(table, owner) });
      for (const row of rows) expect(Object.keys(row)).toEqual(columns);
    }
    expect(JSON.parse(textOf('people/members.json'))).toMatchObject([{ role: 'owner', name: '厂长' }]);
    const all = [...content.values()].map(String).join('\n');
    for (const others of [bystander().mark, '别家的机器', world.b.actor.tenantId]) expect(all).not.toContain(others);
  });

  it('has no secret in it', () => {
    const all = [...content.values()].map(String).join('\n');
    expect(all).not.toMatch(/SECRET/);
    expect(all).not.toContain(Buffer.from('SECRET').toString('hex'));
    expect(all).not.toMatch(/PRIVATE KEY/);
  });

  it('has the points of each metric, one a time, as they were when it was asked for', () => {
    expect(csvOf('kwh')).toBe('time,type,value\r\n2026-03-01T00:00:00.000000Z,number,1.5\r\n2026-03-01T00:00:00.000250Z,number,1e+21\r\n2026-03-01T00:00:00.001000Z,number,2.5\r\n');
    expect(csvOf('state')).toBe(
      'time,type,value\r\n2026-03-01T00:00:00.000000Z,string,"""run, \\""fast\\"""""\r\n2026-03-01T00:00:00.000250Z,string,"""stop"""\r\n2026-03-01T00:00:00.001000Z,string,"""idle"""\r\n');
    expect([csvOf('flags'), csvOf('on')]).toEqual(['time,type,value\r\n2026-03-01T00:00:00.000000Z,object,"{""ok"": true}"\r\n', 'time,type,value\r\n2026-03-01T00:00:00.000000Z,boolean,"false"\r\n']);
    const index = JSON.parse(textOf('telemetry/index.json')) as { path: string; machine: string; metric: string }[];
    expect(index.map(({ machine, metric }) => [machine, metric])).toEqual(['kwh', 'state', 'flags', 'on'].map((metric) => ['1号 冲床/左', metric]));
    for (const each of index) expect(content.has(each.path)).toBe(true);
  });

  it('has the audit trail in the form in which it is checked', async () => {
    const entries = textOf('audit/trail.jsonl').trimEnd().split('\n').map(readExportLine);
    const check = new ChainCheck({ seq: 0, hash: '00'.repeat(32) }, (text) => createHash('sha256').update(text).digest('hex'));
    entries.forEach((entry) => check.add(entry));
    expect([check.faults(), entries.map(({ action }) => action)]).toEqual([[], ['tenant.updated', 'tenant.export-requested']]);
    const trail = await world.database.sql<{ action: string }>('SELECT action FROM audit_entry WHERE tenant_id = $1 ORDER BY seq', [world.a.actor.tenantId]);
    expect(trail.at(-1)).toEqual({ action: 'tenant.exported' });
  });

  it('is told of once, and shown as ready for a week', async () => {
    const told = await world.database.sql<{ payload: object }>(`SELECT payload FROM outbox WHERE tenant_id = $1 AND job = 'notices.raised'`, [world.a.actor.tenantId]);
    expect(told).toMatchObject([{ payload: { kind: 'tenant.exported', noticeId: id } }]);
    const [row] = await world.read.execute(world.a.actor);
    expect(row).toMatchObject({ id, state: 'ready', requestedBy: '厂长', bytes: statSync(file).size });
    expect(row!.filesDone).toBe(row!.filesTotal);
    expect(row!.expiresAt!.getTime() - row!.finishedAt!.getTime()).toBe(7 * 86_400_000);
    expect(existsSync(world.folder.parts(world.a.actor.tenantId, id))).toBe(false);
    expect(await world.read.execute(world.b.actor)).toEqual([]);
  });
});

describe('a bundle that was tampered with', () => {
  const changed = async (change: (files: BundleContent) => unknown): Promise<string> => {
    const files = new Map(content);
    const other = change(files);
    return packBundle(path.join(path.dirname(file), `${randomUUID()}.tar.gz`), Array.isArray(other) ? (other as [string, Buffer][]) : files);
  };
  const flipped = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte)));

  it.each<[string, (files: BundleContent) => unknown, string[]]>([
    ['a bit flipped', (files) => void files.set('README.md', flipped(files.get('README.md')!)), ['changed README.md']],
    ['a file removed', (files) => void files.delete('people/members.json'), ['missing people/members.json']],
    ['a file added', (files) => void files.set('people/more.json', Buffer.from('[]')), ['extra people/more.json']],
    ['a file twice', (files) => [...files, ['README.md', Buffer.from('x')]], ['twice README.md']],
  ])('is found out: %s', async (_what, change, faults) => {
    const finding = await verifyBundle(await changed(change));
    expect([finding.isSigned, finding.faults.map(({ kind, path: name }) => `${kind} ${name}`)]).toEqual([true, faults]);
  });

  it('is found out by its signature: a manifest that was changed, one without, another’s key', async () => {
    const lying = await changed((files) => void files.set(MANIFEST_PATH, Buffer.from(files.get(MANIFEST_PATH)!.toString().replace('aurora', 'borealis'))));
    expect((await verifyBundle(lying)).isSigned).toBe(false);
    const unsigned = await verifyBundle(await changed((files) => void files.delete(SIGNATURE_PATH)));
    expect([unsigned.isSigned, unsigned.faults]).toEqual([false, [{ kind: 'missing', path: SIGNATURE_PATH }]]);
    const others = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();
    expect((await verifyBundle(file, others)).isSigned).toBe(false);
  });

  it('is none that can be read: cut off, without a manifest, or by no key', async () => {
    await expect(verifyBundle(await changed((files) => void files.delete(MANIFEST_PATH)))).rejects.toMatchObject({ code: 'EXPORT.NOT_A_BUNDLE' });
    await expect(verifyBundle(import.meta.filename)).rejects.toMatchObject({ code: 'EXPORT.NOT_A_BUNDLE' });
    await expect(verifyBundle(file, 'no key')).rejects.toMatchObject({ code: 'EXPORT.KEY' });
  });
});

describe('an export that is broken off', () => {
  /** As a process that ends at the n-th place where it may. */
  const brokenAt = (n: number): AbortSignal => {
    let left = n;
    const throwIfAborted = (): void => {
      if ((left -= 1) < 0) throw new Error('killed');
    };
    return { throwIfAborted } as AbortSignal;
  };

  /** Digests of the files that are written one by one, and are not to be written again. */
  const writtenSingly = async (exportId: string): Promise<string[]> =>
    (await world.database.sql<{ sha256: string }>(`SELECT sha256 FROM company_export_file WHERE export_id = $1 AND kind <> 'records' AND sha256 IS NOT NULL`, [exportId])).map(({ sha256 }) => sha256);

  it('goes on where it was, wherever that is, and is whole', async () => {
    const { id: next } = await world.request.execute(world.b.actor);
    await expect(world.request.execute(world.b.actor)).rejects.toMatchObject({ code: 'EXPORT.UNDER_WAY' });
    const parts = world.folder.parts(world.b.actor.tenantId, next);
    const states: string[] = [];
    let kept = 0;
    // First among the tables, which are written anew each time; then after each file that is written by itself.
    for (let run = 0; ; run += 1) {
      const places = [0, 1, EXPORTED_TABLES.length - 1, EXPORTED_TABLES.length][run] ?? 2;
      const before = (await writtenSingly(next)).map((sha256) => [sha256, statSync(path.join(parts, sha256)).ino]);
      const done = await world.write.execute(world.b.actor, next, brokenAt(places)).then(() => true, () => false);
      const [row] = await world.read.execute(world.b.actor);
      states.push(`${row!.state} ${row!.filesDone > 0}`);
      if (done) break;
      expect(existsSync(parts) ? readdirSync(parts).filter((name) => name.startsWith('draft-')) : []).toEqual([]);
      expect(before.map(([sha256]) => [sha256, statSync(path.join(parts, String(sha256))).ino])).toEqual(before);
      kept += before.length;
    }
    expect(new Set(states)).toEqual(new Set(['running false', 'running true', 'ready true']));
    expect(kept).toBeGreaterThan(0);
    const finding = await verifyBundle(world.folder.bundle(world.b.actor.tenantId, next));
    expect([finding.isSigned, finding.faults]).toEqual([true, []]);
  });

  it('by two workers at once is one that is whole', async () => {
    const { id: next } = await world.request.execute(world.a.actor);
    const once = (): Promise<void> => world.write.execute(world.a.actor, next, new AbortController().signal);
    // One may find that the other has tidied up behind it, and is tried again as a job is.
    await Promise.allSettled([once(), once()]);
    await once();
    const finding = await verifyBundle(world.folder.bundle(world.a.actor.tenantId, next));
    expect([finding.isSigned, finding.faults]).toEqual([true, []]);
    const ready = await world.database.sql(`SELECT 1 FROM audit_entry WHERE tenant_id = $1 AND action = 'tenant.exported' AND details->>'exportId' = $2`, [world.a.actor.tenantId, next]);
    expect(ready).toHaveLength(1);
  });

  it('may find a machine gone that it was to write of', async () => {
    const gone = await world.b.machine('gone');
    await world.writer.write(gone, [{ atMs: DAY, values: { kwh: 1 } }]);
    const { id: next } = await world.request.execute(world.b.actor);
    await expect(world.write.execute(world.b.actor, next, brokenAt(EXPORTED_TABLES.length))).rejects.toThrow('killed');
    await world.database.sql('DELETE FROM device WHERE id = $1', [gone.deviceId]);
    await world.write.execute(world.b.actor, next, new AbortController().signal);
    expect((await verifyBundle(world.folder.bundle(world.b.actor.tenantId, next))).faults).toEqual([]);
  });
});

describe('time that goes by', () => {
  const upkeep = (): Promise<void> => new ExportUpkeepSchedule(world.db.system, world.exports, world.folder, world.log).execute();
  const stateOf = async (exportId: string): Promise<unknown> => (await world.database.sql('SELECT state FROM company_export WHERE id = $1', [exportId]))[0]?.['state'];

  it('takes the file away after a week, and gives up what nobody writes', async () => {
    const { id: stalled } = await world.request.execute(world.a.actor);
    await upkeep();
    expect([await stateOf(id), existsSync(file), await stateOf(stalled)]).toEqual(['ready', true, 'waiting']);
    await world.database.sql(`UPDATE company_export SET expires_at = now() WHERE id = $1`, [id]);
    await world.database.sql(`UPDATE company_export SET requested_at = now() - interval '4 days' WHERE id = $1`, [stalled]);
    await upkeep();
    await upkeep();
    expect([await stateOf(id), existsSync(file), await stateOf(stalled)]).toEqual(['expired', false, 'failed']);
  });
});

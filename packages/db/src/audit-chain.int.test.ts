import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditForm, ChainCheck, GENESIS_HASH, type AuditEntry, type ChainFault } from '@tenon/domain/audit';
import { systemActor } from '@tenon/domain/identity';
import { tenantId, type TenantId } from '@tenon/kernel';
import { createLog } from '@tenon/runtime';
import { ageTrail, testDatabase, trailOf, type TestDatabase } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { createHash, randomUUID } from 'node:crypto';
import { createPool, openDatabase, type Database, type DatabaseRole } from './index.js';

const log = createLog({ name: 'test', level: 'silent' });
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
let test: TestDatabase;
let db: Database;

beforeAll(async () => {
  test = await testDatabase();
  db = openDatabase({ databaseUrl: test.databaseUrl, log, max: 20 });
});
afterAll(async () => {
  await db.close();
  await test.close();
});
guardBystander({ database: () => test });

async function newCompany(): Promise<TenantId> {
  const id = tenantId(randomUUID());
  await test.sql(`INSERT INTO tenant (id, name) VALUES ($1, 'C')`, [id]);
  return id;
}

const entries = (company: string): Promise<AuditEntry[]> => trailOf(test, company);

async function faults(company: string): Promise<readonly ChainFault[]> {
  const [head] = await test.sql<{ seq: number; hash: string; droppedSeq: number; droppedHash: string }>(
    `SELECT seq::int, encode(hash, 'hex') AS hash, dropped_seq::int AS "droppedSeq", encode(dropped_hash, 'hex') AS "droppedHash" FROM audit_head WHERE tenant_id = $1`, [company]);
  const check = new ChainCheck({ seq: head!.droppedSeq, hash: head!.droppedHash }, sha256);
  for (const entry of await entries(company)) check.add(entry);
  return check.faults(head);
}

const note = (company: TenantId, details: object): Promise<void> => db.tenant.transaction(systemActor(company), (tx) => tx.audit('device.created', { ...details }));

describe('the chain of a company’s audit trail', () => {
  it('begins at nothing, is numbered without gaps, and is hashed as the domain says', async () => {
    const company = await newCompany();
    await note(company, { deviceId: 'a', name: '冲床 "1", 🏭\n', size: 1.5, many: 1e21, few: 1e-7, none: null, deep: { z: [1, { y: true }], a: '' } });
    await note(company, {});
    const [first, second] = await entries(company);
    expect([first?.seq, first?.prevHash, first?.subjectId, second?.seq, second?.prevHash, second?.subjectId]).toEqual([1, GENESIS_HASH, 'a', 2, first?.hash, null]);
    expect([first, second].map((entry) => sha256(auditForm(entry!)))).toEqual([first?.hash, second?.hash]);
    expect(await faults(company)).toEqual([]);
  });

  it('is not forked and has no gap when many write at once and some of them fail', async () => {
    const company = await newCompany();
    const writing = Array.from({ length: 60 }, (_, n) => db.tenant.transaction(systemActor(company), async (tx) => {
      await tx.audit('device.created', { n });
      await tx.audit('device.renamed', { n });
      if (n % 3 === 0) throw new Error('changed my mind');
    }));
    const outcomes = await Promise.allSettled(writing);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(20);
    expect((await entries(company)).map(({ seq }) => seq)).toEqual(Array.from({ length: 80 }, (_, index) => index + 1));
    expect(await faults(company)).toEqual([]);
  });

  it('makes nobody wait for a lock that somebody waiting for the chain holds', async () => {
    const company = await newCompany();
    const ids = await db.tenant.transaction(systemActor(company), async (tx) => {
      const made = ['one', 'two'].map((name) => ({ tenantId: company, id: tx.newId(), name, kind: 'machine' }));
      await tx.prisma.device.createMany({ data: made });
      return made.map(({ id }) => id);
    });
    const rename = (id: string, n: number): Promise<void> => db.tenant.transaction(systemActor(company), async (tx) => {
      if (n % 2) await tx.audit('device.renamed', { deviceId: id });
      await tx.execute('UPDATE device SET name = name WHERE id = $1', [id]);
      if (n % 2 === 0) await tx.audit('device.renamed', { deviceId: id });
    });
    // Before the trail was written last, one that had written and wanted the row met one that had the row and wanted to write.
    await Promise.all(Array.from({ length: 60 }, (_, n) => rename(ids[n % 2 === 0 ? 0 : n % 4 === 1 ? 0 : 1]!, n)));
    expect(await faults(company)).toEqual([]);
  });

  it('lets transactions that write to several companies pass each other, whatever their order', async () => {
    const companies = [await newCompany(), await newCompany(), await newCompany()];
    const staff = { kind: 'staff', userId: randomUUID() as never, email: 's@tenon.example', name: 's', permissions: new Set<string>() } as const;
    await Promise.all(Array.from({ length: 30 }, (_, n) => db.system.run('a test', async (tx) => {
      for (const company of n % 2 ? companies : [...companies].reverse()) await tx.auditFor(company, staff, 'tenant.viewed');
    })));
    for (const company of companies) expect([await faults(company), (await entries(company)).length]).toEqual([[], 30]);
  });

  it('tells what a superuser changed, put in or took away', async () => {
    const company = await newCompany();
    for (let n = 0; n < 5; n += 1) await note(company, { n });
    const past = async (statement: string): Promise<void> => void (await test.sql(`DO $$ BEGIN SET LOCAL session_replication_role = replica; ${statement.replaceAll('$1', `'${company}'`)}; END $$`));
    await past(`UPDATE audit_entry SET actor = 'nobody' WHERE tenant_id = $1 AND seq = 2`);
    expect(await faults(company)).toEqual([{ kind: 'altered', seq: 2 }]);
    await past(`UPDATE audit_entry SET hash = tenon_audit_hash(audit_entry) WHERE tenant_id = $1 AND seq = 2`);
    expect(await faults(company)).toEqual([{ kind: 'unlinked', seq: 3 }]);
    await past(`DELETE FROM audit_entry WHERE tenant_id = $1 AND seq = 5`);
    expect(await faults(company)).toEqual([{ kind: 'unlinked', seq: 3 }, { kind: 'cut', seq: 5 }]);
    await past(`DELETE FROM audit_entry WHERE tenant_id = $1 AND seq = 3`);
    expect(await faults(company)).toEqual([{ kind: 'missing', seq: 3 }, { kind: 'cut', seq: 5 }]);
  });
});

describe('an entry', () => {
  const ROLES = ['tenon_app', 'tenon_system', 'tenon_ingest', 'tenon_auth', 'tenon_queue'] as const satisfies readonly DatabaseRole[];
  const CHANGES = ['UPDATE public.audit_entry SET actor = $$x$$', 'DELETE FROM public.audit_entry', 'TRUNCATE public.audit_entry', 'UPDATE public.audit_head SET seq = 0', 'DELETE FROM public.audit_head', 'DELETE FROM public.tenant'];

  it.each(ROLES)('is neither changed nor deleted by %s', async (role) => {
    const company = await newCompany();
    await note(company, {});
    const pool = createPool({ databaseUrl: test.databaseUrl, role, max: 1 });
    await pool.query(`SELECT set_config('tenon.tenant_id', $1, false)`, [company]);
    for (const change of CHANGES) await expect(pool.query(change)).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|23001|23503)$/) });
    await pool.end();
  });

  it('is not even by the owner of its table, nor by a superuser who does not say so', async () => {
    const company = await newCompany();
    await note(company, {});
    for (const change of CHANGES.slice(0, 3)) {
      await expect(test.sql(change)).rejects.toThrow(/neither changed nor deleted/);
      await expect(test.sql(`SET ROLE tenon; ${change}`)).rejects.toThrow(/neither changed nor deleted/);
    }
    expect(await faults(company)).toEqual([]);
  });

  it('has no number, time or hash but those it is given', async () => {
    const company = await newCompany();
    await db.tenant.transaction(systemActor(company), (tx) =>
      tx.execute(`INSERT INTO audit_entry (tenant_id, seq, at, action, actor_kind, actor, details, prev_hash, hash) VALUES ($1, 77, '2001-01-01', 'device.created', 'user', 'x', '{}', '\\x00', '\\x00')`, [company]));
    const [entry] = await entries(company);
    expect([entry?.seq, entry?.at.startsWith('2001'), await faults(company)]).toEqual([1, false, []]);
  });

  it('is not written in the name of another company', async () => {
    const [own, other] = [await newCompany(), await newCompany()];
    const forging = db.tenant.transaction(systemActor(own), (tx) => tx.execute(`INSERT INTO audit_entry (tenant_id, action, actor_kind, actor, details) VALUES ($1, 'device.created', 'user', 'x', '{}')`, [other]));
    await expect(forging).rejects.toThrow(/row-level security/);
    expect(await entries(other)).toEqual([]);
  });
});

describe('what is past its time', () => {
  const drop = async (company: string): Promise<number> => {
    const [row] = await db.system.run('a test', (tx) => tx.sql<{ dropped: string }>('SELECT tenon_audit_drop($1) AS dropped', [company]));
    return Number(row?.dropped);
  };

  it('is dropped from the beginning, and the rest holds from there', async () => {
    const company = await newCompany();
    for (let n = 0; n < 3; n += 1) await note(company, { n });
    await ageTrail(test, company, 26);
    await note(company, { n: 'young' });
    const before = await entries(company);
    expect(await drop(company)).toBe(3);
    const after = await entries(company);
    expect(after.map(({ seq, action }) => [seq, action])).toEqual([[4, 'device.created'], [5, 'audit.dropped']]);
    expect(JSON.parse(after[1]!.details)).toMatchObject({ entries: 3, throughSeq: 3, throughHash: before[2]?.hash, keepMonths: 24 });
    expect(await faults(company)).toEqual([]);
    expect([await drop(company), (await entries(company)).length]).toEqual([0, 2]);
  });

  it('goes by the company’s own setting, which is never less than six months', async () => {
    const company = await newCompany();
    await note(company, {});
    await ageTrail(test, company, 8);
    expect(await drop(company)).toBe(0);
    await expect(test.sql('UPDATE tenant SET audit_keep_months = 5 WHERE id = $1', [company])).rejects.toThrow(/audit_keep_months/);
    await test.sql('UPDATE tenant SET audit_keep_months = 6 WHERE id = $1', [company]);
    expect(await drop(company)).toBe(1);
    expect(await faults(company)).toEqual([]);
  });

  it('is dropped by no process but one that serves all companies', async () => {
    const company = await newCompany();
    await expect(db.tenant.transaction(systemActor(company), (tx) => tx.sql('SELECT tenon_audit_drop($1)', [company]))).rejects.toThrow(/permission denied/);
  });
});

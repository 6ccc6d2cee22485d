import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppointStaff } from '@tenon/identity/api';
import { guardBystander } from '@tenon/testing/bystander';
import { backupNameOf, makeBackup } from './testing/made-backups.js';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

interface Shown {
  readonly id: string;
  readonly job: string;
  readonly error: string | null;
  readonly company: { readonly id: string; readonly name: string } | null;
}

const BACKUP_DIR = mkdtempSync(path.join(tmpdir(), 'tenon-backups-'));

let api: TestApi;
let root: TestPerson;
let support: TestPerson;
let tenant: string;

const PASSWORD = 'quite a long secret';

async function staff(email: string, role: 'root' | 'support'): Promise<TestPerson> {
  await api.app.get(AppointStaff, { strict: false }).execute({ email, password: PASSWORD, name: role, role });
  return api.signIn(email, PASSWORD);
}

/** No worker runs beside this api, so a promised job stays as it is put here. */
async function promised(set: string, job = 'analytics.refresh-energy', owner: string | null = tenant): Promise<string> {
  const rows = await api.database.sql('INSERT INTO outbox (tenant_id, job, payload) VALUES ($1, $2, $3) RETURNING id::text', [owner, job, '{}']);
  const id = String(rows[0]?.['id']);
  await api.database.sql(`UPDATE outbox SET ${set} WHERE id = $1::bigint`, [id]);
  return id;
}

const list = async (state: string, more = ''): Promise<Shown[]> => (await root.get<{ jobs: { nodes: Shown[] } }>(`{ jobs(state: ${state}${more}) { nodes { id job error company { id name } } } }`)).jobs.nodes;
const retry = (person: TestPerson, id: string) => person.ask('mutation ($id: ID!) { retryJob(id: $id) { state } }', { id });
/** Takes away what earlier tests and the sign-up promised; the bystander’s stays. */
const clear = () => api.database.sql(`DELETE FROM outbox WHERE job <> 'test.bystander'`);
const codes = ({ errors }: { errors?: readonly { extensions: { code: string } }[] | undefined }) => errors?.map(({ extensions }) => extensions.code);

beforeAll(async () => {
  api = await testApi({ BACKUP_DIR, BACKUP_EVERY_HOURS: '24', BACKUP_KEEP: '7' });
  const owner = await api.newcomer('宝山冲压厂');
  tenant = (await owner.get<{ viewer: { tenant: { id: string } } }>('{ viewer { tenant { id } } }')).viewer.tenant.id;
  root = await staff('root@tenon.example', 'root');
  support = await staff('support@tenon.example', 'support');
  await clear();
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });
afterAll(() => api.close());

describe('the platform’s work', () => {
  it('is counted by state and kind, with the oldest that waits, and gateways by what they hold', async () => {
    await promised(`created_at = '2026-01-02T00:00:00Z'`);
    await promised(`state = 'issued', created_at = '2026-01-01T00:00:00Z'`);
    await promised(`state = 'issued', started_at = now()`);
    await promised(`state = 'done', finished_at = now()`, 'identity.send-mail', null);
    await promised(`state = 'done', finished_at = now() - interval '2 hours'`, 'identity.send-mail', null);
    await promised(`state = 'failed', finished_at = now(), error = 'MAIL.REFUSED: no'`, 'identity.send-mail', null);
    const { platformWork } = await root.get<{ platformWork: object }>('{ platformWork { waitingCount runningCount failedCount doneCount oldestWaitingAt kinds { job waitingCount runningCount failedCount doneCount } gateways { id connectionCount } } }');
    expect(platformWork).toEqual({
      waitingCount: 2,
      runningCount: 1,
      failedCount: 1,
      doneCount: 1,
      oldestWaitingAt: '2026-01-01T00:00:00.000Z',
      kinds: [
        { job: 'analytics.refresh-energy', waitingCount: 2, runningCount: 1, failedCount: 0, doneCount: 0 },
        { job: 'identity.send-mail', waitingCount: 0, runningCount: 0, failedCount: 1, doneCount: 1 },
      ],
      gateways: [],
    });
    await clear();
  });

  it('names connected machines’ gateways', async () => {
    const owner = await api.newcomer('杨浦注塑厂');
    const { createDevice } = await owner.get<{ createDevice: { device: { id: string } } }>('mutation { createDevice(input: { name: "1 号机" }) { device { id } } }');
    await api.database.sql(
      `INSERT INTO device_presence (tenant_id, device_id, is_connected, gateway_id) SELECT tenant_id, id, true, 'gateway-1' FROM device WHERE id = $1
       ON CONFLICT (tenant_id, device_id) DO UPDATE SET is_connected = true, gateway_id = 'gateway-1'`,
      [createDevice.device.id],
    );
    const { platformWork } = await support.get<{ platformWork: object }>('{ platformWork { gateways { id connectionCount } } }');
    expect(platformWork).toEqual({ gateways: [{ id: 'gateway-1', connectionCount: 1 }] });
    await clear();
  });

  it('is listed by state, newest first, page by page, with whose it is', async () => {
    const first = await promised(`state = 'failed', finished_at = now(), error = 'DB.AWAY: gone'`);
    const second = await promised(`state = 'failed', finished_at = now()`, 'identity.send-mail', null);
    const waiting = await promised(`loss_count = 1`);
    expect(await list('FAILED')).toEqual([
      { id: second, job: 'identity.send-mail', error: null, company: null },
      { id: first, job: 'analytics.refresh-energy', error: 'DB.AWAY: gone', company: { id: tenant, name: '宝山冲压厂' } },
    ]);
    expect((await list('WAITING')).map(({ id }) => id)).toEqual([waiting]);
    const { jobs } = await root.get<{ jobs: { pageInfo: { endCursor: string; hasNextPage: boolean } } }>('{ jobs(state: FAILED, first: 1) { pageInfo { endCursor hasNextPage } } }');
    expect(jobs.pageInfo.hasNextPage).toBe(true);
    expect((await list('FAILED', `, after: "${jobs.pageInfo.endCursor}"`)).map(({ id }) => id)).toEqual([first]);
    await clear();
  });
});

describe('a job that failed', () => {
  it('is promised anew once, however often it is asked at the same time, and its company’s trail says so', async () => {
    const id = await promised(`state = 'failed', finished_at = now(), started_at = now(), loss_count = 3, error = 'JOB.LOST: given up'`);
    const answers = await Promise.all([retry(root, id), retry(root, id), retry(root, id)]);
    expect(answers.map((answer) => codes(answer)?.[0] ?? 'promised').sort()).toEqual(['JOB.NOT_FAILED', 'JOB.NOT_FAILED', 'promised']);
    expect(await api.database.sql('SELECT state, started_at, finished_at, loss_count FROM outbox WHERE id = $1::bigint', [id])).toEqual([{ state: 'pending', started_at: null, finished_at: null, loss_count: 0 }]);
    expect(await api.database.sql(`SELECT tenant_id, details FROM audit_entry WHERE action = 'job.retried'`)).toEqual([{ tenant_id: tenant, details: { jobId: id, job: 'analytics.refresh-energy' } }]);
  });

  it.each(['0', '999999999999', 'x', '', '1e3', '-1', '99999999999999999999'])('is not found by %j', async (id) => {
    expect(codes(await retry(root, id))).toEqual(['JOB.NOT_FOUND']);
  });

  it('is looked at by support, and promised anew by root alone', async () => {
    const id = await promised(`state = 'failed', finished_at = now()`);
    expect((await support.get<{ jobs: { nodes: unknown[] } }>('{ jobs(state: FAILED) { nodes { id } } }')).jobs.nodes).toEqual([{ id }]);
    expect(codes(await retry(support, id))).toEqual(['AUTH.FORBIDDEN']);
    expect(await api.database.sql('SELECT state FROM outbox WHERE id = $1::bigint', [id])).toEqual([{ state: 'failed' }]);
  });
});

describe('backups', () => {
  const FIELDS = 'everyHours keepCount nextAt newestGoodAt isLate backups { name takenAt bytes tookMs verifiedAt verification { tables rows indexes tookMs } fault }';
  const ago = (hours: number): Date => new Date(Date.now() - hours * 3_600_000);
  const look = async (): Promise<{ backups: object[] }> => (await support.get<{ platformBackups: { backups: object[] } }>(`{ platformBackups { ${FIELDS} } }`)).platformBackups;
  const figures = async (): Promise<string[]> => (await (await fetch(`${api.url}/metrics`)).text()).split('\n').filter((line) => line.startsWith('tenon_backup_'));

  it('of a platform that has none say when the first is due', async () => {
    expect(await look()).toMatchObject({ everyHours: 24, keepCount: 7, newestGoodAt: null, isLate: false, backups: [] });
    expect(await figures()).toEqual(['tenon_backup_newest_good_timestamp_seconds{service="api"} 0', 'tenon_backup_is_late{service="api"} 0']);
  });

  it('are shown as they lie there, and late where the newest good one is too old, in the figures too', async () => {
    const [old, newer, broken] = [ago(40), ago(10), ago(5)];
    const verification = { tables: 90, rows: 3_000_000_000, indexes: 200, tookMs: 9_000 };
    const names = [
      makeBackup(BACKUP_DIR, old, { verifiedAt: old.toISOString(), verification, fault: null, tookMs: 1_200 }, 'x'.repeat(5_000)),
      makeBackup(BACKUP_DIR, newer, { verifiedAt: null, fault: { at: newer.toISOString(), message: 'damaged: base.tar.gz' } }),
      makeBackup(BACKUP_DIR, broken, null),
    ];
    mkdirSync(path.join(BACKUP_DIR, `${backupNameOf(new Date())}.partial`));
    const shown = await look();
    expect(shown).toMatchObject({ newestGoodAt: old.toISOString(), isLate: true, nextAt: new Date(Math.floor(broken.getTime() / 1_000) * 1_000 + 24 * 3_600_000).toISOString() });
    expect(shown.backups).toMatchObject([
      { name: names[2], verifiedAt: null, verification: null, fault: 'backup.json cannot be read', bytes: 0 },
      { name: names[1], verifiedAt: null, fault: 'damaged: base.tar.gz' },
      { name: names[0], takenAt: old.toISOString(), verifiedAt: old.toISOString(), verification, fault: null, tookMs: 1_200 },
    ]);
    expect((shown.backups[2] as { bytes: number }).bytes).toBeGreaterThan(5_000);
    expect(JSON.stringify(shown)).not.toContain(BACKUP_DIR);
    expect((await figures())[1]).toBe('tenon_backup_is_late{service="api"} 1');
    makeBackup(BACKUP_DIR, ago(1), { verifiedAt: ago(1).toISOString() });
    expect(await look()).toMatchObject({ isLate: false, backups: [{ verification: null, tookMs: null, fault: null }, {}, {}, {}] });
  });
});

describe('health', () => {
  interface Shown { readonly operations: readonly { readonly name: string; readonly p50Ms: number; readonly p95Ms: number; readonly p99Ms: number; readonly slowestMs: number }[]; readonly faults: readonly object[] }
  const look = async (): Promise<Shown> => (await support.get<{ platformHealth: Shown }>('{ platformHealth { operations { kind name count p50Ms p95Ms p99Ms slowestMs } faults { event operation label frame count lastTrace } } }')).platformHealth;

  it('says how long requests took by the field that was asked for, and by nothing that a caller wrote', async () => {
    await support.get('query ofMyOwnName { mine: officeViews { id } }');
    await support.ask('query ofMyOwnName { nothingOfTheSchema }');
    const { operations } = await look();
    const one = operations.find(({ name }) => name === 'officeViews')!;
    expect(one).toMatchObject({ kind: 'GRAPHQL', count: 1, p50Ms: one.slowestMs, p99Ms: one.slowestMs });
    for (const { p50Ms, p95Ms, p99Ms, slowestMs } of operations) expect([p50Ms, p95Ms, p99Ms, slowestMs].toSorted((a, b) => a - b)).toEqual([p50Ms, p95Ms, p99Ms, slowestMs]);
    expect(JSON.stringify(operations)).not.toMatch(/ofMyOwnName|mine|nothingOfTheSchema/);
  });

  it('counts a fault of the program by where it happened, with nothing of what it said', async () => {
    await api.database.sql(`INSERT INTO company_erasure (tenant_id, told, finished_at, certificate, signature) VALUES ($1, '{}', now(), '{"form":"of nobody"}', '')`, [tenant]);
    for (const _time of [1, 2]) expect(codes(await support.ask('{ erasureCertificates { nodes { id } } }'))).toEqual(['ERASURE.FORM']);
    const { faults } = await look();
    expect(faults).toEqual([{ event: 'graphql.bug', operation: 'erasureCertificates', label: 'ERASURE.FORM', frame: expect.stringMatching(/^packages\/domain\/src\/exit\/certificate\.ts:\d+$/), count: 2, lastTrace: expect.stringMatching(/^[0-9a-f]{8}$/) }]);
  });
});

import { createPublicKey, randomUUID, verify } from 'node:crypto';
import { copyFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ERASED_TABLES, KEPT_TABLES, TELEMETRY_TABLES, type Certificate } from '@tenon/domain/exit';
import type { StaffActor } from '@tenon/domain/identity';
import { userId } from '@tenon/kernel';
import { companyTables, guardBystander, rowsOfCompany, type CompanyRows } from '@tenon/testing/bystander';
import { sealBlock } from '../../telemetry/src/blocks/seal-block.js';
import { erasureWorld, type ErasureWorld } from './testing/erasure-world.js';
import { verifyBundle } from './verify/verify-bundle.js';

const AT = Date.parse('2026-03-01T00:00:00Z');
const staff: StaffActor = { kind: 'staff', userId: userId(randomUUID()), email: 'office@tenon.example', name: 'Office', permissions: new Set(['erasure:read']) };
let world: ErasureWorld;
let tenant: string;
let others: CompanyRows;
let bundle: string;

const count = async (table: string, owner = 'tenant_id'): Promise<number> => (await world.database.sql<{ count: number }>(`SELECT count(*)::int AS count FROM ${table} WHERE ${owner} = $1`, [tenant]))[0]!.count;

/** Somebody with an account, a session in a company, and a place there. */
async function person(company: string, email: string, alsoIn?: string): Promise<string> {
  const id = randomUUID();
  await world.database.sql(`INSERT INTO auth."user" (id, name, email, "emailVerified", "lastCompanyId") VALUES ($1, $2, $2, true, $3)`, [id, email, company]);
  await world.database.sql(`INSERT INTO auth.session (token, "userId", "expiresAt", "updatedAt", "activeOrganizationId") VALUES ($1, $2, now() + interval '1 day', now(), $3)`, [id, id, company]);
  for (const each of [company, alsoIn]) if (each) await world.database.sql(`INSERT INTO tenant_member (tenant_id, user_id, role, name, email) VALUES ($1, $2, 'owner', 'x', $3)`, [each, id, email]);
  return id;
}

/** One row in every table of companies: the bystander's own rows, as this company's. */
async function furnish(): Promise<void> {
  const { database, a, writer } = world;
  const tables = (await companyTables(database)).map(({ name }) => name).filter((name) => !['tenant', 'tenant_member', 'app', 'app_version', 'company_erasure', 'audit_entry', 'audit_head', 'subscription', 'energy_slot', 'publisher', 'outbox', 'company_standing', 'company_move', ...TELEMETRY_TABLES].includes(name) && !/^(telemetry|series|device(?!_type|_command|_certificate|_tag|_request|_handover))/.test(name));
  await database.sql(`DO $$
    DECLARE t text; b jsonb;
    BEGIN
      SET LOCAL session_replication_role = replica;
      FOREACH t IN ARRAY '{${tables.join(',')}}'::text[] LOOP
        EXECUTE format('SELECT to_jsonb(x) FROM %I x WHERE tenant_id = %L LIMIT 1', t, '${bystander().tenantId}') INTO b;
        b := b || jsonb_build_object('tenant_id', '${tenant}');
        IF t = 'provisioning_key' THEN b := b || '{"key": "another"}'; END IF;
        IF b ? 'fingerprint' THEN b := b || '{"fingerprint": "\\\\x01"}'; END IF;
        IF b ? 'code_digest' THEN b := b || '{"code_digest": "\\\\x01"}'; END IF;
        IF b ? 'digest' THEN b := b || '{"digest": "\\\\x01"}'; END IF;
        IF b ? 'session_id' THEN b := b || jsonb_build_object('session_id', gen_random_uuid()); END IF;
        IF jsonb_typeof(b -> 'number') = 'string' THEN b := b || '{"number": "TN-202601-000999"}'; END IF;
        EXECUTE format('INSERT INTO %I SELECT * FROM jsonb_populate_record(NULL::%I, $1)', t, t) USING b;
      END LOOP;
    END $$`);
  const press = await a.machine('冲床');
  await database.sql(`INSERT INTO device_token (tenant_id, id, device_id, digest, prefix) VALUES ($1, gen_random_uuid(), $2, '\\x02', 'x')`, [tenant, press.deviceId]);
  await database.sql(`INSERT INTO device_presence (tenant_id, device_id) VALUES ($1, $2)`, [tenant, press.deviceId]);
  await database.sql(`INSERT INTO sparkplug_session (tenant_id, device_id, session_id, gateway_id, group_name, node_name, is_alive, born_at, metric_count, metrics) VALUES ($1, $2, $2, 'g', 'G', 'N', true, now(), 0, '[]')`, [tenant, press.deviceId]);
  await database.sql(`INSERT INTO device_refusal (tenant_id, device_id, code, details, sample, door) VALUES ($1, $2, 'X', '{}', '', 'mqtt')`, [tenant, press.deviceId]);
  for (const month of [0, 1, 2]) await writer.write(press, [{ atMs: AT - month * 31 * 86_400_000, values: { kwh: month, state: 'run' } }]);
  const [series] = await database.sql<{ id: number }>('SELECT id FROM series WHERE tenant_id = $1', [tenant]);
  for (const table of ['telemetry_minute', 'telemetry_hour']) await database.sql(`INSERT INTO ${table} VALUES ($1, $2, '2026-03-01', 1, 1, 1, 1, 1, 1, '2026-03-01', '2026-03-01')`, [tenant, series!.id]);
  const bytes = sealBlock({ atUs: Float64Array.of((AT - 31 * 86_400_000) * 1_000), num: Float64Array.of(1), rich: null });
  await database.sql(`INSERT INTO telemetry_block VALUES ($1, $2, '2026-01-29', '2026-01-29', 1, $3)`, [tenant, series!.id, bytes]);
  await database.sql(`INSERT INTO telemetry_roll_up_block VALUES ($1, $2, '2026-01-29', '2026-01-29', true, '\\x01', '\\x01')`, [tenant, series!.id]);
  await database.sql(`INSERT INTO app (id, slug, publisher_name, engine) VALUES ('00000000-0000-4000-8000-0000000000aa', 'x', 'x', 'energy')`);
  await database.sql(`INSERT INTO app_version (id, app_id, version, manifest, state) VALUES ('00000000-0000-4000-8000-0000000000ab', '00000000-0000-4000-8000-0000000000aa', '1', '{}', 'listed')`);
  const subscription = randomUUID();
  await database.sql(`INSERT INTO subscription (tenant_id, id, app_id, app_version_id) VALUES ($1, $2, '00000000-0000-4000-8000-0000000000aa', '00000000-0000-4000-8000-0000000000ab')`, [tenant, subscription]);
  await database.sql(`INSERT INTO energy_slot (tenant_id, subscription_id, series_id, start_at, energy_kwh) VALUES ($1, $2, $3, '2026-03-01', 1)`, [tenant, subscription, series!.id]);
  await database.sql(`INSERT INTO mail_message (id, recipient, subject, body, on_behalf_of) VALUES (gen_random_uuid(), 'guest@example.com', '', '', $1), (gen_random_uuid(), 'sole@aurora.example', '', '', NULL), (gen_random_uuid(), 'both@aurora.example', '', '', NULL)`, [tenant]);
  // A machine that was deleted a moment ago, whose points a job is to erase yet.
  const gone = await a.machine('旧机器');
  await writer.write(gone, [{ atMs: AT, values: { old: 1 } }]);
  const [shape] = await database.sql<{ id: number; series: number[] }>('SELECT id, series_ids AS series FROM telemetry_shape WHERE device_id = $1', [gone.deviceId]);
  await database.sql('DELETE FROM device WHERE id = $1', [gone.deviceId]);
  await database.sql(`INSERT INTO outbox (tenant_id, job, payload) VALUES ($1, 'telemetry.erase-points', $2)`, [tenant, JSON.stringify({ deviceId: gone.deviceId, shapeIds: [shape!.id], seriesIds: shape!.series })]);
}

beforeAll(async () => {
  world = await erasureWorld();
  tenant = world.a.actor.tenantId;
});
const bystander = guardBystander({ database: () => world.database });
beforeAll(async () => {
  await furnish();
  await world.database.sql(`INSERT INTO auth.organization (id, name, slug, "createdAt") VALUES ($1, 'a', 'a', now())`, [tenant]);
  await person(tenant, 'sole@aurora.example');
  await person(tenant, 'both@aurora.example', world.b.actor.tenantId);
  await world.database.sql(`DELETE FROM company_export WHERE tenant_id = $1`, [tenant]);
  const { id, file } = await world.take(world.a.actor);
  await world.database.sql(`INSERT INTO company_export_file (tenant_id, export_id, path, kind) VALUES ($1, $2, 'x', 'records')`, [tenant, id]);
  bundle = path.join(tmpdir(), `kept-${randomUUID()}.tar.gz`);
  copyFileSync(file, bundle);
  others = await rowsOfCompany(world.database, world.b.actor.tenantId);
});
afterAll(() => world.close());

const certificateOf = async (): Promise<{ certificate: string; signature: string; told: unknown }> => (await world.database.sql<{ certificate: string; signature: string; told: unknown }>('SELECT certificate, signature, told FROM company_erasure WHERE tenant_id = $1', [tenant]))[0]!;

/** The company as it stands when it was closed so many of its own days ago. */
async function closedFor(days: number): Promise<void> {
  await world.database.sql(`UPDATE company_standing SET state = 'closed', because = NULL, held = '{"state": "active", "sinceDay": 0}', since_day = (now() AT TIME ZONE 'Asia/Shanghai')::date - $2::int WHERE tenant_id = $1`, [tenant, days]);
  await world.database.sql(`UPDATE tenant SET state = 'closed' WHERE id = $1`, [tenant]);
}

const dueNow = (): Promise<string[]> => world.db.system.run('test', (tx) => world.erasures.listDue(tx, new Date()));

describe('erasing a company', () => {
  it('waits until it may no longer be reopened, and nothing may be deleted before', async () => {
    await expect(world.erase.execute(world.a.actor.tenantId)).rejects.toMatchObject({ code: 'ERASURE.NOT_DUE' });
    await closedFor(29);
    expect(await dueNow()).toEqual([]);
    await expect(world.erase.execute(world.a.actor.tenantId)).rejects.toMatchObject({ code: 'ERASURE.NOT_DUE' });
    await world.run();
    expect(await world.db.tenant.transaction(world.actor, (tx) => tx.execute('DELETE FROM meter_reading WHERE tenant_id = $1', [tenant]))).toBe(0);
    expect([await count('meter_reading'), await count('company_erasure')]).toEqual([1, 0]);
  });

  it('begins once, from when nothing comes in any more', async () => {
    for (const table of [...ERASED_TABLES, ...TELEMETRY_TABLES]) expect({ table, rows: await count(table) }).not.toEqual({ table, rows: 0 });
    await closedFor(30);
    expect(await dueNow()).toEqual([tenant]);
    await Promise.all([world.schedule.execute(new Date()), world.schedule.execute(new Date())]);
    await world.erase.execute(world.a.actor.tenantId);
    expect(await world.database.sql(`SELECT state FROM tenant WHERE id = $1`, [tenant])).toEqual([{ state: 'erased' }]);
    expect(await dueNow()).toEqual([]);
    expect(await world.database.sql(`SELECT 1 FROM outbox WHERE tenant_id = $1 AND job = 'exit.erase-company'`, [tenant])).toHaveLength(1);
  });

  it('goes on where it was killed, wherever that is, until nothing is left but what the law keeps', async () => {
    const before: Record<string, number> = {};
    for (const table of [...ERASED_TABLES, ...TELEMETRY_TABLES]) before[table] = await count(table);
    for (let places = 3; ; places += 4) {
      let left = places;
      const throwIfAborted = (): void => {
        if ((left -= 1) < 0) throw new Error('killed');
      };
      const ended = await world.run({ throwIfAborted } as AbortSignal).then(() => true, (error: unknown) => (error instanceof Error && error.message === 'killed' ? false : error));
      if (ended instanceof Error) throw ended;
      if (ended) break;
    }
    for (const table of [...ERASED_TABLES, ...TELEMETRY_TABLES]) expect({ table, rows: await count(table) }).toEqual({ table, rows: table === 'outbox' ? 1 : 0 });
    const rest = Object.entries(await rowsOfCompany(world.database, tenant)).flatMap(([table, rows]) => (rows.length > 0 && table !== 'outbox' ? [table] : []));
    expect(rest.filter((table) => !KEPT_TABLES.some((kept) => kept.table === table))).toEqual([]);
    const { erased } = JSON.parse((await certificateOf()).certificate) as Certificate;
    for (const [table, rows] of Object.entries(before)) expect({ table, erased: erased[table] }).toEqual({ table, erased: table === 'outbox' ? rows - 1 : rows });
  });

  it('keeps invoices and trail, under an id without a name', async () => {
    expect([await count('invoice'), await count('invoice_line'), await count('credit_note'), await count('payment')]).toEqual([1, 1, 1, 1]);
    expect(await count('audit_entry')).toBeGreaterThan(0);
    expect(await world.database.sql('SELECT name, audit_keep_months AS months FROM tenant WHERE id = $1', [tenant])).toEqual([{ name: '—', months: 6 }]);
  });

  it('forgets whoever is nowhere else, and takes the others out', async () => {
    const users = await world.database.sql<{ email: string; company: string | null }>(`SELECT u.email, s."activeOrganizationId" AS company FROM auth."user" u LEFT JOIN auth.session s ON s."userId" = u.id WHERE u.email LIKE '%aurora.example'`);
    expect(users).toEqual([{ email: 'both@aurora.example', company: null }]);
    expect(await world.database.sql('SELECT 1 FROM auth.organization WHERE id = $1', [tenant])).toEqual([]);
    const mails = await world.database.sql<{ recipient: string }>(`SELECT recipient FROM mail_message WHERE subject = '' ORDER BY 1`);
    expect(mails).toEqual([{ recipient: 'both@aurora.example' }]);
  });

  it('ends with a certificate that is signed, mailed once to each owner, and never changed', async () => {
    const { certificate, signature, told } = await certificateOf();
    const said = JSON.parse(certificate) as Certificate;
    expect(said).toMatchObject({ company: { name: 'aurora' }, erased: { accounts: 1, mail_message: 2 } });
    expect(said.kept.map(({ table }) => table)).toEqual(expect.arrayContaining(['invoice', 'audit_entry', 'tenant']));
    expect(Date.parse(said.backupsUntil ?? '') - Date.parse(said.finishedAt)).toBe(8 * 86_400_000);
    const key = createPublicKey((await world.keys.signer()).publicKey);
    expect([verify(null, Buffer.from(certificate), key, Buffer.from(signature, 'base64')), told]).toEqual([true, {}]);
    await world.run();
    const mails = await world.database.sql<{ recipient: string; body: string }>(`SELECT recipient, body FROM mail_message WHERE subject LIKE '%Certificate%' ORDER BY 1`);
    expect(mails).toEqual(['both@aurora.example', 'sole@aurora.example'].map((recipient) => ({ recipient, body: expect.stringContaining(certificate) })));
    expect(await world.certificates.one(staff, tenant)).toMatchObject({ verdict: 'good', text: certificate, said: { company: { name: 'aurora' } } });
    expect((await world.certificates.list(staff, {})).nodes).toMatchObject([{ id: tenant, signature }]);
    for (const id of [world.b.actor.tenantId, 'x']) await expect(world.certificates.one(staff, id)).rejects.toMatchObject({ code: 'ERASURE.NOT_FOUND' });
    await expect(world.database.sql(`UPDATE company_erasure SET certificate = 'x' WHERE tenant_id = $1`, [tenant])).rejects.toThrow('certified');
    await expect(world.database.sql('DELETE FROM company_erasure WHERE tenant_id = $1', [tenant])).rejects.toThrow('certified');
  });

  it('leaves no file, every other company whole, and what was taken along good', async () => {
    expect(existsSync(path.dirname(world.folder.parts(tenant, 'x')))).toBe(false);
    const now = await rowsOfCompany(world.database, world.b.actor.tenantId);
    expect(now).toEqual(others);
    const finding = await verifyBundle(bundle);
    expect([finding.isSigned, finding.faults]).toEqual([true, []]);
  });
});

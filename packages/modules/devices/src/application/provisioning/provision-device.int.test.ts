import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tenantId, type TenantId } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { childWorld, type ChildWorld } from '../../testing/child-world.js';

let world: ChildWorld;
beforeAll(async () => {
  world = await childWorld();
});
afterAll(() => world.close());
guardBystander({ database: () => world.database });

const sql: ChildWorld['database']['sql'] = (...asked) => world.database.sql(...asked);
const fault = (error: unknown): void => {
  throw error;
};

interface Key {
  readonly company: TenantId;
  readonly id: string;
}

async function key(columns: { makesNew?: boolean; typeId?: string; makesGateways?: boolean; mostUses?: number; usedCount?: number; expiresAt?: string } = {}, of?: TenantId): Promise<Key> {
  const company = of ?? tenantId(randomUUID());
  if (!of) await sql('INSERT INTO tenant (id, name) VALUES ($1, $2)', [company, company]);
  const id = randomUUID();
  await sql(
    `INSERT INTO provisioning_key (tenant_id, id, name, key, secret_digest, secret_prefix, makes_new, makes_gateways, most_uses, used_count, expires_at, type_id) VALUES ($1, $2, '一车间', $8, '\\x01', 'x', $3, $4, $5, $6, $7, $9)`,
    [company, id, columns.makesNew ?? true, columns.makesGateways ?? false, columns.mostUses ?? null, columns.usedCount ?? 0, columns.expiresAt ?? null, id, columns.typeId ?? null],
  );
  return { company, id };
}

/** A machine asks, as the gateway process writes it down. */
async function ask({ company, id }: Key, name: string | null, more: { wantsGateway?: boolean; token?: string; serial?: string } = {}): Promise<string> {
  const digest = createHash('sha256').update(more.token ?? randomUUID()).digest();
  const [row] = await sql<{ id: string }>(`INSERT INTO device_request (tenant_id, key_id, name, wants_gateway, token_digest, token_prefix, certificate_serial, certificate_until) VALUES ($1, $2, $3, $4, $5, 'tenon-', $6, $7) RETURNING id`, [company, id, name, more.wantsGateway ?? false, digest, more.serial ?? null, more.serial ? '2099-01-01T00:00:00Z' : null]);
  return row!.id;
}

const answerAll = (company: TenantId): Promise<boolean> => world.addAsked.execute(company, 20, fault);
const outcome = async (id: string): Promise<unknown> => (await sql<{ outcome: string }>('SELECT coalesce(code, state) AS outcome FROM device_request WHERE id = $1', [id]))[0]?.outcome;

async function asked(of: Key, name: string | null, more: Parameters<typeof ask>[2] = {}): Promise<unknown> {
  const id = await ask(of, name, more);
  await answerAll(of.company);
  return outcome(id);
}

const machines = ({ company }: Key): Promise<Record<string, unknown>[]> => sql('SELECT d.name, d.gateway_mode, count(k.id)::int AS tokens FROM device d LEFT JOIN device_token k ON k.tenant_id = d.tenant_id AND k.device_id = d.id AND k.revoked_at IS NULL WHERE d.tenant_id = $1 GROUP BY d.name, d.gateway_mode ORDER BY d.name', [company]);
const uses = async ({ id }: Key): Promise<unknown> => (await sql('SELECT used_count, refused_count, refused_code, refused_name FROM provisioning_key WHERE id = $1', [id]))[0];

async function listed({ company }: Key, name: string, wasHeard = false): Promise<string> {
  const id = randomUUID();
  await sql(`INSERT INTO device (tenant_id, id, name, kind) VALUES ($1, $2, $3, 'machine')`, [company, id, name]);
  await sql('INSERT INTO device_token (tenant_id, id, device_id, digest, prefix) VALUES ($1, $2, $2, $3, $4)', [company, id, Buffer.from(id), 'first-']);
  if (wasHeard) await sql('INSERT INTO device_presence (tenant_id, device_id, last_seen_at) VALUES ($1, $2, now())', [company, id]);
  return id;
}

describe('a key that makes new machines', () => {
  it('adds one, lets it in by what it asked for, and counts', async () => {
    const one = await key({ makesGateways: true });
    expect([await asked(one, 'Press'), await asked(one, 'Hall', { wantsGateway: true })]).toEqual(['done', 'done']);
    expect(await machines(one)).toEqual([{ name: 'Hall', gateway_mode: 'open', tokens: 1 }, { name: 'Press', gateway_mode: 'none', tokens: 1 }]);
    expect(await uses(one)).toMatchObject({ used_count: 2, refused_count: 0 });
    expect(await sql(`SELECT action, actor_kind, actor, details->>'provisioningKeyId' AS key FROM audit_entry WHERE tenant_id = $1 ORDER BY seq`, [one.company])).toEqual(Array(2).fill({ action: 'device.created', actor_kind: 'machine', actor: '一车间', key: one.id }));
  });

  it('makes a name where none was said, and no gateway where that is not allowed', async () => {
    const one = await key();
    expect([await asked(one, null, { wantsGateway: true }), await asked(one, null)]).toEqual(['done', 'done']);
    const made = await machines(one);
    expect(made).toMatchObject([{ gateway_mode: 'none' }, { gateway_mode: 'none' }]);
    for (const { name } of made) expect(name).toMatch(/^一车间 [0-9a-f]{8}$/);
  });

  it('lets the last machine in once, of two that come at once', async () => {
    const one = await key({ mostUses: 1 });
    const ids = [await ask(one, 'A'), await ask(one, 'B')];
    await Promise.all([answerAll(one.company), answerAll(one.company)]);
    expect((await Promise.all(ids.map(outcome))).sort()).toEqual(['PROVISION.KEY_USED_UP', 'done']);
    expect(await machines(one)).toHaveLength(1);
    expect(await uses(one)).toMatchObject({ used_count: 1, refused_count: 1, refused_code: 'PROVISION.KEY_USED_UP' });
  });

  it('gives a machine that lost the answer other credentials, as long as nothing was heard of it, and counts it once', async () => {
    const one = await key({ mostUses: 1 });
    expect([await asked(one, 'Press'), await asked(one, 'Press')]).toEqual(['done', 'done']);
    expect(await machines(one)).toEqual([{ name: 'Press', gateway_mode: 'none', tokens: 1 }]);
    expect(await uses(one)).toMatchObject({ used_count: 1 });
    await sql('INSERT INTO device_presence (tenant_id, device_id, last_seen_at) SELECT tenant_id, id, now() FROM device WHERE tenant_id = $1', [one.company]);
    expect(await asked(one, 'Press')).toBe('PROVISION.NAME_TAKEN');
    expect(await uses(one)).toMatchObject({ refused_name: 'Press' });
  });

  it('lets it in by the certificate that it brings, which is one machine’s, until it asks for something else', async () => {
    const one = await key();
    const [token, serial] = [randomUUID(), '0a'];
    const certificates = (): Promise<object[]> => sql('SELECT d.name, c.serial, c.authority_id, c.revoked_at IS NULL AS works FROM device_certificate c JOIN device d ON d.tenant_id = c.tenant_id AND d.id = c.device_id WHERE c.tenant_id = $1', [one.company]);
    expect([await asked(one, 'Press', { token, serial }), await asked(one, 'Press', { token, serial }), await asked(one, 'Saw', { token, serial })]).toEqual(['done', 'done', 'PROVISION.CERTIFICATE_NOT_FREE']);
    expect(await certificates()).toEqual([{ name: 'Press', serial, authority_id: null, works: true }]);
    expect(await machines(one)).toEqual([{ name: 'Press', gateway_mode: 'none', tokens: 0 }]);
    expect(await asked(one, 'Press')).toBe('done');
    expect([await certificates(), await machines(one)]).toEqual([[{ name: 'Press', serial, authority_id: null, works: false }], [{ name: 'Press', gateway_mode: 'none', tokens: 1 }]]);
  });

  it('gives it the type that the key says', async () => {
    const { company } = await key();
    const typeId = randomUUID();
    await sql(`INSERT INTO device_type (tenant_id, id, name) VALUES ($1, $2, '冲压机')`, [company, typeId]);
    expect(await asked(await key({ typeId }, company), 'Press')).toBe('done');
    expect(await sql('SELECT name, type_id FROM device WHERE tenant_id = $1', [company])).toEqual([{ name: 'Press', type_id: typeId }]);
  });

  it('does not bring a machine back that was retired', async () => {
    const one = await key();
    await asked(one, 'Press');
    await sql('UPDATE device SET retired_at = now() WHERE tenant_id = $1', [one.company]);
    expect(await asked(one, 'Press')).toBe('PROVISION.NAME_TAKEN');
  });

  it('takes no machine over that somebody else made', async () => {
    const one = await key();
    await listed(one, 'Saw');
    expect(await asked(one, 'Saw')).toBe('PROVISION.NAME_TAKEN');
    expect(await asked(await key({}, one.company), 'Saw')).toBe('PROVISION.NAME_TAKEN');
  });

  it('is held to its time, to the plan, and to tokens that nobody has', async () => {
    expect(await asked(await key({ expiresAt: '2026-01-01T00:00:00Z' }), 'Press')).toBe('PROVISION.KEY_EXPIRED');
    const one = await key();
    const token = randomUUID();
    expect([await asked(one, 'A', { token }), await asked(one, 'B', { token })]).toEqual(['done', 'PROVISION.TOKEN_NOT_FREE']);
    await sql(`INSERT INTO plan_limit (tenant_id, meter, cap) VALUES ($1, 'devices', 1)`, [one.company]);
    expect(await asked(one, 'C')).toBe('QUOTA.REACHED');
    expect(await machines(one)).toHaveLength(1);
    await sql('UPDATE provisioning_key SET revoked_at = now() WHERE id = $1', [one.id]);
    expect(await asked(one, 'A')).toBe('PROVISION.KEY_REVOKED');
  });
});

describe('a key for listed machines', () => {
  it('lets those in that are listed and were never heard, in place of the token they had, and no other', async () => {
    const one = await key({ makesNew: false });
    const press = await listed(one, 'Press');
    await listed(one, 'Saw', true);
    expect([await asked(one, 'Press'), await asked(one, 'Saw'), await asked(one, 'Drill'), await asked(one, null)]).toEqual(['done', 'PROVISION.ALREADY', 'PROVISION.NOT_LISTED', 'PROVISION.NOT_LISTED']);
    // Nor those that another key let in, that are connected and said nothing yet, or that the platform plays.
    expect(await asked(await key({ makesNew: false }, one.company), 'Press')).toBe('PROVISION.ALREADY');
    const [mute, played] = [await listed(one, 'Mute'), await listed(one, 'Played')];
    await sql('INSERT INTO device_presence (tenant_id, device_id, is_connected) VALUES ($1, $2, true)', [one.company, mute]);
    await sql(`UPDATE device SET kind = 'simulated', profile = 'press' WHERE id = $1`, [played]);
    expect([await asked(one, 'Mute'), await asked(one, 'Played')]).toEqual(['PROVISION.ALREADY', 'PROVISION.ALREADY']);
    expect(await sql('SELECT prefix, revoked_at IS NULL AS works FROM device_token WHERE device_id = $1 ORDER BY prefix', [press])).toEqual([{ prefix: 'first-', works: false }, { prefix: 'tenon-', works: true }]);
    expect(await sql(`SELECT subject_id FROM audit_entry WHERE tenant_id = $1 AND action = 'device.provisioned'`, [one.company])).toEqual([{ subject_id: press }]);
  });
});

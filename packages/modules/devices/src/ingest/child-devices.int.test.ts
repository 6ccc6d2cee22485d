import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { childWorld, type ChildWorld } from '../testing/child-world.js';
import type { ChildDevices } from './child-devices.js';
import type { DeviceRef } from './device-ref.js';

let world: ChildWorld;
/** Two gateway processes. */
let one: ChildDevices;
let two: ChildDevices;
beforeAll(async () => {
  world = await childWorld();
  await world.startWorker();
  [one, two] = [await world.process(), await world.process({ maxWaiting: 3 })];
});
afterAll(() => world.close());
guardBystander({ database: () => world.database });

const sql: ChildWorld['database']['sql'] = (...asked) => world.database.sql(...asked);

function childrenOf({ deviceId }: DeviceRef): Promise<Record<string, unknown>[]> {
  return sql('SELECT id, name, known_as, type_id, kind FROM device WHERE parent_id = $1 ORDER BY name', [deviceId]);
}

async function codeOf(asked: Promise<unknown>): Promise<unknown> {
  return asked.then(() => null, (error: { code?: unknown }) => error.code);
}

describe('a machine that a gateway brings', () => {
  it('is added once, however many speak of it at once, with its type, in the gateway’s name', async () => {
    const gateway = await world.gateway();
    const typeId = randomUUID();
    await sql('INSERT INTO device_type (tenant_id, id, name) VALUES ($1, $2, $3)', [gateway.tenantId, typeId, '冲压机']);
    const found = await Promise.all([one, two, one, two].map((process) => process.of(gateway, ' 冲床 1 ', { typeName: '冲压机' })));
    const [device] = await childrenOf(gateway);
    expect(await childrenOf(gateway)).toEqual([{ id: found[0]?.deviceId, name: '冲床 1', known_as: '冲床 1', type_id: typeId, kind: 'machine' }]);
    expect(new Set(found.map(({ deviceId }) => deviceId))).toEqual(new Set([device?.['id']]));
    expect(one.known(gateway, '冲床 1')).toEqual({ tenantId: gateway.tenantId, deviceId: device?.['id'] });
    expect(await sql('SELECT action, actor_kind, actor_id, actor, subject_id FROM audit_entry WHERE tenant_id = $1', [gateway.tenantId])).toEqual([
      { action: 'device.created', actor_kind: 'machine', actor_id: gateway.deviceId, actor: `gateway ${gateway.deviceId}`, subject_id: device?.['id'] },
    ]);
    expect(await sql('SELECT 1 FROM device_request WHERE tenant_id = $1', [gateway.tenantId])).toEqual([]);
  });

  it('stays the same when a person gives it another name', async () => {
    const gateway = await world.gateway();
    const { deviceId } = await one.of(gateway, 'Press');
    await sql(`UPDATE device SET name = 'Halle 2' WHERE id = $1`, [deviceId]);
    expect(await two.of(gateway, 'Press')).toEqual({ tenantId: gateway.tenantId, deviceId });
    expect(await childrenOf(gateway)).toHaveLength(1);
    // What one gateway calls so is not what another does.
    expect((await two.of(await world.gateway('open', gateway.tenantId), 'Press')).deviceId).not.toBe(deviceId);
  });

  it('counts against the plan: the last place is one machine’s, and a larger plan lets the others in', async () => {
    const gateway = await world.gateway();
    await sql(`INSERT INTO plan_limit (tenant_id, meter, cap) VALUES ($1, 'devices', 2)`, [gateway.tenantId]);
    const codes = await Promise.all([codeOf(one.of(gateway, 'a')), codeOf(two.of(gateway, 'b'))]);
    expect(codes.sort()).toEqual(['CHILD.NO_ROOM', null]);
    expect(await childrenOf(gateway)).toHaveLength(1);
    await sql('DELETE FROM plan_limit WHERE tenant_id = $1', [gateway.tenantId]);
    await sql(`UPDATE device_request SET at = at - interval '1 minute' WHERE tenant_id = $1`, [gateway.tenantId]);
    for (const process of [one, two]) process.forget(gateway.deviceId);
    await Promise.all([one.of(gateway, 'a'), two.of(gateway, 'b')]);
    expect(await childrenOf(gateway)).toHaveLength(2);
  });
});

describe('a gateway', () => {
  it('does not speak for a machine that is not behind it, until somebody puts it there', async () => {
    const gateway = await world.gateway();
    const other = await world.gateway('none', gateway.tenantId);
    await sql(`UPDATE device SET name = 'Saw' WHERE id = $1`, [other.deviceId]);
    expect(await codeOf(one.of(gateway, 'Saw'))).toBe('CHILD.NAME_TAKEN');
    await sql(`UPDATE device SET parent_id = $2, known_as = 'Saw' WHERE id = $1`, [other.deviceId, gateway.deviceId]);
    expect(await codeOf(one.of(gateway, 'Saw'))).toBe('CHILD.NAME_TAKEN');
    one.forget(gateway.deviceId);
    expect(await one.of(gateway, 'Saw')).toEqual(other);
  });

  it.each([['none', 'CHILD.NOT_A_GATEWAY'], ['listed', 'CHILD.NOT_LISTED']])('that is “%s” brings nothing new', async (mode, code) => {
    const gateway = await world.gateway(mode);
    expect(await codeOf(one.of(gateway, 'x'))).toBe(code);
    expect(await sql('SELECT 1 FROM device_request WHERE tenant_id = $1', [gateway.tenantId])).toEqual([]);
  });

  it('that somebody closes meanwhile brings nothing any more', async () => {
    const gateway = await world.gateway('listed');
    await sql(`INSERT INTO device_request (tenant_id, parent_id, name) VALUES ($1, $2, 'Press')`, [gateway.tenantId, gateway.deviceId]);
    await world.addAsked.execute(gateway.tenantId, 20, (error) => {
      throw error;
    });
    expect(await childrenOf(gateway)).toEqual([]);
    expect(await sql('SELECT 1 FROM device_request WHERE tenant_id = $1', [gateway.tenantId])).toEqual([]);
  });

  it('does not speak for a machine that is out of use', async () => {
    const gateway = await world.gateway();
    const { deviceId } = await one.of(gateway, 'retired');
    await sql('UPDATE device SET retired_at = now() WHERE id = $1', [deviceId]);
    one.forget(gateway.deviceId);
    expect(await codeOf(one.of(gateway, 'retired'))).toBe('AUTH.DEVICE_RETIRED');
    await sql('UPDATE device SET retired_at = NULL WHERE id = $1', [deviceId]);
    one.forget(gateway.deviceId);
    expect(await one.of(gateway, 'retired')).toMatchObject({ deviceId });
  });

  it('has no children of another company’s, whatever it calls them', async () => {
    const [gateway, other] = [await world.gateway(), await world.gateway()];
    const [mine, theirs] = await Promise.all([one.of(gateway, 'Press'), one.of(other, 'Press')]);
    expect([mine.tenantId, theirs.tenantId]).toEqual([gateway.tenantId, other.tenantId]);
    expect(mine.deviceId).not.toBe(theirs.deviceId);
  });

  it('is told at once where a name cannot be one, or too many wait', async () => {
    const gateway = await world.gateway();
    expect(await codeOf(one.of(gateway, ' '))).toBe('CHILD.BAD_NAME');
    const codes = await Promise.all(['a', 'b', 'c', 'd'].map((name) => codeOf(two.of(gateway, name))));
    expect(codes).toEqual([null, null, null, 'CHILD.TOO_MANY_AT_ONCE']);
    // The places are free again.
    expect(await codeOf(two.of(gateway, 'd'))).toBeNull();
  });

  it('that is deleted leaves its machines, behind none', async () => {
    const gateway = await world.gateway();
    const { deviceId } = await one.of(gateway, 'Press');
    await sql('DELETE FROM device WHERE id = $1', [gateway.deviceId]);
    expect(await sql('SELECT parent_id FROM device WHERE id = $1', [deviceId])).toEqual([{ parent_id: null }]);
    one.forget(gateway.deviceId);
    expect(await codeOf(one.of(gateway, 'Press'))).toBe('DEVICE.NOT_FOUND');
  });
});

it('is asked for again where nobody was told, and let go of where nobody comes', async () => {
  const gateway = await world.gateway();
  const deaf = await world.process({ againMs: 20 });
  deaf.heard = () => undefined;
  expect(await codeOf(deaf.of(gateway, 'Press'))).toBeNull();
  const impatient = await world.process({ againMs: 20, holdMs: 0 });
  await sql(`UPDATE tenant SET state = 'suspended' WHERE id = $1`, [gateway.tenantId]);
  expect(await codeOf(impatient.of(gateway, 'Drill'))).toBe('CHILD.NOT_YET');
});

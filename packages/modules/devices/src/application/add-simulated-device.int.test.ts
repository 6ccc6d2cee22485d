import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { RoomInPlan } from '@tenon/billing';
import { TENANT_PERMISSIONS } from '@tenon/contracts/permissions';
import { openDatabase, type Database } from '@tenon/db';
import type { UserActor } from '@tenon/domain/identity';
import { tenantId, userId } from '@tenon/kernel';
import { createLog } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { DeviceTokenRepository } from '../persistence/device-token.repository.js';
import { DeviceRepository } from '../persistence/device.repository.js';
import { AddSimulatedDevice } from './add-simulated-device.js';
import { SimulatorKey } from './simulator-token.js';

let database: TestDatabase;
let db: Database;
let add: AddSimulatedDevice;
const actor: UserActor = { kind: 'user', userId: userId(randomUUID()), email: 'owner@a.example', name: 'Owner', tenantId: tenantId(randomUUID()), permissions: new Set(TENANT_PERMISSIONS) };

beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase({ databaseUrl: database.databaseUrl, log: createLog({ name: 'test', level: 'silent' }), max: 2 });
  await database.sql('INSERT INTO tenant (id, name) VALUES ($1, $2)', [actor.tenantId, 'company']);
  add = new AddSimulatedDevice(db.tenant, new DeviceRepository(), new DeviceTokenRepository(), new SimulatorKey(randomBytes(32)), new RoomInPlan());
});
guardBystander({ database: () => database });
afterAll(async () => {
  await db.close();
  await database.close();
});

it('takes the first machine on offer whose name is free, also after one was deleted, and up to the limit', async () => {
  const [first, second, third] = [await add.execute(actor, {}), await add.execute(actor, {}), await add.execute(actor, {})];
  await database.sql('DELETE FROM device WHERE id = $1', [first.id]);
  const again = await add.execute(actor, {});
  expect([again.name, again.profile]).toEqual([first.name, first.profile]);
  const names = [again.name, second.name, third.name];
  for (let n = 4; n <= 20; n += 1) names.push((await add.execute(actor, {})).name);
  expect(new Set(names).size).toBe(20);
  await expect(add.execute(actor, {})).rejects.toMatchObject({ code: 'DEVICE.TOO_MANY_SIMULATED' });
});

it('names the machine in the language of whoever asks, and offers none again under its other name', async () => {
  await database.sql('DELETE FROM device WHERE tenant_id = $1', [actor.tenantId]);
  const added = [await add.execute(actor, { language: 'EN' }), await add.execute(actor, { language: 'ZH' }), await add.execute(actor, { language: 'EN' }), await add.execute(actor, {})];
  expect(added.map(({ name }) => name)).toEqual(['Moulding machine 5 (260 t)', '1 号注塑机（80 吨）', 'Moulding machine 2 (120 t)', '3 号注塑机（160 吨）']);
});

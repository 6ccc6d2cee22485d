import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppointStaff } from '@tenon/identity/api';
import { guardBystander } from '@tenon/testing/bystander';
import { connectMachine, connectOnceAllowed, post, send, sentAway } from './testing/machine-client.js';
import { addMachine, DOORS_OPEN_WITHIN_MS, machineDoors, type AddedMachine as Machine, type MachineDoors } from './testing/machine-doors.js';
import type { TestPerson } from './testing/test-api.js';

const NOT_AUTHORIZED = 0x87;
const BANNED = 0x8a;
const ADMINISTRATIVE_ACTION = 0x98;

let api: MachineDoors['api'];
let processes: MachineDoors['processes'];
let owner: TestPerson;
let neighbour: TestPerson;
let close: MachineDoors['close'];
beforeAll(async () => ({ api, processes, people: [owner, neighbour], close } = await machineDoors(['A', 'B'])), DOORS_OPEN_WITHIN_MS);
afterAll(() => close());
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

async function rotate(person: TestPerson, { id }: Machine): Promise<string> {
  const { rotateDeviceToken } = await person.get<{ rotateDeviceToken: { token: string } }>('mutation ($id: ID!) { rotateDeviceToken(id: $id) { token } }', { id });
  return rotateDeviceToken.token;
}

const refusalsOf = (person: TestPerson, { id }: Machine): Promise<{ device: { refusals: { nodes: { code: string }[] } } }> =>
  person.get('query ($id: ID!) { device(id: $id) { refusals { nodes { code } } } }', { id });

describe('a machine, by the doors of the api and of the gateway', () => {
  it('is sent away when its token is revoked, and not let in again', async () => {
    const machine = await addMachine(owner, 'revoked');
    const client = await connectMachine(processes, machine.token);
    await send(client, '{"x":1}');
    const gone = sentAway(client);
    await owner.get('mutation ($id: ID!) { revokeDeviceToken(id: $id) { token { prefix } } }', { id: machine.id });
    expect(await gone).toBe(NOT_AUTHORIZED);
    await expect(connectMachine(processes, machine.token)).rejects.toMatchObject({ code: NOT_AUTHORIZED });
    expect(await post(processes, machine.token)).toMatchObject({ status: 401, text: expect.stringContaining('AUTH.TOKEN_REVOKED') });
    await processes.drained();
    expect((await refusalsOf(owner, machine)).device.refusals.nodes).toContainEqual({ code: 'AUTH.TOKEN_REVOKED' });
  });

  it('is sent away when it is retired, told why, and let in by the same token once it is back', async () => {
    const machine = await addMachine(owner, 'retired');
    const gone = sentAway(await connectMachine(processes, machine.token));
    await owner.get('mutation ($id: ID!) { retireDevice(id: $id) { retiredAt } }', { id: machine.id });
    expect(await gone).toBe(ADMINISTRATIVE_ACTION);
    await expect(connectMachine(processes, machine.token)).rejects.toMatchObject({ code: BANNED });
    expect(await post(processes, machine.token)).toMatchObject({ status: 403, text: expect.stringContaining('AUTH.DEVICE_RETIRED') });
    await processes.drained();
    expect((await refusalsOf(owner, machine)).device.refusals.nodes).toContainEqual({ code: 'AUTH.DEVICE_RETIRED' });
    await owner.get('mutation ($id: ID!) { reinstateDevice(id: $id) { retiredAt } }', { id: machine.id });
    const back = await connectOnceAllowed(processes, machine.token);
    await send(back, '{"x":1}');
    await back.endAsync();
  });

  it('is let in by its new token and no longer by the old one', async () => {
    const machine = await addMachine(owner, 'rotated');
    const client = await connectMachine(processes, machine.token);
    const gone = sentAway(client);
    const token = await rotate(owner, machine);
    expect(await gone).toBe(NOT_AUTHORIZED);
    await expect(connectMachine(processes, machine.token)).rejects.toMatchObject({ code: NOT_AUTHORIZED });
    const again = await connectMachine(processes, token);
    await send(again, '{"x":2}');
    await again.endAsync();
    const { device } = await owner.get<{ device: { latestValues: { value: number }[] } }>('query ($id: ID!) { device(id: $id) { latestValues { value } } }', { id: machine.id });
    expect(device.latestValues).toEqual([{ value: 2 }]);
  });

  it('takes its points, metrics and refusals with it when it is deleted, and no other’s', async () => {
    const [machine, other] = [await addMachine(owner, 'deleted'), await addMachine(owner, 'stays')];
    const [client, staying] = [await connectMachine(processes, machine.token), await connectMachine(processes, other.token)];
    for (const each of [client, staying]) {
      await send(each, '{"ts":1767600000000,"values":{"x":1,"y":"run"}}');
      await send(each, 'not JSON').catch(() => undefined);
    }
    await processes.drained();
    expect((await refusalsOf(owner, machine)).device.refusals.nodes).toEqual([{ code: 'TELEMETRY.BAD_JSON' }]);
    const shapes = await shapesOf(machine);
    expect(await pointsOf(shapes)).toHaveLength(1);
    const gone = sentAway(client);
    await owner.get('mutation ($id: ID!) { deleteDevice(id: $id) }', { id: machine.id });
    expect(await gone).toBe(NOT_AUTHORIZED);
    await expect(connectMachine(processes, machine.token)).rejects.toThrow();
    expect((await post(processes, machine.token)).status).toBe(401);
    await erased(machine);
    expect(await pointsOf(shapes)).toEqual([]);
    for (const table of ['device_token', 'device_presence', 'device_refusal', 'series', 'telemetry_shape']) {
      expect(await api.database.sql(`SELECT 1 FROM ${table} WHERE device_id = $1`, [machine.id])).toEqual([]);
    }
    expect((await refusalsOf(owner, other)).device.refusals.nodes).toEqual([{ code: 'TELEMETRY.BAD_JSON' }]);
    expect(await pointsOf(await shapesOf(other))).toHaveLength(1);
    await staying.endAsync();
  });

  it('is sent away when the office suspends its company, and let in when it resumes it; the neighbour’s stays', async () => {
    const office = await root();
    const [machine, theirs] = [await addMachine(owner, 'suspended'), await addMachine(neighbour, 'theirs')];
    const [client, staying] = [await connectMachine(processes, machine.token), await connectMachine(processes, theirs.token)];
    const { viewer } = await owner.get<{ viewer: { tenant: { id: string } } }>('{ viewer { tenant { id } } }');
    const gone = sentAway(client);
    await office.get('mutation ($id: ID!) { suspendCompany(input: { id: $id, reason: "unpaid" }) { id } }', viewer.tenant);
    expect(await gone).toBe(ADMINISTRATIVE_ACTION);
    await expect(connectMachine(processes, machine.token)).rejects.toMatchObject({ code: BANNED });
    expect(await post(processes, machine.token)).toMatchObject({ status: 403, text: expect.stringContaining('AUTH.TENANT_SUSPENDED') });
    await send(staying, '{"x":1}');
    await office.get('mutation ($id: ID!) { resumeCompany(id: $id) { id } }', viewer.tenant);
    const back = await connectOnceAllowed(processes, machine.token);
    await send(back, '{"x":1}');
    await Promise.all([back.endAsync(), staying.endAsync()]);
  });
});

async function root(): Promise<TestPerson> {
  const person = { email: 'root@tenon.example', password: 'quite a long secret', name: 'root', role: 'root' } as const;
  await api.app.get(AppointStaff, { strict: false }).execute(person);
  return api.signIn(person.email, person.password);
}

async function shapesOf({ id }: Machine): Promise<number[]> {
  return (await api.database.sql<{ id: number }>('SELECT id FROM telemetry_shape WHERE device_id = $1', [id])).map((row) => row.id);
}

const pointsOf = (shapes: readonly number[]): Promise<object[]> => api.database.sql('SELECT at FROM telemetry WHERE shape_id = ANY ($1)', [shapes]);

/** Resolves when the worker has done what the deletion promised. */
async function erased({ id }: Machine): Promise<void> {
  for (;;) {
    const [job] = await api.database.sql<{ state: string }>(`SELECT state FROM outbox WHERE job = 'telemetry.erase-points' AND subject = $1`, [id]);
    if (job?.state === 'done') return;
    if (job?.state !== 'pending' && job?.state !== 'issued') throw new Error(`The erasure is ${job?.state ?? 'not promised'}.`);
  }
}

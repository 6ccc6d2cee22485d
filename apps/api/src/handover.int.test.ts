import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { holdMachines } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { colleague, whoIs } from './testing/colleagues.js';
import { tablesKeeping } from './testing/kept-secrets.js';
import { connectMachine, connectOnceAllowed, send, sentAway } from './testing/machine-client.js';
import { addMachine, DOORS_OPEN_WITHIN_MS, machineDoors, type AddedMachine as Machine, type MachineDoors } from './testing/machine-doors.js';
import { storedReadings, TalkativeMachine } from './testing/talkative-machine.js';
import type { TestPerson } from './testing/test-api.js';

let api: MachineDoors['api'];
let processes: MachineDoors['processes'];
let maker: TestPerson;
let buyer: TestPerson;
let close: MachineDoors['close'];
beforeAll(async () => ({ api, processes, people: [maker, buyer], close } = await machineDoors(['Maker', 'Buyer'], { SIGN_IN_TRIES_PER_PERSON: '5' })), DOORS_OPEN_WITHIN_MS);
afterAll(() => close());
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

const RELEASE = 'mutation ($input: ReleaseDevicesInput!) { releaseDevices(input: $input) { deviceId name code handover { id state way } } }';
const CLAIM = 'mutation ($input: ClaimDeviceInput!) { claimDevice(input: $input) { token device { id name gatewayMode token { prefix } } } }';

const machine = (name: string): Promise<Machine> => addMachine(maker, name);

interface Released {
  readonly deviceId: string;
  readonly code: string;
  readonly handover: { readonly id: string };
}

async function release(of: readonly Machine[], more: object = {}): Promise<Released[]> {
  return (await maker.get<{ releaseDevices: Released[] }>(RELEASE, { input: { ids: of.map(({ id }) => id), way: 'CODE', ...more } })).releaseDevices;
}

async function released(name: string, more: object = {}): Promise<Machine & Released> {
  const made = await machine(name);
  return { ...made, ...(await release([made], more))[0]! };
}

/** One of the machine's own, and one of an authority of its company. */
async function giveCertificates({ id }: Machine): Promise<void> {
  await api.database.sql(`INSERT INTO certificate_authority (tenant_id, id, kind, name, subject, certificate, fingerprint, not_after, state) SELECT tenant_id, id, 'theirs', 'x', 'x', 'x', '\\x07', now(), 'active' FROM device WHERE id = $1`, [id]);
  await api.database.sql(`INSERT INTO device_certificate (tenant_id, id, device_id, authority_id, fingerprint, serial, issued_at, not_after) SELECT tenant_id, gen_random_uuid(), id, a, f, s, now(), now() FROM device, (VALUES (NULL, '\\x05'::bytea, '01'), ($1::uuid, '\\x06', '02')) AS c (a, f, s) WHERE id = $1`, [id]);
}

interface Claimed {
  readonly token: string | null;
  readonly device: { readonly id: string; readonly name: string };
}

const claimed = async (claim: object, name?: string, person = buyer): Promise<Claimed> => (await person.get<{ claimDevice: Claimed }>(CLAIM, { input: { claim, ...(name && { name }) } })).claimDevice;
const codeOf = async (person: TestPerson, query: string, input: object): Promise<string | undefined> => (await person.ask(query, { input })).errors?.[0]?.extensions.code;
const refusal = (claim: object, person = buyer): Promise<string | undefined> => codeOf(person, CLAIM, { claim });
const LOOK = 'query ($input: ClaimInput!) { claimableDevice(input: $input) { name company isGateway keepsCredentials } }';
const standing = async ({ id }: Machine): Promise<unknown> => (await maker.get<{ device: unknown }>('query ($id: ID!) { device(id: $id) { retiredAt handover { state takenBy } token { prefix } } }', { id })).device;
const OWN_TAKEN = { state: 'TAKEN', takenBy: 'Buyer' };

describe('a machine that is handed over by a code', () => {
  it('connects as before, and begins anew at whoever took it; what it sent before stays where it was', async () => {
    const press = await released('Press 1');
    const certificates = (): Promise<object[]> => api.database.sql('SELECT c.device_id, c.serial FROM device_certificate c WHERE serial = ANY ($1) ORDER BY serial', [['01', '02']]);
    await giveCertificates(press);
    const client = await connectMachine(processes, press.token);
    await send(client, '{"n":1}');
    expect(await buyer.get(LOOK, { input: { code: press.code.toLowerCase() } })).toEqual({ claimableDevice: { name: 'Press 1', company: 'Maker', isGateway: false, keepsCredentials: true } });
    const gone = sentAway(client);
    const { token, device } = await claimed({ code: ` ${press.code} ` });
    expect([token, device]).toEqual([null, { id: expect.not.stringMatching(press.id), name: 'Press 1', gatewayMode: 'NONE', token: { prefix: press.token.slice(0, 6) } }]);
    expect(await gone).toBe(0x98);
    const again = await connectOnceAllowed(processes, press.token);
    await send(again, '{"n":2}');
    await again.endAsync();
    expect([await storedReadings(api, press.id), await storedReadings(api, device.id)]).toEqual([[1], [2]]);
    expect(await standing(press)).toEqual({ retiredAt: expect.any(String), handover: OWN_TAKEN, token: null });
    expect(await tablesKeeping(api.database, press.code, [])).toEqual([]);
    // What it brought along goes with it; what an authority of the company gave it does not.
    expect(await certificates()).toEqual([{ device_id: device.id, serial: '01' }, { device_id: press.id, serial: '02' }]);
  });

  it('leaves a line in both trails, and a notice at both', async () => {
    const saw = await released('Saw');
    const { device } = await claimed({ code: saw.code }, 'Halle 2');
    const lines = await api.database.sql<{ action: string }>('SELECT action, actor, details FROM audit_entry WHERE subject_id = ANY ($1) ORDER BY seq', [[saw.id, device.id]]);
    expect(lines.map(({ action }) => action).sort()).toEqual(['device.created', 'device.handed-over', 'device.released', 'device.taken-over']);
    expect(lines).toContainEqual({ action: 'device.handed-over', actor: 'system', details: expect.objectContaining({ name: 'Saw', to: 'Buyer' }) });
    expect(lines).toContainEqual({ action: 'device.taken-over', actor: buyer.email, details: expect.objectContaining({ name: 'Halle 2', from: 'Maker' }) });
    const told = await api.database.sql(`SELECT payload->>'kind' AS kind, payload->'facts' AS facts FROM outbox WHERE job = 'notices.raised' AND payload->>'subjectId' = ANY ($1) ORDER BY 1`, [[saw.id, device.id]]);
    expect(told).toEqual([
      { kind: 'device.handed-over', facts: { name: 'Saw', company: 'Buyer' } },
      { kind: 'device.taken-over', facts: { name: 'Halle 2', company: 'Maker' } },
    ]);
  });

  it('gets another token where its former company wants it so, and the old one is good nowhere', async () => {
    const drill = await released('Drill', { keepsCredentials: false });
    const { token } = await claimed({ code: drill.code });
    await expect(connectMachine(processes, drill.token)).rejects.toMatchObject({ code: 0x87 });
    await (await connectOnceAllowed(processes, token!)).endAsync();
    expect(await tablesKeeping(api.database, token!, [])).toEqual([]);
  });

  it('that talks all the while has each message that was acknowledged stored once, at one of the two', async () => {
    const lathe = await released('Lathe');
    const talking = new TalkativeMachine(processes, lathe.token);
    await talking.acknowledged(200);
    const { device } = await claimed({ code: lathe.code });
    await talking.acknowledged(200);
    const sent = await talking.stop();
    await processes.drained();
    const [before, after] = [await storedReadings(api, lathe.id), await storedReadings(api, device.id)];
    expect([...before, ...after].sort((a, b) => a - b)).toEqual(sent);
    expect([before.length > 0, after.length > 0]).toEqual([true, true]);
  });

  it('takes the machines behind it along, under another name where theirs is taken', async () => {
    const gateway = await machine('Hall');
    await maker.get('mutation ($id: ID!) { setGatewayMode(input: { id: $id, mode: OPEN }) { id } }', { id: gateway.id });
    const client = await connectMachine(processes, gateway.token);
    for (const name of ['Pump', 'Fan']) await client.publishAsync('v1/gateway/telemetry', JSON.stringify({ [name]: [{ n: 1 }] }), { qos: 1 });
    await buyer.get('mutation { createDevice(input: { name: "Fan" }) { token } }');
    // One of them may come by itself as well.
    const [pump] = await api.database.sql<{ id: string }>(`SELECT id FROM device WHERE known_as = 'Pump'`);
    const { rotateDeviceToken } = await maker.get<{ rotateDeviceToken: { token: string } }>('mutation ($id: ID!) { rotateDeviceToken(id: $id) { token } }', { id: pump!.id });
    const [one] = await release([gateway]);
    const { device } = await claimed({ code: one!.code });
    const { devices } = await buyer.get<{ devices: { nodes: { name: string; knownAs: string }[] } }>('query ($id: ID!) { devices(filter: { gatewayId: $id }) { nodes { name knownAs } } }', { id: device.id });
    expect(devices.nodes).toEqual([{ name: expect.stringMatching(/^Fan [0-9a-f]{4}$/), knownAs: 'Fan' }, { name: 'Pump', knownAs: 'Pump' }]);
    const again = await connectOnceAllowed(processes, gateway.token);
    await again.publishAsync('v1/gateway/telemetry', '{"Pump":[{"n":2}]}', { qos: 1 });
    await again.endAsync();
    const byItself = await connectOnceAllowed(processes, rotateDeviceToken.token);
    await send(byItself, '{"n":3}');
    await byItself.endAsync();
    const pumps = await api.database.sql<{ id: string; retired: boolean }>(`SELECT id, retired_at IS NOT NULL AS retired FROM device WHERE known_as = 'Pump' ORDER BY retired_at`);
    expect(await Promise.all(pumps.map(async ({ id, retired }) => [retired, await storedReadings(api, id)]))).toEqual([[true, [1]], [false, [2, 3]]]);
  });
});

describe('a machine that offers itself', () => {
  const offer = (client: { publishAsync: (topic: string, payload: string, options: { qos: 1 }) => Promise<unknown> }, secretKey: string): Promise<unknown> => client.publishAsync('v1/devices/me/claim', JSON.stringify({ secretKey, durationMs: 60_000 }), { qos: 1 });

  it('is taken by its name and secret, if its company allowed it, and as long as it said', async () => {
    const robot = await machine('Robot 7');
    const client = await connectMachine(processes, robot.token);
    await expect(offer(client, 'correct horse 9')).rejects.toMatchObject({ code: 0x87 });
    await release([robot], { way: 'MACHINE' });
    await offer(client, 'correct horse 9');
    const other = await fetch(`http://127.0.0.1:${processes.httpPort}/api/v1/${robot.token}/claim`, { method: 'POST', body: '{"secretKey":"another horse 8"}' });
    expect(other.status).toBe(200);
    expect(await refusal({ name: 'Robot 7', secret: 'correct horse 9' })).toBe('CLAIM.NOT_FOUND');
    expect(await refusal({ name: 'Robot 8', secret: 'another horse 8' })).toBe('CLAIM.NOT_FOUND');
    await api.database.sql(`UPDATE device_handover SET secret_until = now() WHERE device_id = $1`, [robot.id]);
    expect(await refusal({ name: 'Robot 7', secret: 'another horse 8' })).toBe('CLAIM.NOT_FOUND');
    await offer(client, 'correct horse 9');
    expect((await claimed({ name: 'Robot 7', secret: 'correct horse 9' })).device.name).toBe('Robot 7');
    await client.endAsync(true);
    await processes.drained();
    const { device } = await maker.get<{ device: { refusals: { nodes: object[] } } }>('query ($id: ID!) { device(id: $id) { refusals { nodes { code } } } }', { id: robot.id });
    expect(device.refusals.nodes).toEqual([{ code: 'CLAIM.NOT_ALLOWED' }]);
  });

  it('under a name and a secret that another has too is nobody’s to take', async () => {
    const [one, neighbour] = [await machine('Twin'), await api.newcomer('Neighbour')];
    const { createDevice } = await neighbour.get<{ createDevice: { token: string; device: { id: string } } }>('mutation { createDevice(input: { name: "Twin" }) { token device { id } } }');
    await release([one], { way: 'MACHINE' });
    await neighbour.get(RELEASE, { input: { ids: [createDevice.device.id], way: 'MACHINE' } });
    for (const token of [one.token, createDevice.token]) {
      const client = await connectMachine(processes, token);
      await offer(client, 'one secret for all');
      await client.endAsync();
    }
    expect(await refusal({ name: 'Twin', secret: 'one secret for all' })).toBe('CLAIM.NOT_FOUND');
  });
});

describe('a release', () => {
  it('is good once, until it is withdrawn or over, and another code takes its place', async () => {
    const [a, b] = [await released('Once'), await released('Again')];
    const both = await Promise.all([refusal({ code: a.code }), refusal({ code: a.code })]);
    expect(both.sort()).toEqual(['CLAIM.NOT_FOUND', undefined]);
    // Also where its former company brings what is left there back into use.
    await maker.get('mutation ($id: ID!) { reinstateDevice(id: $id) { id } }', { id: a.id });
    expect(await refusal({ code: a.code }, await api.newcomer('Late'))).toBe('CLAIM.NOT_FOUND');
    const [again] = await release([b]);
    expect(await refusal({ code: b.code })).toBe('CLAIM.NOT_FOUND');
    const withdraw = (): Promise<string | undefined> => maker.ask('mutation ($id: ID!) { withdrawHandover(id: $id) { state } }', { id: again!.handover.id }).then(({ errors }) => errors?.[0]?.extensions.code);
    expect([await withdraw(), await withdraw()]).toEqual([undefined, 'HANDOVER.OVER']);
    expect(await refusal({ code: again!.code })).toBe('CLAIM.NOT_FOUND');
    const [last] = await release([b]);
    await api.database.sql('UPDATE device_handover SET expires_at = now() WHERE id = $1', [last!.handover.id]);
    expect(await refusal({ code: last!.code })).toBe('CLAIM.NOT_FOUND');
  });

  it('of many gives codes in the order in which machines were chosen', async () => {
    const machines = [await machine('1st'), await machine('2nd'), await machine('3rd'), await machine('4th')];
    for (const chosen of [machines, machines.toReversed()]) expect((await release(chosen)).map(({ deviceId }) => deviceId)).toEqual(chosen.map(({ id }) => id));
  });

  it('goes to one of two companies that take it at once', async () => {
    const one = await released('Wanted');
    const [rival, other] = [await api.newcomer('Rival'), await api.newcomer('Other')];
    // Both have found it open and want to change it, or one cannot yet: that is the difference which the lock makes.
    const held = await holdMachines(api.database, [one.id]);
    const both = Promise.all([refusal({ code: one.code }, other), refusal({ code: one.code }, rival)]);
    await held.untilWaiting(2);
    await held.release();
    expect((await both).sort()).toEqual(['CLAIM.NOT_FOUND', undefined]);
  });

  it('is not for its own company, nor for one whose plan is full, nor under a name that is taken; the machine stays', async () => {
    const one = await released('Mine');
    expect(await refusal({ code: one.code }, maker)).toBe('CLAIM.OWN');
    await buyer.get('mutation { createDevice(input: { name: "Mine" }) { token } }');
    expect(await refusal({ code: one.code })).toBe('DEVICE.NAME_TAKEN');
    const poor = await api.newcomer('Poor');
    await api.database.sql(`INSERT INTO plan_limit (tenant_id, meter, cap) VALUES ($1, 'devices', 0)`, [(await whoIs(poor)).tenant!.id]);
    expect(await refusal({ code: one.code }, poor)).toBe('QUOTA.REACHED');
    expect(await standing(one)).toEqual({ retiredAt: null, handover: { state: 'OPEN', takenBy: null }, token: { prefix: one.token.slice(0, 6) } });
  });

  it.each([
    ['who may add and delete machines', ['device:create', 'device:delete'], 'AUTH.FORBIDDEN', 'AUTH.FORBIDDEN'],
    ['who may give them away', ['device:release'], undefined, 'AUTH.FORBIDDEN'],
    ['who may take them over', ['device:claim'], 'AUTH.FORBIDDEN', 'CLAIM.NOT_FOUND'],
  ])('for somebody %s is what that alone allows', async (name, permissions, releasing, claiming) => {
    const { createRole } = await maker.get<{ createRole: { id: string } }>('mutation ($input: CreateRoleInput!) { createRole(input: $input) { id } }', { input: { name, permissions } });
    const person = await colleague(api, (await whoIs(maker)).tenant!.id, createRole.id);
    const { id } = await machine(name);
    expect([await codeOf(person, RELEASE, { ids: [id], way: 'CODE' }), await refusal({ code: '00000-00000-00000-00000' }, person)]).toEqual([releasing, claiming]);
  });

  it('of what cannot go there is none', async () => {
    const press = await machine('Kept');
    for (const [input, code] of [[{ ids: [] }, 'HANDOVER.HOW_MANY'], [{ ids: [press.id], days: 0 }, 'HANDOVER.DAYS'], [{ ids: [press.id], days: 366 }, 'HANDOVER.DAYS']] as const) expect(await codeOf(maker, RELEASE, { way: 'CODE', ...input })).toBe(code);
    await maker.get('mutation ($id: ID!) { retireDevice(id: $id) { id } }', { id: press.id });
    expect(await codeOf(maker, RELEASE, { ids: [press.id], way: 'CODE' })).toBe('DEVICE.ALREADY_RETIRED');
    const simulated = (await maker.get<{ addSimulatedDevice: { id: string } }>('mutation { addSimulatedDevice(input: {}) { id } }')).addSimulatedDevice.id;
    expect(await codeOf(maker, RELEASE, { ids: [simulated], way: 'CODE' })).toBe('DEVICE.IS_SIMULATED');
  });

  it('is not found by trying: wrong codes are bounded, and tell nothing', async () => {
    const guesser = await api.newcomer('Guesser');
    const told: (string | undefined)[] = [];
    for (const claim of [{ code: 'no code' }, { code: '00000-00000-00000-00000' }, { name: 'Robot 7', secret: 'short' }, { name: 'Robot 7', secret: 'correct horse 9' }, { code: 'x' }, { code: 'x' }]) told.push(await refusal(claim, guesser));
    expect(told).toEqual([...Array<string>(5).fill('CLAIM.NOT_FOUND'), 'AUTH.TOO_MANY_ATTEMPTS']);
    expect(await codeOf(guesser, LOOK, { code: 'x' })).toBe('AUTH.TOO_MANY_ATTEMPTS');
    expect(await codeOf(await api.newcomer('Other'), LOOK, {})).toBe('CLAIM.INCOMPLETE');
  });
});

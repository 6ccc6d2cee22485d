import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import type { Client } from 'graphql-ws';
import { colleague, whoIs, type Colleague } from './testing/colleagues.js';
import { liveClient } from './testing/live-client.js';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let owner: TestPerson;
let operator: Colleague;
let listener: Client;
beforeAll(async () => {
  api = await testApi();
  owner = await api.newcomer('Control');
  operator = await colleague(api, (await whoIs(owner)).tenant!.id, 'operator');
  listener = liveClient(api.url, operator.cookie);
});
afterAll(async () => {
  await listener.dispose();
  await api.close();
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

interface Command {
  readonly id: string;
  readonly number: number;
  readonly state: string;
  readonly params: unknown;
  readonly settledAt: string | null;
}

interface Control {
  readonly desiredVersion: string;
  readonly state: { key: string; desired: unknown; desiredVersion: string | null; reported: unknown; reportedAt: string | null; isApplied: boolean | null }[];
  readonly commands: { nodes: Command[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

let machines = 0;
const machine = async (): Promise<string> => (await owner.get<{ createDevice: { device: { id: string } } }>(`mutation { createDevice(input: { name: "Machine ${(machines += 1)}" }) { device { id } } }`)).createDevice.device.id;

const COMMAND = '{ id number state params settledAt }';
const SEND = `mutation ($input: SendCommandInput!) { sendCommand(input: $input) ${COMMAND} }`;
const DESIRE = 'mutation ($input: SetDesiredStateInput!) { setDesiredState(input: $input) { desiredVersion state { key desired desiredVersion reported isApplied } } }';
const send = async (deviceId: string, input: object = {}): Promise<Command> => (await owner.get<{ sendCommand: Command }>(SEND, { input: { deviceId, method: 'start', ...input } })).sendCommand;
const codeOf = async (person: TestPerson, query: string, input: object): Promise<string | undefined> => (await person.ask(query, { input })).errors?.[0]?.extensions.code;
const control = async (deviceId: string, first = 20, after: string | null = null): Promise<Control> =>
  (
    await operator.get<{ deviceControl: Control }>(
      `query ($id: ID!, $first: Int, $after: String) { deviceControl(deviceId: $id) { desiredVersion state { key desired desiredVersion reported reportedAt isApplied } commands(first: $first, after: $after) { nodes ${COMMAND} pageInfo { hasNextPage endCursor } } } }`,
      { id: deviceId, first, after },
    )
  ).deviceControl;

describe('a command', () => {
  it('waits for its machine under the next number, is told to who follows, and is on record', async () => {
    const device = await machine();
    const told = listener.iterate<{ deviceControlChanged: Control }>({ query: `subscription { deviceControlChanged(deviceId: "${device}") { commands { nodes { method } } } }` });
    expect((await told.next()).value?.data?.deviceControlChanged.commands.nodes).toEqual([]);
    const next = told.next();
    expect(await send(device, { params: { speed: 3 } })).toMatchObject({ number: 1, state: 'QUEUED', params: { speed: 3 }, settledAt: null });
    expect((await next).value?.data?.deviceControlChanged.commands.nodes).toEqual([{ method: 'start' }]);
    await told.return?.();
    expect(await send(device, { params: null })).toMatchObject({ number: 2, params: null });
    const page = await control(device, 1);
    expect(page.commands).toMatchObject({ nodes: [{ number: 2 }], pageInfo: { hasNextPage: true } });
    expect((await control(device, 1, page.commands.pageInfo.endCursor)).commands).toMatchObject({ nodes: [{ number: 1 }], pageInfo: { hasNextPage: false } });
    const { auditTrail } = await owner.get<{ auditTrail: { nodes: { action: string; subjectId: string }[] } }>('{ auditTrail(first: 1) { nodes { action subjectId } } }');
    expect(auditTrail.nodes).toEqual([{ action: 'device.command-sent', subjectId: device }]);
  });

  it('is sent once under the sender’s own name for it, however often and at once it is asked', async () => {
    const device = await machine();
    const sent = await Promise.all([1, 2, 3].map(() => send(device, { requestKey: 'batch 7' })));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect((await control(device)).commands.nodes).toHaveLength(1);
    expect(await codeOf(owner, SEND, { deviceId: device, method: 'stop', requestKey: 'batch 7' })).toBe('COMMAND.KEY_USED');
    expect(await codeOf(owner, SEND, { deviceId: device, method: 'start', params: { speed: 1 }, requestKey: 'batch 7' })).toBe('COMMAND.KEY_USED');
    expect(await codeOf(owner, SEND, { deviceId: await machine(), method: 'start', requestKey: 'batch 7' })).toBe('COMMAND.KEY_USED');
    expect(await codeOf(owner, SEND, { deviceId: device, method: 'start', requestKey: '' })).toBe('COMMAND.KEY');
  });

  it('that waits is taken back once, and one that is over is not', async () => {
    const device = await machine();
    const { id } = await send(device);
    const cancel = `mutation { cancelCommand(id: "${id}") { state settledAt } }`;
    expect((await owner.get<{ cancelCommand: Command }>(cancel)).cancelCommand).toEqual({ state: 'CANCELLED', settledAt: expect.any(String) });
    expect((await owner.ask(cancel)).errors?.[0]?.extensions).toMatchObject({ code: 'COMMAND.NOT_WAITING', details: { state: 'cancelled' } });
    const expired = await send(device);
    await api.database.sql(`UPDATE device_command SET due_at = now() - interval '1 second' WHERE id = $1`, [expired.id]);
    expect((await owner.ask(`mutation { cancelCommand(id: "${expired.id}") { id } }`)).errors?.[0]?.extensions.code).toBe('COMMAND.NOT_WAITING');
    // Nobody wrote it down yet.
    expect((await control(device)).commands.nodes[0]).toMatchObject({ state: 'EXPIRED', settledAt: expect.any(String) });
  });

  it('is sent by who may, and at most a hundred wait for one machine', async () => {
    const device = await machine();
    expect(await codeOf(operator, SEND, { deviceId: device, method: 'start' })).toBe('AUTH.FORBIDDEN');
    await api.database.sql(
      `INSERT INTO device_command (tenant_id, id, device_id, number, method, params, expects_answer, timeout_ms, expires_at, due_at, author_id, author_name)
       SELECT tenant_id, gen_random_uuid(), id, n, 'a', '{}', true, 1000, now() + interval '1 hour', now() + interval '1 hour', id, 'a' FROM device, generate_series(1001, 1100) n WHERE id = $1`,
      [device],
    );
    expect(await codeOf(owner, SEND, { deviceId: device, method: 'start' })).toBe('COMMAND.TOO_MANY_WAITING');
  });
});

describe('a state that a machine is asked to take', () => {
  it('stands beside what it reports, each change a version, and what is asked already none', async () => {
    const device = await machine();
    await api.database.sql(`UPDATE device SET attributes = '{"target": 170, "serial": "X1"}', reported_at = '{"target": 1767600000000}' WHERE id = $1`, [device]);
    const desire = async (values: object, more: object = {}): Promise<Control> => (await owner.get<{ setDesiredState: Control }>(DESIRE, { input: { deviceId: device, values, ...more } })).setDesiredState;
    expect(await desire({ target: 180, mode: { auto: true } })).toMatchObject({ desiredVersion: '1' });
    expect(await desire({ mode: { auto: true } })).toMatchObject({ desiredVersion: '1' });
    expect(await desire({ mode: null }, { version: '1' })).toMatchObject({ desiredVersion: '2' });
    expect((await control(device)).state).toEqual([
      { key: 'serial', desired: null, desiredVersion: null, reported: 'X1', reportedAt: null, isApplied: null },
      { key: 'target', desired: 180, desiredVersion: '1', reported: 170, reportedAt: '2026-01-05T08:00:00.000Z', isApplied: false },
    ]);
    for (const version of ['1', '3', 'x']) expect(await codeOf(owner, DESIRE, { deviceId: device, values: { target: 1 }, version })).toBe('STATE.CHANGED_MEANWHILE');
    const { auditTrail } = await owner.get<{ auditTrail: { nodes: { action: string; details: object }[] } }>('{ auditTrail(first: 2) { nodes { action details } } }');
    expect(auditTrail.nodes).toMatchObject([
      { action: 'device.desired-state-set', details: { before: { mode: { auto: true } }, after: { mode: null } } },
      { action: 'device.desired-state-set', details: { before: { target: null, mode: null }, after: { target: 180, mode: { auto: true } } } },
    ]);
  });

  it.each([
    ['STATE.NOT_AN_OBJECT', [1]],
    ['STATE.NOT_AN_OBJECT', 'x'],
    ['STATE.VALUE', { '': 1 }],
    ['STATE.VALUE', { a: 'x'.repeat(5_000) }],
    ['STATE.TOO_LARGE', Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`k${n}`, 'x'.repeat(4_000)]))],
  ])('is refused by %s', async (code, values) => {
    expect(await codeOf(owner, DESIRE, { deviceId: await machine(), values })).toBe(code);
  });

  it('is set by who may', async () => {
    expect(await codeOf(operator, DESIRE, { deviceId: await machine(), values: { a: 1 } })).toBe('AUTH.FORBIDDEN');
  });
});

describe('a machine that speaks Sparkplug B', () => {
  const SPARKPLUG = 'query ($id: ID!) { deviceControl(deviceId: $id) { sparkplug { group node device isAlive bdSeq lastSeq rebirthsAsked metricCount metrics { name type unit } } } }';
  const born = async (deviceId: string, isAlive: boolean): Promise<void> => {
    const metrics = [{ name: 'Out/Speed', type: 'Int32', unit: 'rpm' }];
    await api.database.sql(
      `INSERT INTO sparkplug_session (tenant_id, device_id, session_id, gateway_id, group_name, node_name, is_alive, born_at, bd_seq, last_seq, metric_count, metrics)
       SELECT tenant_id, id, id, 'g', 'G', 'N', $2, now(), 4, 255, 9, $3::jsonb FROM device WHERE id = $1`,
      [deviceId, isAlive, JSON.stringify(metrics)],
    );
  };

  it('is shown as it was born, and refuses at once what its birth certificate does not have', async () => {
    const device = await machine();
    expect((await owner.get<{ deviceControl: unknown }>(SPARKPLUG, { id: device })).deviceControl).toEqual({ sparkplug: null });
    await born(device, true);
    expect((await owner.get<{ deviceControl: unknown }>(SPARKPLUG, { id: device })).deviceControl).toEqual({
      sparkplug: { group: 'G', node: 'N', device: null, isAlive: true, bdSeq: 4, lastSeq: 255, rebirthsAsked: 0, metricCount: 9, metrics: [{ name: 'Out/Speed', type: 'Int32', unit: 'rpm' }] },
    });
    expect(await codeOf(owner, SEND, { deviceId: device, method: 'Out/Speed', params: 'fast' })).toBe('COMMAND.WRONG_TYPE');
    expect(await codeOf(owner, SEND, { deviceId: device, method: 'setTemperature', params: { value: 1 } })).toBe('COMMAND.UNKNOWN_METRIC');
    expect(await send(device, { method: 'Out/Speed', params: { value: 3 } })).toMatchObject({ state: 'QUEUED' });
    expect(await send(device, { method: 'Node Control/Rebirth', params: true })).toMatchObject({ state: 'QUEUED' });
  });

  it('that is dead takes what its next birth may have', async () => {
    const device = await machine();
    await born(device, false);
    expect(await send(device, { method: 'Other', params: 1 })).toMatchObject({ state: 'QUEUED' });
  });
});

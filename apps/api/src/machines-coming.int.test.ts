import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEVICE_CHANNEL, type DeviceMessage } from '@tenon/contracts/wire';
import { Listener } from '@tenon/db';
import { createLog } from '@tenon/runtime';
import { guardBystander } from '@tenon/testing/bystander';
import { colleague, whoIs } from './testing/colleagues.js';
import { tablesKeeping } from './testing/kept-secrets.js';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let owner: TestPerson;
let operator: TestPerson;
beforeAll(async () => {
  api = await testApi();
  owner = await api.newcomer('Coming');
  operator = await colleague(api, (await whoIs(owner)).tenant!.id, 'operator');
});
afterAll(() => api.close());
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

async function machine(name: string): Promise<string> {
  return (await owner.get<{ createDevice: { device: { id: string } } }>('mutation ($name: String!) { createDevice(input: { name: $name }) { device { id } } }', { name })).createDevice.device.id;
}

const codeOf = async (person: TestPerson, query: string, input: object): Promise<string | undefined> => (await person.ask(query, { input })).errors?.[0]?.extensions.code;

describe('gateways', () => {
  const MODE = 'mutation ($input: SetGatewayModeInput!) { setGatewayMode(input: $input) { gatewayMode } }';
  const PLACE = 'mutation ($input: PlaceBehindGatewayInput!) { placeBehindGateway(input: $input) { knownAs gateway { name } } }';
  const namesOf = async (filter: string): Promise<string[]> => (await owner.get<{ devices: { totalCount: number; nodes: { name: string }[] } }>(`{ devices(${filter}) { totalCount nodes { name } } }`)).devices.nodes.map(({ name }) => name);
  let gateway: string;
  let press: string;
  let hears: (message: DeviceMessage) => void = () => undefined;
  let listener: Listener;
  beforeAll(async () => {
    listener = new Listener({ databaseUrl: api.database.databaseUrl, role: 'tenon_app', channels: [DEVICE_CHANNEL], onMessage: (_channel, payload) => hears(JSON.parse(payload) as DeviceMessage), onConnected: () => undefined, log: createLog({ name: 'test', level: 'silent' }) });
    await listener.start();
    gateway = await machine('Hall gateway');
    press = await machine('Press');
  });
  afterAll(() => listener.close());

  it('are told apart from machines that speak for themselves, by those who may give out tokens', async () => {
    expect(await codeOf(operator, MODE, { id: gateway, mode: 'OPEN' })).toBe('AUTH.FORBIDDEN');
    expect(await codeOf(operator, PLACE, { id: press })).toBe('AUTH.FORBIDDEN');
    expect(await codeOf(owner, PLACE, { id: press, gatewayId: gateway })).toBe('GATEWAY.NOT_ONE');
    expect(await owner.get(MODE, { input: { id: gateway, mode: 'LISTED' } })).toEqual({ setGatewayMode: { gatewayMode: 'LISTED' } });
  });

  it('have machines behind them, each under a name of its own there, and the list is narrowed to them', async () => {
    expect(await owner.get(PLACE, { input: { id: press, gatewayId: gateway, knownAs: ' plc-1 ' } })).toEqual({ placeBehindGateway: { knownAs: 'plc-1', gateway: { name: 'Hall gateway' } } });
    const saw = await machine('Saw');
    expect(await codeOf(owner, PLACE, { id: saw, gatewayId: gateway, knownAs: 'plc-1' })).toBe('GATEWAY.NAME_IN_USE');
    expect(await owner.get(PLACE, { input: { id: saw, gatewayId: gateway } })).toEqual({ placeBehindGateway: { knownAs: 'Saw', gateway: { name: 'Hall gateway' } } });
    expect(await namesOf(`filter: { gatewayId: "${gateway}" }`)).toEqual(['Press', 'Saw']);
    expect(await namesOf(`filter: { gatewayId: "${gateway}" }, search: "sa", connection: NEVER`)).toEqual(['Saw']);
    expect(await namesOf('filter: { gatewayId: "x" }')).toEqual([]);
    expect(await namesOf('filter: { isGateway: true }')).toEqual(['Hall gateway']);
    const told = new Promise((resolve) => (hears = (message) => message.kind === 'children-changed' && resolve(message.deviceId)));
    expect(await owner.get(PLACE, { input: { id: saw } })).toEqual({ placeBehindGateway: { knownAs: null, gateway: null } });
    // The gateway that spoke for it speaks for it no more.
    expect(await told).toBe(gateway);
    expect(await namesOf(`filter: { gatewayId: "${gateway}" }`)).toEqual(['Press']);
  });

  it('stand behind nobody, and simulated machines speak for themselves', async () => {
    expect(await codeOf(owner, MODE, { id: press, mode: 'OPEN' })).toBe('GATEWAY.IS_BEHIND_ONE');
    const other = await machine('Other gateway');
    await owner.get(MODE, { input: { id: other, mode: 'OPEN' } });
    expect(await codeOf(owner, PLACE, { id: other, gatewayId: gateway })).toBe('GATEWAY.IS_BEHIND_ONE');
    const simulated = (await owner.get<{ addSimulatedDevice: { id: string } }>('mutation { addSimulatedDevice(input: {}) { id } }')).addSimulatedDevice.id;
    expect(await codeOf(owner, MODE, { id: simulated, mode: 'OPEN' })).toBe('DEVICE.IS_SIMULATED');
    expect(await codeOf(owner, PLACE, { id: simulated, gatewayId: gateway })).toBe('DEVICE.IS_SIMULATED');
  });

  it('leave a line in the trail for each change, and none where nothing changed', async () => {
    await owner.get(MODE, { input: { id: gateway, mode: 'LISTED' } });
    const lines = await api.database.sql(`SELECT action, details->>'before' AS before, details->>'after' AS after FROM audit_entry WHERE subject_id = ANY ($1) AND action LIKE 'device.gateway%' ORDER BY seq`, [[gateway, press]]);
    expect(lines).toEqual([
      { action: 'device.gateway-mode-set', before: 'none', after: 'listed' },
      { action: 'device.gateway-set', before: null, after: 'Hall gateway' },
    ]);
  });
});

describe('keys by which machines let themselves in', () => {
  const FACTS = '{ id name key secretPrefix makesNew makesGateways type { name } mostUses usedCount expiresAt state }';
  const CREATE = `mutation ($input: CreateProvisioningKeyInput!) { createProvisioningKey(input: $input) { key ${FACTS} secret endpoint { httpPort } } }`;
  interface Key {
    readonly id: string;
    readonly key: string;
    readonly secretPrefix: string;
    readonly state: string;
  }
  interface Made {
    readonly key: Key;
    readonly secret: string;
  }
  const create = async (input: object): Promise<Made> => (await owner.get<{ createProvisioningKey: Made }>(CREATE, { input: { name: 'Series 7', makesNew: true, ...input } })).createProvisioningKey;
  const keys = async (): Promise<Key[]> => (await owner.get<{ provisioningKeys: Key[] }>(`{ provisioningKeys ${FACTS} }`)).provisioningKeys;

  it('are shown with all but their secret, of which only the digest is kept, to those who may give out tokens', async () => {
    const expiresAt = '2099-01-01T00:00:00.000Z';
    const { key, secret } = await create({ name: ' Series 7 ', makesGateways: true, mostUses: 3, expiresAt });
    expect(key).toMatchObject({ name: 'Series 7', makesNew: true, makesGateways: true, type: null, mostUses: 3, usedCount: 0, expiresAt, state: 'ACTIVE' });
    expect(key.key).toMatch(/^[A-Za-z][A-Za-z0-9]{19}$/);
    expect(secret.startsWith(key.secretPrefix)).toBe(true);
    expect(await keys()).toEqual([key]);
    expect(await tablesKeeping(api.database, secret, ['provisioning_key', 'audit_entry'])).toEqual([]);
    expect((await operator.ask('{ provisioningKeys { id } }')).errors?.[0]?.extensions.code).toBe('AUTH.FORBIDDEN');
    expect(await codeOf(operator, CREATE, { name: 'x', makesNew: true })).toBe('AUTH.FORBIDDEN');
  });

  it('get another secret, and are revoked once', async () => {
    const { key, secret } = await create({ makesNew: false, makesGateways: true });
    expect(key).toMatchObject({ makesNew: false, makesGateways: false });
    const { rotateProvisioningSecret: rotated } = await owner.get<{ rotateProvisioningSecret: Made }>(`mutation { rotateProvisioningSecret(id: "${key.id}") { key ${FACTS} secret } }`);
    expect([rotated.key.key, rotated.secret === secret]).toEqual([key.key, false]);
    const revoke = `mutation { revokeProvisioningKey(id: "${key.id}") { state } }`;
    expect(await owner.get(revoke)).toEqual({ revokeProvisioningKey: { state: 'REVOKED' } });
    for (const again of [revoke, `mutation { rotateProvisioningSecret(id: "${key.id}") { secret } }`]) expect((await owner.ask(again)).errors?.[0]?.extensions.code).toBe('PROVISIONING_KEY.REVOKED');
    const actions = await api.database.sql<{ action: string }>('SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY seq', [key.id]);
    expect(actions.map(({ action }) => action)).toEqual(['provisioning-key.created', 'provisioning-key.secret-rotated', 'provisioning-key.revoked']);
  });

  it.each([
    [{ name: ' ' }, 'PROVISIONING_KEY.NAME'],
    [{ name: 'x'.repeat(61) }, 'PROVISIONING_KEY.NAME'],
    [{ mostUses: 0 }, 'PROVISIONING_KEY.USES'],
    [{ mostUses: 100_001 }, 'PROVISIONING_KEY.USES'],
    [{ expiresAt: '2026-01-01T00:00:00Z' }, 'PROVISIONING_KEY.OVER'],
    [{ typeId: 'x' }, 'DEVICE_TYPE.NOT_FOUND'],
  ])('are refused where %j', async (input, code) => {
    expect(await codeOf(owner, CREATE, { name: 'Series 7', makesNew: true, ...input })).toBe(code);
  });

  it('are twenty at most that are not revoked', async () => {
    const working = (await keys()).filter(({ state }) => state !== 'REVOKED').length;
    for (let made = working; made < 20; made += 1) await create({});
    expect(await codeOf(owner, CREATE, { name: 'one more', makesNew: true })).toBe('PROVISIONING_KEY.TOO_MANY');
  });
});

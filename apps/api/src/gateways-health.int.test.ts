import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppointStaff } from '@tenon/identity/api';
import { guardBystander } from '@tenon/testing/bystander';
import { setTimeout as sleep } from 'node:timers/promises';
import { gatewayProcess, type GatewayProcess } from './testing/gateway-process.js';
import { connectMachine, send } from './testing/machine-client.js';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly figures: { readonly connectionCount: number; readonly messagesPerSecond: number; readonly pointsPerSecond: number; readonly refusedCount: number; readonly storedAt: string | null } | null;
  readonly faults: readonly { readonly code: string; readonly trace: string }[];
}

const ASK = `{ platformHealth { gateways { id name version state startedAt seenAt
  figures { connectionCount messagesPerSecond pointsPerSecond refusedCount refused { code count } waitingMessages waitingBytes isHoldingBack storedAt }
  faults { code count firstSeenAt lastSeenAt event label frame trace } } } }`;
const PASSWORD = 'quite a long secret';

let api: TestApi;
let support: TestPerson;
let token: string;
let gateway: GatewayProcess;

async function staff(role: 'support' | 'review' | 'finance' | 'root'): Promise<TestPerson> {
  const email = `${role}@tenon.example`;
  await api.app.get(AppointStaff, { strict: false }).execute({ email, password: PASSWORD, name: role, role });
  return api.signIn(email, PASSWORD);
}

const look = async (): Promise<Shown[]> => (await support.get<{ platformHealth: { gateways: Shown[] } }>(ASK)).platformHealth.gateways;

/** Asks again until it is so: another process tells it. @throws Error with what is shown instead, after half a minute */
async function once(isSo: (gateways: readonly Shown[]) => boolean): Promise<Shown[]> {
  const untilMs = Date.now() + 30_000;
  for (;;) {
    const gateways = await look();
    if (isSo(gateways)) return gateways;
    if (Date.now() > untilMs) throw new Error(JSON.stringify(gateways));
    await sleep(100);
  }
}

/** As if so much time had passed since a gateway told of itself. */
const passed = (name: string, interval: string) => api.database.sql(`UPDATE gateway_run SET seen_at = seen_at - $2::interval WHERE gateway_id = $1`, [name, interval]);

beforeAll(async () => {
  api = await testApi();
  support = await staff('support');
  const owner = await api.newcomer('宝山注塑厂');
  token = (await owner.get<{ createDevice: { token: string } }>('mutation { createDevice(input: { name: "Press" }) { token } }')).createDevice.token;
  gateway = await gatewayProcess(api, 'hall-1');
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });
afterAll(async () => {
  await gateway.end('SIGKILL');
  await api.close();
});

describe('a gateway in the office’s health', () => {
  it('shows what it takes and what it refuses, as machines send it', async () => {
    const [idle] = await once((all) => all.length > 0);
    expect(idle).toMatchObject({ name: 'hall-1', version: '0.1.0', state: 'RUNNING', figures: { connectionCount: 0, messagesPerSecond: 0, refusedCount: 0, refused: [], isHoldingBack: false, storedAt: null }, faults: [] });
    const client = await connectMachine(gateway, token);
    for (let n = 0; n < 20; n += 1) await send(client, JSON.stringify({ temperature: n, pressure: n }));
    await expect(send(client, 'no JSON')).rejects.toThrow();
    await expect(connectMachine(gateway, 'T'.padEnd(32, 'x'))).rejects.toThrow();
    const [busy] = await once(([each]) => each?.figures?.connectionCount === 1 && each.figures.messagesPerSecond > 0 && each.figures.refusedCount === 2);
    const { messagesPerSecond, pointsPerSecond, storedAt } = busy!.figures!;
    expect(pointsPerSecond / messagesPerSecond).toBeCloseTo(2);
    expect(Date.parse(storedAt!)).toBeGreaterThan(0);
    expect(busy!.figures).toMatchObject({ refused: [{ code: 'AUTH.UNKNOWN_TOKEN', count: 1 }, { code: 'TELEMETRY.BAD_JSON', count: 1 }], waitingMessages: 0, waitingBytes: 0 });
    await client.endAsync();
    await once(([each]) => each?.figures?.connectionCount === 0);
  });

  it('shows an error that the process survived, with nothing of what it said', async () => {
    gateway.stray();
    const [struck] = await once(([each]) => each?.faults.length === 1);
    expect(struck).toMatchObject({ state: 'RUNNING', faults: [{ code: 'SURVIVED', count: 1, event: 'process.unhandled-rejection', label: 'RangeError', trace: expect.stringMatching(/^[0-9a-f]{8}$/) }] });
    expect(JSON.stringify(struck)).not.toContain('wang');
  });

  it('is gone once it was killed, and its last figures with it; who takes its place says that it ended', async () => {
    const client = await connectMachine(gateway, token);
    await once(([each]) => each?.figures?.connectionCount === 1);
    const work = async (): Promise<object> => (await support.get<{ platformWork: object }>('{ platformWork { gateways { id connectionCount } } }')).platformWork;
    expect(await work()).toEqual({ gateways: [{ id: 'hall-1', connectionCount: 1 }] });
    await gateway.end('SIGKILL');
    await client.endAsync();
    await passed('hall-1', '21 seconds');
    expect(await look()).toMatchObject([{ name: 'hall-1', state: 'GONE', figures: null, faults: [{ code: 'SURVIVED' }] }]);
    expect(await work()).toEqual({ gateways: [] });
    gateway = await gatewayProcess(api, 'hall-1');
    const [next, ...others] = await once(([each]) => each?.state === 'RUNNING' && each.faults.length === 2);
    expect([next, others]).toMatchObject([{ figures: { connectionCount: 0 } }, []]);
    expect(next!.faults.find(({ code }) => code === 'ENDED')).toMatchObject({ count: 1, event: 'gateway.ended-unheard', label: '', trace: '' });
  });

  it('has stopped where it was told to, which is no fault', async () => {
    const other = await gatewayProcess(api, 'hall-2');
    await once((all) => all.some(({ name, state }) => name === 'hall-2' && state === 'RUNNING'));
    await other.end('SIGTERM');
    await passed('hall-2', '1 hour');
    expect((await look()).filter(({ name }) => name === 'hall-2')).toMatchObject([{ state: 'STOPPED', figures: null, faults: [] }]);
  });

  it('is for all of the office who may look at the platform, and for nobody else', async () => {
    const codeOf = async (person: TestPerson) => (await person.ask(ASK)).errors?.[0]?.extensions.code;
    const codes = await Promise.all([support, await staff('root'), await staff('review'), await staff('finance'), await api.newcomer('Somebody')].map(codeOf));
    expect(codes.slice(0, 2)).toEqual([undefined, undefined]);
    expect(codes.slice(2)).toEqual(['AUTH.FORBIDDEN', 'AUTH.FORBIDDEN', 'AUTH.FORBIDDEN']);
  });
});

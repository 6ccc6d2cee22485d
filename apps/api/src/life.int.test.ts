import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { connectMachine, connectOnceAllowed, post, send, sentAway } from './testing/machine-client.js';
import { otherProcesses, type OtherProcesses } from './testing/other-processes.js';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

const ADMINISTRATIVE_ACTION = 0x98;

/** Where a company may stand, and what of it goes: each written out, so that the table of consequences is held against it. */
interface Place {
  readonly state: string;
  readonly because?: string;
  /** Code with which a change is refused; none where it is taken. */
  readonly change?: string;
  /** The same of looking at machines. */
  readonly look?: string;
  /** Of looking at what was exported, the way out. */
  readonly leave?: string;
  /** Whether bills may be seen to. */
  readonly mayPay: boolean;
  /** Whether machines are let in. */
  readonly isOpen: boolean;
}

const PLACES: readonly Place[] = [
  { state: 'trial', mayPay: true, isOpen: true },
  { state: 'active', mayPay: true, isOpen: true },
  { state: 'past-due', mayPay: true, isOpen: true },
  { state: 'suspended', because: 'trial-ended', change: 'AUTH.TRIAL_ENDED', mayPay: true, isOpen: false },
  { state: 'suspended', because: 'unpaid', change: 'AUTH.TENANT_UNPAID', mayPay: true, isOpen: false },
  { state: 'suspended', because: 'office', change: 'AUTH.TENANT_SUSPENDED', mayPay: false, isOpen: false },
  { state: 'closed', change: 'AUTH.TENANT_CLOSED', look: 'AUTH.TENANT_CLOSED', mayPay: true, isOpen: false },
  { state: 'erased', change: 'AUTH.TENANT_ERASED', look: 'AUTH.TENANT_ERASED', leave: 'AUTH.TENANT_ERASED', mayPay: false, isOpen: false },
];

let api: TestApi;
let processes: OtherProcesses;

beforeAll(async () => {
  api = await testApi();
  processes = await otherProcesses(api);
}, 240_000);
afterAll(async () => {
  await processes.close();
  await api.close();
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

/** A company with a machine, of which no door has heard yet. */
async function company(name: string): Promise<{ owner: TestPerson; id: string; deviceId: string; token: string }> {
  const owner = await api.newcomer(name);
  const { createDevice } = await owner.get<{ createDevice: { token: string; device: { id: string } } }>('mutation { createDevice(input: { name: "冲床" }) { token device { id } } }');
  const { viewer } = await owner.get<{ viewer: { tenant: { id: string } } }>('{ viewer { tenant { id } } }');
  return { owner, id: viewer.tenant.id, deviceId: createDevice.device.id, token: createDevice.token };
}

/** Puts a company where it would come by months, bills and other people. */
async function put(id: string, { state, because }: Place): Promise<void> {
  const held = state === 'closed' || because === 'office' ? '{"state": "active", "sinceDay": 20000}' : null;
  await api.database.sql('UPDATE company_standing SET state = $2, because = $3, held = $4 WHERE tenant_id = $1', [id, state, because ?? null, held]);
  await api.database.sql('UPDATE tenant SET state = $2, suspended_because = $3 WHERE id = $1', [id, state, because ?? null]);
}

const codeOf = async (person: TestPerson, query: string, variables?: object): Promise<string | undefined> => (await person.ask(query, variables)).errors?.[0]?.extensions.code;

describe('a company that stands as', () => {
  it.each(PLACES.map((place) => [[place.state, place.because].filter(Boolean).join(' of '), place] as const))('%s may do what its place lets be, at every door', async (name, place) => {
    const { owner, id, deviceId, token } = await company(name);
    await put(id, place);
    expect(await codeOf(owner, 'mutation ($id: ID!) { renameDevice(input: { id: $id, name: "铣床" }) { id } }', { id: deviceId })).toBe(place.change);
    expect(await codeOf(owner, '{ devices { totalCount } }')).toBe(place.look);
    expect(await codeOf(owner, '{ exports { id } }')).toBe(place.leave);
    const { viewer } = await owner.get<{ viewer: { permissions: string[] } }>('{ viewer { permissions } }');
    expect(viewer.permissions.includes('billing:manage')).toBe(place.mayPay);
    const byHttp = await post(processes, token);
    expect([byHttp.status, byHttp.text]).toEqual(place.isOpen ? [200, expect.any(String)] : [403, expect.stringContaining('AUTH.TENANT_SUSPENDED')]);
    const byMqtt = await connectMachine(processes, token).then((client) => client.endAsync().then(() => true), () => false);
    expect(byMqtt).toBe(place.isOpen);
  });
});

describe('a company that its owner closes', () => {
  it('sends its machines away, keeps the way out, and is as it was when it is reopened', async () => {
    const { owner, token } = await company('宝山冲压厂');
    const client = await connectMachine(processes, token);
    await send(client, '{"x":1}');
    const gone = sentAway(client);
    const close = 'mutation ($name: String!) { closeCompany(input: { name: $name }) { state next { state daysLeft } mayReopen } }';
    expect(await codeOf(owner, close, { name: '宝山' })).toBe('LIFE.NAME_MISMATCH');
    const { closeCompany } = await owner.get<{ closeCompany: object }>(close, { name: '宝山冲压厂' });
    expect(closeCompany).toEqual({ state: 'CLOSED', next: { state: 'ERASED', daysLeft: 30 }, mayReopen: true });
    expect(await gone).toBe(ADMINISTRATIVE_ACTION);
    expect(await codeOf(owner, close, { name: '宝山冲压厂' })).toBe('LIFE.ILLEGAL_MOVE');
    expect(await codeOf(owner, '{ devices { totalCount } }')).toBe('AUTH.TENANT_CLOSED');
    expect(await codeOf(owner, '{ auditTrail { nodes { id } } }')).toBeUndefined();
    expect(await owner.get('mutation { reopenCompany { state } }')).toEqual({ reopenCompany: { state: 'TRIAL' } });
    const back = await connectOnceAllowed(processes, token);
    await send(back, '{"x":2}');
    await back.endAsync();
  });
});

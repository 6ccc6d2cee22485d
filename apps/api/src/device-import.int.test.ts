import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import pg from 'pg';
import { colleague, whoIs } from './testing/colleagues.js';
import { sendList, type ImportAnswer } from './testing/machine-lists.js';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

const TOKEN = 'A1TEST0TOKEN00000000';

let api: TestApi;
let owner: TestPerson;
let other: TestPerson;
let tenant: string;
beforeAll(async () => {
  api = await testApi();
  [owner, other] = [await api.newcomer('宝山冲压厂'), await api.newcomer('另一家')];
  tenant = (await whoIs(owner)).tenant!.id;
});
afterAll(() => api.close());
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

const answered = async (door: 'check-import' | 'import', list: string, person = owner): Promise<ImportAnswer> => {
  const response = await sendList(api, door, person, list);
  expect(response.status).toBe(200);
  return (await response.json()) as ImportAnswer;
};
const codeOf = async (response: Promise<Response>): Promise<[number, string]> => {
  const { status, ...rest } = await response.then(async (got) => ({ status: got.status, body: (await got.json()) as { error: { code: string } } }));
  return [status, rest.body.error.code];
};
const machines = (): Promise<{ name: string; attributes: object; digest: string }[]> =>
  api.database.sql(`SELECT d.name, d.attributes, encode(k.digest, 'hex') AS digest FROM device d LEFT JOIN device_token k ON k.device_id = d.id AND k.revoked_at IS NULL WHERE d.tenant_id = $1 ORDER BY d.name`, [tenant]);
const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const allow = (quota: number): Promise<unknown> =>
  api.database.sql(`INSERT INTO plan_limit (tenant_id, meter, quota) VALUES ($1, 'devices', $2) ON CONFLICT (tenant_id, meter) DO UPDATE SET quota = excluded.quota`, [tenant, quota]);
/** What there is of a company that an import could change. */
const traces = (): Promise<object[]> =>
  api.database.sql(`SELECT (SELECT count(*) FROM device WHERE tenant_id = $1) AS devices, (SELECT count(*) FROM device_token WHERE tenant_id = $1) AS tokens, (SELECT count(*) FROM audit_entry WHERE tenant_id = $1) AS entries,
    (SELECT max(quantity) FROM meter_reading WHERE tenant_id = $1 AND meter = 'devices') AS metered`, [tenant]);

describe('a list of machines', () => {

  it('is tried without a trace, then made in one go with the tokens of the trial; sent again it adds nothing', async () => {
    const before = await traces();
    const trial = await answered('check-import', `设备名称,令牌,班组\n1 号压机,${TOKEN},A\n2 号压机,,\n'=3 号,,B\n`);
    expect(trial).toMatchObject({ machines: 3, added: 3, known: 0, faults: [], faultCount: 0 });
    expect(await traces()).toEqual(before);

    const lines = trial.completed!.replace('\uFEFF', '').trim().split('\r\n').map((line) => line.split(','));
    expect(lines).toEqual([['设备名称', '令牌', '班组'], ['1 号压机', TOKEN, 'A'], ['2 号压机', expect.stringMatching(/^\w{32}$/), ''], ["'=3 号", expect.stringMatching(/^\w{32}$/), 'B']]);
    expect(await answered('import', trial.completed!)).toMatchObject({ machines: 3, added: 3, known: 0, completed: trial.completed });
    const made = await machines();
    expect(made).toEqual([
      { name: '1 号压机', attributes: { 班组: 'A' }, digest: digestOf(TOKEN) },
      { name: '2 号压机', attributes: {}, digest: digestOf(lines[2]![1]!) },
      { name: '=3 号', attributes: { 班组: 'B' }, digest: digestOf(lines[3]![1]!) },
    ]);
    const { auditTrail } = await owner.get<{ auditTrail: { nodes: { details: { name: string } }[] } }>('{ auditTrail(filter: { actions: ["device.created"] }) { nodes { details } } }');
    expect(auditTrail.nodes.map(({ details }) => details.name).sort()).toEqual(['1 号压机', '2 号压机', '=3 号']);

    expect(await answered('import', trial.completed!)).toMatchObject({ machines: 3, added: 0, known: 3 });
    expect(await answered('check-import', `${trial.completed!}4 号压机,,\r\n`)).toMatchObject({ machines: 4, added: 1, known: 3 });
    expect(await machines()).toEqual(made);
  });

  it('with a fault in an attribute says in which', async () => {
    const { faults } = await answered('check-import', `name,${'k'.repeat(129)}\nx,1\n`);
    expect(faults).toMatchObject([{ row: 2, column: expect.stringMatching(/^k+…$/), code: 'DEVICE_LIST.ATTRIBUTE' }]);
  });

  it('that has no tokens is answered with those it was given', async () => {
    const { completed } = await answered('import', 'name\nPress\n');
    const [, token = ''] = completed!.trim().split('\r\n')[1]!.split(',');
    expect((await machines()).find(({ name }) => name === 'Press')?.digest).toBe(digestOf(token));
  });

  it('is taken from a program by a key that may add machines, and by no other', async () => {
    const keyFor = async (permission: string): Promise<string> => {
      const { createApiKey } = await owner.get<{ createApiKey: { secret: string } }>('mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }', { input: { name: permission, permissions: [permission], days: 1 } });
      return createApiKey.secret;
    };
    const sent = async (permission: string): Promise<Response> => sendList(api, 'check-import', { cookie: '' }, 'name\nby program\n', { authorization: `Bearer ${await keyFor(permission)}` });
    expect(await (await sent('device:create')).json()).toMatchObject({ added: 1 });
    expect(await codeOf(sent('device:read'))).toEqual([403, 'AUTH.FORBIDDEN']);
  });

  it('names each faulty row, its column and why, and adds none of the others', async () => {
    const theirs = (await answered('import', 'name\nTheirs\n', other)).completed!.trim().split(',').at(-1)!;
    const before = await traces();
    const rows = ['name,token,note', 'good,,', ',,x', `${'n'.repeat(81)},,`, '1 号压机,,', 'twice,,', 'twice,,', 'short,abc,', 'easy,aaaaaaaaaaaaaaaaaaaaaaaa,', `one,${TOKEN}x,`, `two,${TOKEN}x,`];
    const expected = [
      [3, 'name', 'DEVICE.NAME_REQUIRED'], [4, 'name', 'DEVICE.NAME_TOO_LONG'], [5, 'name', 'DEVICE.NAME_TAKEN'], [7, 'name', 'DEVICE_LIST.NAME_TWICE'],
      [8, 'token', 'DEVICE_LIST.TOKEN_SHAPE'], [9, 'token', 'DEVICE_LIST.TOKEN_GUESSABLE'], [11, 'token', 'DEVICE_LIST.TOKEN_TWICE'],
    ];
    for (const door of ['check-import', 'import'] as const) {
      const { faults, ...rest } = await answered(door, rows.join('\n'));
      expect(faults.map(({ row, column, code }) => [row, column, code])).toEqual(expected);
      expect(rest).toEqual({ machines: 10, added: 0, known: 0, faultCount: 7, completed: null });
    }
    // Whose a token is already, nobody is told: only that it is not free.
    for (const token of [theirs, TOKEN]) expect((await answered('import', `name,token\nmine,${token}\n`)).faults).toEqual([{ row: 2, column: 'token', code: 'DEVICE_LIST.TOKEN_NOT_FREE', details: {} }]);
    expect(await traces()).toEqual(before);
  });

  it('is refused where the plan has no room for all of it, in the trial too', async () => {
    const [{ devices }] = (await traces()) as [{ devices: string }];
    await allow(Number(devices) + 1);
    for (const door of ['check-import', 'import'] as const) expect(await codeOf(sendList(api, door, owner, 'name\na\nb\n'))).toEqual([429, 'QUOTA.REACHED']);
    expect(await answered('check-import', 'name\na\n')).toMatchObject({ added: 1 });
    await allow(10_000);
  });

  it('of five thousand is made in one go, and of one more is none', async () => {
    const list = (count: number): string => `name,serial\n${Array.from({ length: count }, (_, at) => `M${at},00${at}`).join('\n')}`;
    expect(await codeOf(sendList(api, 'import', owner, list(5_001)))).toEqual([400, 'TABLE.TOO_MANY_ROWS']);
    expect(await answered('import', list(5_000))).toMatchObject({ machines: 5_000, added: 5_000 });
    const [{ devices, metered }] = (await traces()) as [{ devices: string; metered: string }];
    expect([Number(devices), Number(metered)]).toEqual([5_004, 5_004]);
    const { companyPlan } = await owner.get<{ companyPlan: { usage: { meter: string; used: number }[] } }>('{ companyPlan { usage { meter used } } }');
    expect(companyPlan.usage.find(({ meter }) => meter === 'DEVICES')?.used).toBe(5_004);
  });

  it('that another machine outran is not made in part', async () => {
    const rival = new pg.Client(api.database.superuserUrl);
    await rival.connect();
    await rival.query('BEGIN');
    await rival.query(`INSERT INTO device (tenant_id, id, name, kind) VALUES ($1, gen_random_uuid(), 'fast', 'machine')`, [tenant]);
    const answer = codeOf(sendList(api, 'import', owner, 'name\nslow\nfast\n'));
    const isHeld = async (): Promise<boolean> => (await api.database.sql<{ held: boolean }>(`SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = $1 AND wait_event_type = 'Lock') AS held`, [api.database.name]))[0]!.held;
    while (!(await isHeld()));
    await rival.query('COMMIT');
    await rival.end();
    expect(await answer).toEqual([409, 'DEVICE_LIST.OUTRUN']);
    expect((await machines()).some(({ name }) => name === 'slow')).toBe(false);
  });

  it.each(['check-import', 'import'] as const)('is taken at %s of those alone who may add machines, from this site, and as a file', async (door) => {
    const viewer = await colleague(api, tenant, 'viewer');
    const list = 'name\nx\n';
    expect(await codeOf(sendList(api, door, viewer, list))).toEqual([403, 'AUTH.FORBIDDEN']);
    expect(await codeOf(sendList(api, door, { cookie: '' }, list))).toEqual([401, 'AUTH.SIGN_IN_REQUIRED']);
    expect(await codeOf(sendList(api, door, owner, list, { 'sec-fetch-site': 'cross-site' }))).toEqual([403, 'AUTH.CROSS_ORIGIN']);
    expect(await codeOf(sendList(api, door, owner, JSON.stringify({ name: 'x' }), { 'content-type': 'application/json' }))).toEqual([400, 'DEVICE_LIST.NO_NAMES']);
    expect(await codeOf(sendList(api, door, owner, Buffer.from([0x25, 0x50, 0, 1])))).toEqual([400, 'TABLE.FORMAT']);
    expect(await codeOf(sendList(api, door, owner, Buffer.alloc(5_000_001, 'a')))).toEqual([400, 'TABLE.TOO_LARGE']);
  });
});

describe('what a list says of machines besides', () => {
  it('says of what type they are, where they stand and how they are tagged; what there is not is named by its cell', async () => {
    const made = async (mutation: string): Promise<string> => (Object.values(await owner.get<Record<string, { id: string }>>(mutation))[0] as { id: string }).id;
    const type = await made('mutation { createDeviceType(input: { name: "冲压机" }) { id } }');
    const [works, annex] = [await made('mutation { createPlace(input: { kind: SITE, name: "Works" }) { id } }'), await made('mutation { createPlace(input: { kind: SITE, name: "Annex" }) { id } }')];
    for (const site of [works, annex]) await made(`mutation { createPlace(input: { kind: AREA, name: "Hall", parentId: "${site}" }) { id } }`);
    const list = 'name,type,site,area,tags,serial\nSorted 1,冲压机,Works,Hall,"注塑, old",7\nSorted 2,,,,,\n';
    const faulty = await answered('check-import', `${list}Sorted 3,锯床,,Hall,#\nSorted 4,,,Yard,\n`);
    expect(faulty.faults).toEqual([
      { row: 4, column: 'type', code: 'DEVICE_LIST.NO_TYPE', details: { name: '锯床' } },
      { row: 4, column: 'area', code: 'DEVICE_LIST.PLACE_AMBIGUOUS', details: { name: 'Hall' } },
      { row: 4, column: 'tags', code: 'TAG.NAME_REQUIRED', details: {} },
      { row: 5, column: 'area', code: 'DEVICE_LIST.NO_PLACE', details: { name: 'Yard' } },
    ]);
    expect(await owner.get('{ tags { name } }')).toEqual({ tags: [] });
    const trial = await answered('check-import', list);
    expect(trial.completed).toContain('Sorted 1,');
    expect(trial.completed).toContain(',冲压机,Works,Hall,"注塑, old",7');
    expect(await answered('import', trial.completed!)).toMatchObject({ added: 2, faults: [] });
    const { devices } = await owner.get<{ devices: { nodes: object[] } }>('{ devices(search: "Sorted") { nodes { name attributes type { id } path { name } tags } } }');
    expect(devices.nodes).toEqual([
      { name: 'Sorted 1', attributes: { serial: '7' }, type: { id: type }, path: [{ name: 'Works' }, { name: 'Hall' }], tags: ['old', '注塑'] },
      { name: 'Sorted 2', attributes: {}, type: null, path: [], tags: [] },
    ]);
  });
});

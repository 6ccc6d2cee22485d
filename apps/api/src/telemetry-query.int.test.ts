import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { READING_BUDGET } from '@tenon/domain/telemetry';
import type { TenantId } from '@tenon/kernel';
import { ReadingBudget } from '@tenon/telemetry/api';
import { parquetReadObjects } from 'hyparquet';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

/** More than are read at a time. A line of each with so long a name is more than fits between the store and its reader. */
const POINTS = 60_000;
const NAME = '炉'.repeat(80);
const FROM = '2026-02-01T00:00:00Z';
const WHOLE = { from: FROM, to: '2026-02-04T00:00:00Z' };

let api: TestApi;
let owner: TestPerson;
let deviceId: string;
let key: string;

beforeAll(async () => {
  api = await testApi();
  owner = await api.newcomer('Asking');
  deviceId = (await owner.get<{ createDevice: { device: { id: string } } }>(`mutation { createDevice(input: { name: "${NAME}" }) { device { id } } }`)).createDevice.device.id;
  key = (await owner.get<{ createApiKey: { secret: string } }>('mutation { createApiKey(input: { name: "BI", permissions: ["telemetry:read"], days: 1 }) { secret } }')).createApiKey.secret;
  const [device] = await api.database.sql<{ tenant: string }>('SELECT tenant_id AS tenant FROM device WHERE id = $1', [deviceId]);
  const [series] = await api.database.sql<{ id: number }>(`INSERT INTO series (tenant_id, device_id, key, quantity, value_kind, unit) VALUES ($1, $2, 'c', 'gauge', 'number', '°C') RETURNING id`, [device!.tenant, deviceId]);
  const [shape] = await api.database.sql<{ id: number }>('INSERT INTO telemetry_shape (tenant_id, device_id, series_ids) VALUES ($1, $2, $3) RETURNING id', [device!.tenant, deviceId, [series!.id]]);
  await api.database.sql('SELECT tenon_ensure_month($1)', [FROM]);
  await api.database.sql(`INSERT INTO telemetry SELECT $1, $2, $3::timestamptz + i * interval '1 second', i, ARRAY[i % 60], NULL FROM generate_series(0, $4::int - 1) i`, [device!.tenant, shape!.id, FROM, POINTS]);
  await api.database.sql(`INSERT INTO telemetry_head SELECT $1, $2, $3::timestamptz, 0, ARRAY[0], NULL, tstzmultirange(tstzrange($3::timestamptz, $3::timestamptz + interval '3 days'))`, [device!.tenant, shape!.id, FROM]);
}, 60_000);
/** Answers were broken off here, after which `fetch` opens a connection in advance: a closing server must wait for neither. */
afterAll(async () => {
  const taken = once(api.app.getHttpServer() as Server, 'connection');
  const spare = connect(Number(new URL(api.url).port), '127.0.0.1');
  await taken;
  await api.close();
  spare.destroy();
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

const query = (question: object, headers: Record<string, string> = {}): Promise<Response> => api.post('/api/telemetry/query', question, { authorization: `Bearer ${key}`, ...headers });
const HOURLY = { read: 'buckets', metrics: ['c'], bucketMs: 3_600_000, aggregates: ['mean', 'count'], from: FROM, to: '2026-02-01T02:00:00Z' };

describe('a question about many readings', () => {
  it('is answered to a key, in the form that it accepts', async () => {
    const times = ['2026-02-01T00:00:00.000Z', '2026-02-01T01:00:00.000Z'];
    const json = await query(HOURLY);
    expect([json.status, json.headers.get('content-type'), json.headers.get('cache-control'), json.headers.get('content-disposition')]).toEqual([200, 'application/json; charset=utf-8', 'private, no-store', null]);
    expect(await json.json()).toEqual({ columns: ['machine_id', 'machine', 'metric', 'unit', 'time', 'mean', 'count'], frames: [{ machine_id: deviceId, machine: NAME, metric: 'c', unit: '°C', time: times, mean: [29.5, 29.5], count: [3_600, 3_600] }] });
    expect(await (await query(HOURLY, { accept: 'application/x-ndjson' })).text()).toBe(times.map((time) => `{"machine_id":"${deviceId}","machine":"${NAME}","metric":"c","unit":"°C","time":"${time}","mean":29.5,"count":3600}\n`).join(''));
    const file = await (await query(HOURLY, { accept: 'application/vnd.apache.parquet' })).arrayBuffer();
    expect(await parquetReadObjects({ file })).toEqual(times.map((time) => ({ machine_id: deviceId, machine: NAME, metric: 'c', unit: '°C', time: new Date(time), mean: 29.5, count: 3_600n })));
  });

  it.each([
    [{ read: 'points' }, 400, 'TELEMETRY_QUERY.INVALID', 'from'],
    [{ ...HOURLY, machines: { idz: [] } }, 400, 'TELEMETRY_QUERY.INVALID', 'machines'],
    [{ ...HOURLY, at: FROM }, 400, 'TELEMETRY_QUERY.INVALID', 'at'],
    [{ ...HOURLY, combine: 'sum' }, 400, 'TELEMETRY_QUERY.INVALID', 'combine'],
    [{ ...HOURLY, fill: 'constant' }, 400, 'TELEMETRY_QUERY.INVALID', 'fillValue'],
    [{ ...HOURLY, bucketMs: undefined }, 400, 'TELEMETRY_QUERY.INVALID', 'bucketMs'],
    [{ ...HOURLY, timeZone: 'Asia/Shanghai' }, 400, 'TELEMETRY_QUERY.ZONE', undefined],
    [{ ...HOURLY, bucketMs: 1_000, groupBy: [], to: '2026-02-20T00:00:00Z' }, 400, 'TELEMETRY_QUERY.TOO_MANY_ROWS', undefined],
    [{ ...HOURLY, machines: { ids: ['00000000-0000-4000-8000-000000000000'] } }, 404, 'DEVICE.NOT_FOUND', undefined],
  ] as const)('is refused where it is none: %j', async (question, status, code, member) => {
    const answer = await query(question);
    const { error } = (await answer.json()) as { error: { code: string; details: { member?: string } } };
    expect([answer.status, error.code, error.details.member]).toEqual([status, code, member]);
  });

  it('is refused to a browser on another site’s behalf, and to a key that may not read', async () => {
    expect((await query(HOURLY, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const { createApiKey } = await owner.get<{ createApiKey: { secret: string } }>('mutation { createApiKey(input: { name: "Other", permissions: ["device:read"], days: 1 }) { secret } }');
    expect((await query(HOURLY, { authorization: `Bearer ${createApiKey.secret}` })).status).toBe(403);
  });
});

describe('the same by GraphQL', () => {
  const TABLE = 'query ($input: TelemetryQueryInput!) { telemetry(input: $input) { columns frames { deviceName key unit placeName at columns { name values } } } }';
  const ask = async (input: object): Promise<unknown> => {
    const { data, errors } = await owner.ask(TABLE, { input });
    return errors ? errors.map(({ extensions }) => extensions.code) : data?.telemetry;
  };

  it('is a table in columns', async () => {
    const grouped = { read: 'BUCKETS', bucketMs: 3_600_000, aggregates: ['MEAN', 'LAST'], groupBy: ['METRIC'], combine: 'SUM', fill: 'NULL', from: '2026-02-01T15:30:00Z', to: '2026-02-01T18:00:00Z', machines: { ids: null } };
    const at = [15, 16, 17].map((hour) => Date.UTC(2026, 1, 1, hour));
    const values = [[29.5, 29.5, null], [59, 59, null], [1, 1, 0]];
    expect(await ask(grouped)).toEqual({ columns: ['mean', 'last', 'series'], frames: [{ deviceName: null, key: 'c', unit: '°C', placeName: null, at, columns: ['mean', 'last', 'series'].map((name, place) => ({ name, values: values[place] })) }] });
    expect(await ask({ read: 'LAST', at: '2026-02-01T00:00:59.5Z' })).toEqual({ columns: ['value'], frames: [{ deviceName: NAME, key: 'c', unit: '°C', placeName: null, at: [Date.UTC(2026, 1, 1, 0, 0, 59)], columns: [{ name: 'value', values: [59] }] }] });
  });

  it('comes in pages of points, each stamp once, as small as one likes', async () => {
    const pages = async (rows: number, more: object): Promise<number[][]> => {
      const read: number[][] = [];
      for (let after: string | null | undefined; after !== null; ) {
        const { telemetry } = await owner.get<{ telemetry: { endCursor: string | null; frames: { at: number[] }[] } }>('query ($input: TelemetryQueryInput!) { telemetry(input: $input) { endCursor frames { at } } }', { input: { read: 'POINTS', rows, after, ...WHOLE, ...more } });
        read.push(telemetry.frames.flatMap(({ at }) => at));
        after = telemetry.endCursor;
      }
      return read;
    };
    const all = await pages(20_000, {});
    expect([all.map(({ length }) => length), new Set(all.flat()).size]).toEqual([[20_000, 20_000, 20_000], POINTS]);
    const few = await pages(2, { to: '2026-02-01T00:00:05Z' });
    expect(few).toEqual([[0, 1], [2, 3], [4]].map((page) => page.map((second) => Date.parse(FROM) + second * 1_000)));
  });

  it('is refused a page that is none', async () => {
    const cursor = (...parts: string[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
    for (const [input, code] of [
      [{ rows: 0 }, 'PAGE.SIZE'],
      [{ rows: 20_001 }, 'PAGE.SIZE'],
      [{ after: cursor(deviceId, 'c', '0') }, 'PAGE.SIZE'],
      [{ rows: 1, after: 'x' }, 'PAGE.CURSOR'],
      [{ rows: 1, after: cursor(deviceId, 'c') }, 'PAGE.CURSOR'],
      [{ rows: 1, after: cursor(deviceId, 'other', '0') }, 'PAGE.CURSOR'],
    ] as const) expect([input, await ask({ read: 'POINTS', ...WHOLE, ...input })]).toEqual([input, [code]]);
    expect(await ask({ read: 'LAST', rows: 1 })).toEqual(['TELEMETRY_QUERY.INVALID']);
  });

  it('is bounded', async () => {
    expect(await ask({ read: 'POINTS', ...WHOLE })).toEqual(['TELEMETRY_QUERY.TOO_MANY_ROWS']);
    expect(await ask({ read: 'BUCKETS', ...WHOLE, bucketMs: 1_000 })).toEqual(['TELEMETRY_QUERY.TOO_MANY_ROWS']);
    expect(await ask({ read: 'LAST', ...WHOLE })).toEqual(['TELEMETRY_QUERY.INVALID']);
  });
});

describe('a long answer', () => {
  /** Begins to read all points, and waits for the first of them. */
  const begin = async () => {
    const abort = new AbortController();
    const response = await fetch(`${api.url}/api/telemetry/query`, { method: 'POST', signal: abort.signal, headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, accept: 'application/x-ndjson' }, body: JSON.stringify({ read: 'points', ...WHOLE }) });
    const reader = response.body!.getReader();
    await reader.read();
    return { abort, reader };
  };

  it('is read as it is taken, two at a time of one company; whoever goes away makes room', async () => {
    const [first, second] = [await begin(), await begin()];
    const third = await query({ read: 'last' });
    expect([third.status, await third.json()]).toMatchObject([429, { error: { code: 'TELEMETRY_QUERY.BUSY', details: { limit: 2 } } }]);
    const other = await api.newcomer('Elsewhere');
    expect(await (await api.post('/api/telemetry/query', { read: 'last' }, { cookie: other.cookie })).json()).toMatchObject({ frames: [] });
    first.abort.abort();
    second.abort.abort();
    let answer: { frames?: unknown[] } = {};
    while (!answer.frames) answer = (await (await query({ read: 'last' })).json()) as typeof answer;
    expect(answer.frames.length).toBe(1);
  });

  it('has every point once', async () => {
    const { frames } = (await (await query({ read: 'points', ...WHOLE })).json()) as { frames: { time: string[] }[] };
    const times = frames.flatMap(({ time }) => time);
    expect([frames.length > 1, times.length, new Set(times).size]).toEqual([true, POINTS, POINTS]);
  });
});

describe('a file of readings', () => {
  const fileOf = (question: unknown, format: string): Promise<Response> => api.post('/api/telemetry/export', { format, question }, { cookie: owner.cookie });

  it('is handed to a browser, and stands in the trail', async () => {
    const answer = await fileOf({ ...HOURLY, machines: { ids: [deviceId] } }, 'csv');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="readings-\d{4}-\d\d-\d\d\.csv"$/);
    expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe(`\uFEFFmachine_id,machine,metric,unit,time,mean,count\r\n${['00', '01'].map((hour) => `${deviceId},${NAME},c,°C,2026-02-01T${hour}:00:00.000000Z,29.5,3600\r\n`).join('')}`);
    const entries = await api.database.sql(`SELECT details FROM audit_entry WHERE action = 'device.readings-exported'`);
    expect(entries).toEqual([{ details: { format: 'csv', deviceId, keys: ['c'], from: '2026-02-01T00:00:00.000Z', to: '2026-02-01T02:00:00.000Z' } }]);
  });

  it.each([['?', 'csv', 'TELEMETRY_QUERY.INVALID'], [{ read: 'last' }, 'xlsx', 'TELEMETRY_QUERY.FORMAT']])('is refused for %j as %s', async (question, format, code) => {
    const answer = await fileOf(question, format);
    expect([answer.status, await answer.json()]).toMatchObject([400, { error: { code } }]);
  });
});

// Last, as it spends what the company has.
describe('a company that asked for very much', () => {
  it('is told when to come again, by either door, and others are answered', async () => {
    const budget = api.app.get(ReadingBudget, { strict: false });
    const [device] = await api.database.sql<{ tenant: TenantId }>('SELECT tenant_id AS tenant FROM device WHERE id = $1', [deviceId]);
    budget.spend(device!.tenant, READING_BUDGET.saved + READING_BUDGET.perHour / 2);
    const refused = await query(HOURLY);
    const { error } = (await refused.json()) as { error: { code: string; details: { waitS: number } } };
    expect([refused.status, error.code, refused.headers.get('retry-after')]).toEqual([429, 'TELEMETRY_QUERY.SPENT', String(error.details.waitS)]);
    expect(error.details.waitS).toBeGreaterThan(0);
    expect((await owner.ask('{ telemetry(input: { read: LAST }) { columns } }')).errors?.map(({ extensions }) => extensions.code)).toEqual(['TELEMETRY_QUERY.SPENT']);
    const other = await api.newcomer('Elsewhere too');
    expect((await api.post('/api/telemetry/query', { read: 'last' }, { cookie: other.cookie })).status).toBe(200);
  });
});

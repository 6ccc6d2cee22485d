import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createMetrics, type Log } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { replayProcess } from './testing/replay-process.js';
import { seriesSums, storedStamps } from './testing/stored-history.js';

/** Named at run time: packages know no app, and this test asks the gateway itself. */
const GATEWAY = fileURLToPath(new URL('../../../../apps/gateway/src/gateway.ts', import.meta.url));
const silent: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

jest.setTimeout(60_000);

interface Gateway {
  readonly mqttPort: number;
  close(): Promise<void>;
}

let database: TestDatabase;
let gateway: Gateway;
let folder: string;
let deviceId: string;
/** One a test: a token never passes from one machine to another, so the gateway remembers whose it is. */
let token: string;

async function startGateway(mqttPort: number): Promise<Gateway> {
  const module = (await import(GATEWAY)) as { startGateway(options: object): Promise<Gateway> };
  return module.startGateway({ databaseUrl: database.databaseUrl, mqttPort, httpPort: 0, gatewayId: 'replay-test', connectsPerMinute: 3_000, log: silent, registry: createMetrics('replay-test') });
}

async function addMachine(): Promise<void> {
  const tenantId = randomUUID();
  deviceId = randomUUID();
  token = `T${randomUUID().replaceAll('-', '').slice(1)}`;
  await database.sql(`INSERT INTO tenant (id, name) VALUES ($1, 'a plant')`, [tenantId]);
  await database.sql(`INSERT INTO device (tenant_id, id, name, kind) VALUES ($1, $2, 'meter', 'machine')`, [tenantId, deviceId]);
  const digest = createHash('sha256').update(token).digest();
  await database.sql(`INSERT INTO device_token (tenant_id, id, device_id, digest, prefix) VALUES ($1, $2, $3, $4, 'Replay')`, [tenantId, randomUUID(), deviceId, digest]);
}

/** Quarter-hours of 2018 in Shanghai, one kWh more each, the last of a day stamped 00:00 as the meter writes it. */
function quarterHours(days: number): string[] {
  return Array.from({ length: days * 96 }, (_, index) => {
    const at = new Date(Date.UTC(2018, 0, 1 + Math.floor(index / 96), 0, ((index % 96) + 1) * 15));
    const day = new Date(Date.UTC(2018, 0, 1 + Math.floor(index / 96))).toISOString().slice(0, 10).split('-').reverse().join('/');
    return `${day} ${at.toISOString().slice(11, 16)},${index + 1},Light_Load`;
  });
}

function csv(rows: readonly string[]): string {
  const file = path.join(folder, `${randomUUID()}.csv`);
  writeFileSync(file, `\uFEFFdate,Usage_kWh,Load_Type\r\n${rows.join('\r\n')}\r\n`);
  return file;
}

const READING = ['--time-column', 'date', '--time-format', 'dd/MM/yyyy HH:mm', '--midnight-ends-day', '--column', 'Usage_kWh=usage_kwh'];

function start(file: string, ...more: string[]) {
  const args = ['--file', file, '--token', token, '--host', '127.0.0.1', '--port', String(gateway.mqttPort), ...READING, ...more];
  return replayProcess(args, { TENON_DATA_DIR: path.join(folder, 'data') });
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenon-replay-'));
  database = await testDatabase();
  gateway = await startGateway(0);
});
guardBystander({ database: () => database });
afterAll(async () => {
  await gateway.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(addMachine);

describe('replay', () => {
  it.each(['5', '4'])('stores every row of years ago, with its own time, over protocol %s', async (protocol) => {
    const { code, output } = await start(csv(quarterHours(31)), '--protocol', protocol).ended;
    expect(output).toContain('usage_kwh: 2,976 values, 1 to 2,976, sum 4,429,776');
    expect(code).toBe(0);
    const stamps = await storedStamps(database, deviceId);
    expect(stamps).toHaveLength(2_976);
    expect(stamps[0]).toBe('2017-12-31T16:15:00.000Z');
    expect(stamps.at(-1)).toBe('2018-01-31T16:00:00.000Z');
    expect(await seriesSums(database, deviceId)).toEqual({ usage_kwh: 4_429_776 });
  });

  it('leaves out what it cannot read and what the gateway refuses, with the lines, and stores the rest', async () => {
    const rows = quarterHours(2);
    rows[3] = '01/01/2018 25:00,4,Light_Load';
    rows[5] = '01/01/2018 01:30,six,Light_Load';
    rows[7] = '01/01/2018 02:00,8';
    rows[50] = '01/01/1990 02:00,51,Light_Load';
    const { code, output } = await start(csv(rows)).ended;
    expect(code).toBe(1);
    expect(output).toContain('line 5: "01/01/2018 25:00" is no time of any day');
    expect(output).toContain('line 7: column "Usage_kWh": "six" is not a number');
    expect(output).toContain('line 9: the row has 2 cells, the header 3');
    expect(output).toMatch(/line 52: refused by the gateway: .*reason code 0x99/);
    expect(output).toContain('3 rows could not be read, 1 row refused by the gateway.');
    expect(await storedStamps(database, deviceId)).toHaveLength(188);
  });

  it('goes on where it was interrupted, without a row missing', async () => {
    const file = csv(quarterHours(30));
    const first = start(file, '--batch', '1', '--window', '1');
    await first.until(async () => (await storedStamps(database, deviceId)).length > 60);
    first.interrupt();
    expect((await first.ended).code).toBe(130);
    const before = await storedStamps(database, deviceId);
    expect(before.length).toBeLessThan(2_880);
    const { code, output } = await start(file, '--resume').ended;
    expect(code).toBe(0);
    const after = Number(/Going on after row ([\d,]+)/.exec(output)?.[1]?.replace(',', ''));
    expect(after).toBeGreaterThan(20);
    expect(after).toBeLessThanOrEqual(before.length);
    expect(await storedStamps(database, deviceId)).toHaveLength(2_880);
  });

  it('outlives a gateway that is started again', async () => {
    const replay = start(csv(quarterHours(15)), '--batch', '4', '--window', '2');
    await replay.until(async () => (await storedStamps(database, deviceId)).length > 100);
    const { mqttPort } = gateway;
    await gateway.close();
    gateway = await startGateway(mqttPort);
    const { code, output } = await replay.ended;
    expect(output).toMatch(/broke; trying again[\s\S]*Connected again/);
    expect(code).toBe(0);
    expect(await storedStamps(database, deviceId)).toHaveLength(1_440);
  });

  it('stops when its token is revoked, and says so', async () => {
    const replay = start(csv(quarterHours(365)), '--batch', '1', '--window', '1');
    await replay.until(async () => (await storedStamps(database, deviceId)).length > 20);
    await database.sql(`UPDATE device_token SET revoked_at = now() WHERE device_id = $1`, [deviceId]);
    const [{ tenant_id: tenantId = '' } = {}] = await database.sql<{ tenant_id: string }>(`SELECT tenant_id FROM device WHERE id = $1`, [deviceId]);
    await database.sql(`SELECT pg_notify('tenon_device', $1)`, [JSON.stringify({ kind: 'token-revoked', tenantId, deviceId })]);
    const { code, output } = await replay.ended;
    expect(code).toBe(1);
    expect(output).toContain('the access token was revoked');
    expect(output).toContain('--resume goes on from there');
  });

  it('does not start with a token that nobody has, or where no gateway is', async () => {
    const unknown = await replayProcess(['--file', csv(quarterHours(1)), '--token', 'NobodyHasThisTokenAtAll012345678', '--host', '127.0.0.1', '--port', String(gateway.mqttPort), ...READING], {}).ended;
    expect([unknown.code, unknown.output]).toEqual([1, expect.stringContaining('no machine has this access token')]);
    const closed = createServer((socket) => socket.end());
    closed.listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as { port: number };
    const nowhere = await replayProcess(['--file', csv(quarterHours(1)), '--token', token, '--host', '127.0.0.1', '--port', String(port), ...READING], {}).ended;
    closed.close();
    expect([nowhere.code, nowhere.output]).toEqual([1, expect.stringContaining('No MQTT gateway answers')]);
  });
});

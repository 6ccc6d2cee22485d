import { beforeEach, expect, it } from '@jest/globals';
import type { GatheredFault } from '@tenon/devices/ingest';
import { unavailable } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';
import { GatewayFaults } from './gateway-faults.js';

const lines: (readonly [event: string, facts: object])[] = [];
const write = (event: string, facts = {}): void => void lines.push([event, facts]);
const silent: Log = { debug: write, info: write, warn: write, error: write };

let faults: GatewayFaults;
let log: Log;
beforeEach(() => {
  faults = new GatewayFaults();
  log = faults.noting(silent);
});

async function handedOver(): Promise<readonly GatheredFault[]> {
  const taken: GatheredFault[] = [];
  await faults.handOver(async (some) => void taken.push(...some));
  return taken;
}

it.each([
  ['warn', 'db.away', undefined, 'database-away'],
  ['warn', 'ingest.database-away', new Error('disk full'), 'database-away'],
  ['warn', 'ingest.database-away', Object.assign(new Error('x'), { code: '53100' }), 'database-full'],
  ['warn', 'mqtt.not-admitted', unavailable('DB.FULL', 'full'), 'database-full'],
  ['warn', 'mqtt.not-admitted', unavailable('DB.UNAVAILABLE', 'away'), 'database-away'],
  ['warn', 'devices.presence-not-recorded', Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'database-away'],
  ['warn', 'devices.presence-not-recorded', Object.assign(new Error('x'), { code: '42501' }), 'not-noted'],
  ['error', 'ingest.message-not-stored', Object.assign(new Error('x'), { code: '23514' }), 'not-stored'],
  ['error', 'mqtt.packet-not-handled', new TypeError('x'), 'survived'],
  ['error', 'process.unhandled-rejection', 'a text', 'survived'],
  ['error', 'something.new', new Error('x'), 'other'],
  ['warn', 'something.new', new Error('x'), undefined],
  ['warn', 'devices.refusals-not-recorded', Object.assign(new Error('gone'), { code: '23503' }), undefined],
] as const)('%s of %s with %p is %s', async (level, event, error, code) => {
  log[level](event, { error });
  expect((await handedOver()).map((fault) => fault.code)).toEqual(code ? [code] : []);
});

it('what is neither a warning nor an error is none', async () => {
  log.info('gateway.open');
  log.debug('db.away');
  expect(await handedOver()).toEqual([]);
});

it('is counted by code, with the last one by its names and its mark in the log, and nothing of what it said', async () => {
  log.error('ingest.message-not-stored', { error: new RangeError('of 王工') });
  log.error('ingest.message-not-read', { error: Object.assign(new TypeError('of 李工'), { code: '22P02' }) });
  const [fault, ...others] = await handedOver();
  const [, facts] = lines.at(-1)!;
  expect([fault, others]).toEqual([{ code: 'not-stored', count: 2, event: 'ingest.message-not-read', label: 'TypeError 22P02', frame: expect.stringContaining('apps/gateway/src/pulse/gateway-faults.test.ts:'), trace: (facts as { fault: string }).fault, firstAgoMs: expect.any(Number), lastAgoMs: expect.any(Number) }, []]);
  expect(fault!.firstAgoMs).toBeGreaterThanOrEqual(fault!.lastAgoMs);
  expect(await handedOver()).toEqual([]);
});

it('says since when it is counted, and when it was last', async () => {
  for (const agoMs of [60_000, 0]) faults.note('ended', { event: 'e', label: '', frame: '', trace: '' }, agoMs);
  const [fault] = await handedOver();
  expect(fault!.firstAgoMs).toBeGreaterThan(59_000);
  expect(fault!.lastAgoMs).toBeLessThan(59_000);
});

it('says a sentence that the connection’s own library says, and no other', async () => {
  log.warn('db.away', { error: new Error('Connection terminated unexpectedly') });
  expect((await handedOver())[0]?.label).toBe('Error: Connection terminated unexpectedly');
  log.warn('db.away', { error: new Error('Connection terminated unexpectedly by 王工') });
  expect((await handedOver())[0]?.label).toBe('Error');
});

it('keeps what could not be written, with what came meanwhile', async () => {
  faults.note('ended', { event: 'e', label: '', frame: '', trace: '' }, 60_000);
  const failing = faults.handOver(async () => {
    log.warn('db.away');
    faults.note('ended', { event: 'later', label: '', frame: '', trace: '' });
    throw new Error('not now');
  });
  await expect(failing).rejects.toThrow('not now');
  const all = await handedOver();
  expect(all.map(({ code, count, event }) => ({ code, count, event })).toSorted((a, b) => (a.code < b.code ? -1 : 1))).toEqual([{ code: 'database-away', count: 1, event: 'db.away' }, { code: 'ended', count: 2, event: 'later' }]);
  expect(all.find(({ code }) => code === 'ended')!.firstAgoMs).toBeGreaterThan(59_000);
});

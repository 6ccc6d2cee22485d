import { describe, expect, it } from '@jest/globals';
import type { DataType } from './data-type.js';
import { decoded } from './testing/encoded.js';
import { readPayload } from './wire/read-payload.js';
import { commandPayload, isTaken, rebirthRequest, valueFor } from './write-metrics.js';

const metric = (type: DataType, field: string | null = null) => ({ name: 'Out/Speed', type, alias: null, field });

describe('a value for a metric (tck-id-operational-behavior-data-commands-ncmd-metric-value)', () => {
  it.each<[DataType, unknown, unknown]>([
    ['Int8', -128, -128n],
    ['UInt64', '18446744073709551615', 18_446_744_073_709_551_615n],
    ['Float', 1.5, 1.5],
    ['Double', -0.1, -0.1],
    ['Boolean', false, false],
    ['String', '开', '开'],
    ['DateTime', '2026-01-02T03:04:05Z', 1_767_323_045_000],
    ['DateTime', 5, 5],
  ])('%s takes %j', (type, value, expected) => {
    expect(valueFor(metric(type), value)).toBe(expected);
  });

  it.each<[DataType, unknown]>([
    ['Int8', 128],
    ['UInt8', -1],
    ['Int32', 1.5],
    ['Int32', '1e3'],
    ['UInt64', 2 ** 60],
    ['Float', 1e39],
    ['Float', 'x'],
    ['Double', Number.NaN],
    ['Boolean', 1],
    ['Boolean', 'true'],
    ['String', 1],
    ['DateTime', 'soon'],
    ['DateTime', -1],
    ['Template', {}],
    ['Int32', null],
  ])('%s does not take %j', (type, value) => {
    expect(() => valueFor(metric(type), value)).toThrow(expect.objectContaining({ code: 'COMMAND.WRONG_TYPE', details: { metric: 'Out/Speed', type } }));
  });
});

describe('a command as Eclipse’s own package reads it', () => {
  it.each<[DataType, string | null, unknown]>([
    ['Int8', null, -5],
    ['Int32', null, -2_147_483_648],
    ['UInt16', null, 65_535],
    // It keeps UInt32 in the field of 64 bits, and reads it nowhere else; so it is written there, as it wrote it itself.
    ['UInt32', 'long', 7],
    ['Float', null, 1.5],
    ['Double', null, 0.1],
    ['Boolean', null, true],
    ['String', null, '开'],
  ])('%s %s %j', (type, field, value) => {
    const [read] = decoded(commandPayload([{ metric: metric(type, field), value: valueFor(metric(type), value) }], 1_000)).metrics ?? [];
    expect(read).toMatchObject({ name: 'Out/Speed', type, value });
  });

  it('has a time and no sequence number (tck-id-payloads-ncmd-timestamp, -ncmd-seq)', () => {
    expect(readPayload(rebirthRequest(1_000))).toMatchObject({ atMs: 1_000, seq: null, metrics: [{ name: 'Node Control/Rebirth', alias: null, value: { field: 'boolean', value: true } }] });
  });

  it('names a metric by its alias alone where it has one (tck-id-payloads-alias-data-cmd-requirement)', () => {
    const [read] = readPayload(commandPayload([{ metric: { ...metric('Int64'), alias: 2n ** 60n }, value: -1n }], 1)).metrics;
    expect(read).toMatchObject({ name: null, alias: 2n ** 60n, value: { field: 'long', value: 2n ** 64n - 1n } });
  });
});

describe('a report answers a command', () => {
  it.each<[DataType, unknown, unknown, boolean]>([
    ['Float', 0.1, Math.fround(0.1), true],
    ['Float', 0.1, 0.2, false],
    ['Int64', '9007199254740993', '9007199254740993', true],
    ['Int32', 5, 5, true],
    ['Int32', 5, 6, false],
    ['Boolean', true, false, false],
    ['DateTime', 1_767_323_045_000, '2026-01-02T03:04:05.000Z', true],
    ['String', 'a', 'a', true],
  ])('%s %j told as %j: %s', (type, wanted, told, expected) => {
    expect(isTaken({ metric: metric(type), value: valueFor(metric(type), wanted) }, told as string)).toBe(expected);
  });
});

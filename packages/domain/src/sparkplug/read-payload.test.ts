import { describe, expect, it } from '@jest/globals';
import { BirthCertificate } from './birth-certificate.js';
import { DATA_TYPE, type DataType } from './data-type.js';
import type { SparkplugMetric } from './payload.js';
import { readingsOf } from './readings.js';
import { encoded } from './testing/encoded.js';
import { typedValue } from './typed-value.js';
import { readPayload } from './wire/read-payload.js';
import { WireWriter } from './wire/wire-writer.js';

function read(type: string, value: unknown): unknown {
  const bytes = encoded({ timestamp: 1_000, seq: 1, metrics: [{ name: 'm', type: type as 'Int8', value: value as number, timestamp: 1_000 }] });
  const [metric] = readPayload(bytes).metrics;
  return metric?.value ? typedValue(type as DataType, metric.value, metric.metaData) : null;
}

describe('what Eclipse’s own package writes (tck-id-payloads-metric-datatype-value)', () => {
  it.each([
    ['Int8', -1],
    ['Int8', 127],
    ['Int16', -32_768],
    ['Int32', -2_147_483_648],
    ['Int64', 9_007_199_254_740_991],
    ['UInt8', 255],
    ['UInt16', 65_535],
    ['UInt32', 4_294_967_295],
    ['UInt64', 9_007_199_254_740_991],
    ['Float', 12.5],
    ['Double', 0.1],
    ['Boolean', true],
    ['Boolean', false],
    ['String', '温度'],
    ['Text', ''],
    ['UUID', '5a3c1c7e-0000-4000-8000-000000000000'],
  ])('%s %j', (type, value) => {
    expect(read(type, value)).toBe(value);
  });

  it('times, bytes, files and data sets', () => {
    expect(read('DateTime', 1_486_144_502_122)).toBe('2017-02-03T17:55:02.122Z');
    expect(read('Bytes', Uint8Array.of(0, 255, 7, 1))).toBe('AP8HAQ==');
    expect(read('File', Uint8Array.of(1, 2, 3))).toEqual({ fileName: null, fileType: null, size: 3, md5: null });
    expect(read('DataSet', { numOfColumns: 2, columns: ['a', 'b'], types: ['Int32', 'String'], rows: [[1, 'x'], [-2, 'y']] })).toEqual({
      columns: ['a', 'b'],
      types: ['Int32', 'String'],
      rows: [[1, 'x'], [-2, 'y']],
    });
  });

  it('a head, and what stands beside a value', () => {
    const payload = readPayload(encoded({
      timestamp: 1_486_144_502_122,
      seq: 255,
      uuid: 'u',
      metrics: [{ name: 'm', alias: 7, type: 'Double', value: 1, timestamp: 5, isHistorical: true, isTransient: true, properties: { engUnit: { type: 'String', value: '°C' }, Quality: { type: 'Int32', value: 500 } } }, { name: 'n', type: 'Int32', value: null }],
    }));
    expect(payload).toMatchObject({ atMs: 1_486_144_502_122, seq: 255, uuid: 'u' });
    expect(payload.metrics[0]).toMatchObject({ name: 'm', alias: 7, atMs: 5, type: DATA_TYPE.Double, isHistorical: true, isTransient: true });
    expect([...(payload.metrics[0]?.properties ?? [])].map(([key, { value }]) => [key, value?.value])).toEqual([['engUnit', '°C'], ['Quality', 500]]);
    expect(payload.metrics[1]?.value).toBeNull();
  });
});

describe('numbers to their last bit', () => {
  const written = (field: number, value: bigint): Uint8Array => {
    const writer = new WireWriter();
    writer.message(2, (metric) => metric.uint(field, value));
    return writer.finish();
  };
  const valueOf = (type: DataType, field: number, value: bigint): unknown => {
    const [metric] = readPayload(written(field, value)).metrics;
    return metric?.value && typedValue(type, metric.value);
  };

  it.each<[DataType, number, bigint, unknown]>([
    ['UInt64', 11, 2n ** 64n - 1n, '18446744073709551615'],
    ['UInt64', 11, 2n ** 53n, '9007199254740992'],
    ['UInt64', 11, 2n ** 53n + 1n, '9007199254740993'],
    ['UInt64', 11, 2n ** 53n - 1n, 9_007_199_254_740_991],
    ['Int64', 11, 2n ** 64n - 1n, -1],
    ['Int64', 11, 2n ** 63n, '-9223372036854775808'],
    ['Int64', 11, 2n ** 63n - 1n, '9223372036854775807'],
    // −1 in the widths that implementations use.
    ['Int8', 10, 0xffn, -1],
    ['Int8', 10, 0xffff_ffffn, -1],
    ['Int8', 10, 2n ** 64n - 1n, -1],
    ['Int16', 11, 2n ** 64n - 2n, -2],
    ['UInt32', 11, 4_294_967_295n, 4_294_967_295],
    ['UInt32', 10, 4_294_967_295n, 4_294_967_295],
    ['Boolean', 10, 1n, true],
    // What is no value of its type.
    ['Int8', 10, 300n, undefined],
    ['UInt8', 10, 256n, undefined],
    ['UInt8', 10, 0xffff_ffffn, undefined],
    ['Int16', 11, 2n ** 40n, undefined],
    ['Float', 10, 1n, undefined],
    ['String', 10, 1n, undefined],
    ['DateTime', 11, 2n ** 63n, undefined],
  ])('%s in field %i: %s is %s', (type, field, value, expected) => {
    expect(valueOf(type, field, value)).toBe(expected);
  });
});

describe('arrays, little-endian in bytes (tck-id-payloads-metric-datatype-value)', () => {
  const hex = (text: string): Uint8Array => Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
  // Those of booleans, texts and times are the specification's own examples.
  it.each<[DataType, string, unknown]>([
    ['Int8Array', 'ef7b', [-17, 123]],
    ['Int16Array', '308a307f', [-30_160, 32_560]],
    ['Int32Array', 'ffffffff313e9512', [-1, 311_770_673]],
    ['Int64Array', 'ffffffffffffffff', [-1]],
    ['Int64Array', 'ffffffffffffff7f', ['9223372036854775807']],
    ['UInt8Array', '17fa', [23, 250]],
    ['UInt16Array', '1e0088cc', [30, 52_360]],
    ['UInt64Array', 'ffffffffffffffff', ['18446744073709551615']],
    ['FloatArray', '0000c03f', [1.5]],
    ['DoubleArray', '000000000000f87f', [null]],
    ['BooleanArray', '0c00000034d0', [false, false, true, true, false, true, false, false, true, true, false, true]],
    ['StringArray', '4142430031323300', ['ABC', '123']],
    ['StringArray', '', []],
    ['DateTimeArray', 'c7d0907524010000b8bab89781010000', ['2009-10-21T05:27:55.335Z', '2022-06-24T21:57:55.000Z']],
    ['Int16Array', '30', undefined],
    ['BooleanArray', 'ffffffff00', undefined],
    ['BooleanArray', '0100', undefined],
  ])('%s %s', (type, bytes, expected) => {
    expect(typedValue(type, { field: 'bytes', value: hex(bytes) })).toEqual(expected);
  });
});

describe('templates (tck-id-payloads-template-definition-is-definition, -instance-ref)', () => {
  const definition = { name: 'Motor', type: 'Template', value: { isDefinition: true, metrics: [{ name: 'Current', type: 'Float', value: 0 }, { name: 'Running', type: 'Boolean', value: false }], parameters: [{ name: 'Poles', type: 'Int32', value: 4 }] } } as const;
  const instance = {
    name: 'Line/Motor 1',
    alias: 9,
    type: 'Template',
    value: {
      isDefinition: false,
      templateRef: 'Motor',
      metrics: [{ name: 'Current', type: 'Float', value: 1.5 }, { name: 'Bearing', type: 'Template', value: { isDefinition: false, templateRef: 'B', metrics: [{ name: 'Temperature', type: 'Double', value: 41 }] } }],
      parameters: [{ name: 'Poles', type: 'UInt32', value: 6 }],
    },
  } as const;

  it('are taken apart by their members’ names, and a definition has no value', () => {
    const { metrics } = readPayload(encoded({ timestamp: 1, metrics: [definition, instance] as never }));
    const certificate = new BirthCertificate(metrics);
    expect([...certificate.metrics].map(({ name, type }) => [name, type])).toEqual([
      ['Line/Motor 1', 'Template'],
      ['Line/Motor 1/Current', 'Float'],
      ['Line/Motor 1/Bearing', 'Template'],
      ['Line/Motor 1/Bearing/Temperature', 'Double'],
    ]);
    const { readings, faults } = readingsOf(metrics, 1, certificate);
    expect(readings.map(({ key, value }) => [key, value])).toEqual([['Line/Motor 1/Current', 1.5], ['Line/Motor 1/Bearing/Temperature', 41], ['Line/Motor 1/Poles', 6]]);
    expect(faults).toEqual([]);
  });

  it('a member without a type has that of its definition, which the node may have given for its devices', () => {
    const node = new BirthCertificate(readPayload(encoded({ metrics: [definition] as never })).metrics);
    const bare: SparkplugMetric = { name: 'Current', alias: null, atMs: null, type: null, isHistorical: false, isTransient: false, value: { field: 'float', value: 2 }, metaData: null, properties: null };
    const metric: SparkplugMetric = { ...bare, name: 'M', type: DATA_TYPE.Template, value: { field: 'template', value: { isDefinition: false, reference: 'Motor', metrics: [bare], parameters: [] } } };
    const certificate = new BirthCertificate([metric], node);
    expect(readingsOf([metric], 3, certificate)).toMatchObject({ readings: [{ key: 'M/Current', value: 2, atMs: 3 }], faults: [] });
  });
});

import { describe, expect, it } from '@jest/globals';
import { AppError } from '@tenon/kernel';
import { encoded } from './testing/encoded.js';
import { readPayload } from './wire/read-payload.js';
import { WireWriter } from './wire/wire-writer.js';

const whole = encoded({
  timestamp: 1_486_144_502_122,
  seq: 3,
  metrics: [
    { name: 'a', alias: 300, type: 'Int64', value: 5, timestamp: 1, properties: { engUnit: { type: 'String', value: 'kW' } } },
    { name: 'd', type: 'DataSet', value: { numOfColumns: 1, columns: ['x'], types: ['Double'], rows: [[1]] } },
    { name: 't', type: 'Template', value: { isDefinition: false, templateRef: 'T', metrics: [{ name: 'm', type: 'String', value: 'v' }] } },
  ] as never,
});

function code(bytes: Uint8Array): string {
  try {
    readPayload(bytes);
    return 'read';
  } catch (error) {
    return error instanceof AppError ? error.code : `threw ${String(error)}`;
  }
}

function nested(levels: number, write: (inner: WireWriter) => void): (writer: WireWriter) => void {
  return levels === 0 ? write : (writer) => writer.message(18, (template) => template.message(2, nested(levels - 1, write)));
}

describe('what strangers send', () => {
  it('cut off anywhere is refused or read short, and nothing else happens', () => {
    const codes = new Set<string>();
    for (let length = 0; length < whole.length; length += 1) codes.add(code(whole.slice(0, length)));
    expect([...codes].toSorted()).toEqual(['SPARKPLUG.BAD_PAYLOAD', 'read']);
  });

  it('with any one byte another is refused or read', () => {
    for (let at = 0; at < whole.length; at += 1) {
      for (const byte of [0, 1, 0x7f, 0x80, 0xff]) {
        const bytes = Uint8Array.from(whole);
        bytes[at] = byte;
        expect(code(bytes)).toMatch(/^(read|SPARKPLUG\.(BAD_PAYLOAD|TOO_MUCH))$/);
      }
    }
  });

  it('a million metrics are refused at the limit, not after they were made', () => {
    const metrics = new Uint8Array(2_000_000);
    for (let i = 0; i < metrics.length; i += 2) metrics[i] = 0x12;
    expect(code(metrics)).toBe('SPARKPLUG.TOO_MUCH');
  });

  it.each([
    [7, 'read'],
    [8, 'SPARKPLUG.TOO_MUCH'],
    [500, 'SPARKPLUG.TOO_MUCH'],
  ])('templates inside one another, %i deep: %s', (levels, expected) => {
    const writer = new WireWriter();
    writer.message(2, nested(levels, (metric) => metric.text(1, 'm')));
    expect(code(writer.finish())).toBe(expected);
  });

  it('properties inside one another without end are refused', () => {
    let set = new WireWriter();
    for (let i = 0; i < 100; i += 1) {
      const [inner, outer] = [set, new WireWriter()];
      outer.message(2, (value) => value.raw(9, inner.finish()));
      set = outer;
    }
    const writer = new WireWriter();
    writer.message(2, (metric) => metric.raw(9, set.finish()));
    expect(code(writer.finish())).toBe('SPARKPLUG.TOO_MUCH');
  });

  it('a data set of more cells than are read is refused', () => {
    const writer = new WireWriter();
    writer.message(2, (metric) => metric.message(17, (set) => set.raw(4, Uint8Array.from({ length: 20_002 }, (_, i) => (i % 2 === 0 ? 0x0a : 0)))));
    expect(code(writer.finish())).toBe('SPARKPLUG.TOO_MUCH');
  });

  it.each([
    ['a length beyond the end', [0x12, 0xff, 0xff, 0xff, 0xff, 0x0f]],
    ['a number without end', [0x08, ...Array<number>(12).fill(0xff)]],
    ['a group, which the schema has not', [0x0b]],
    ['field 0', [0x02, 0x00]],
    ['JSON', [...new TextEncoder().encode('{"a":1}')]],
  ])('%s is refused', (_name, bytes) => {
    expect(code(Uint8Array.from(bytes))).toBe('SPARKPLUG.BAD_PAYLOAD');
  });

  it('fields of extensions are passed over', () => {
    const writer = new WireWriter();
    writer.text(1_000, 'ours');
    writer.double(1_001, 1);
    writer.float(1_002, 1);
    writer.uint(3, 5);
    expect(readPayload(writer.finish()).seq).toBe(5);
  });
});

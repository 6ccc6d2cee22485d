import { expect, it } from '@jest/globals';
import { float8Array, int4Array, int8Array, textArray, timestamptzArray, uuidArray } from './binary-array.js';

const NO_NULLS = '00000000';
const hex = (parts: readonly string[]): string => parts.join('');
const two = (oid: string): string[] => ['00000001', NO_NULLS, oid, '00000002', '00000001'];

it('writes arrays as PostgreSQL documents them, byte for byte', () => {
  expect(int4Array([1, -2]).toString('hex')).toBe(hex([...two('00000017'), '00000004', '00000001', '00000004', 'fffffffe']));
  expect(int8Array([2 ** 40 + 5, -1]).toString('hex')).toBe(hex([...two('00000014'), '00000008', '0000010000000005', '00000008', 'ffffffffffffffff']));
  expect(float8Array([1.5, -0]).toString('hex')).toBe(hex([...two('000002bd'), '00000008', '3ff8000000000000', '00000008', '8000000000000000']));
  // One microsecond after 2000-01-01, and one before it.
  expect(timestamptzArray([946_684_800_000_001, 946_684_799_999_999]).toString('hex')).toBe(hex([...two('000004a0'), '00000008', '0000000000000001', '00000008', 'ffffffffffffffff']));
  const uuid = '0123abcd45674fff800000000000ffff';
  expect(uuidArray([Buffer.from(uuid, 'hex'), Buffer.alloc(16)]).toString('hex')).toBe(hex([...two('00000b86'), '00000010', uuid, '00000010', '0'.repeat(32)]));
});

it('writes texts by their bytes, and NULLs as NULLs', () => {
  expect(textArray(['é', null]).toString('hex')).toBe(hex(['00000001', '00000001', '00000019', '00000002', '00000001', '00000002', 'c3a9', 'ffffffff']));
  expect(textArray(['']).toString('hex')).toBe(hex(['00000001', NO_NULLS, '00000019', '00000001', '00000001', '00000000']));
});

it('writes an empty array', () => {
  expect(float8Array([]).toString('hex')).toBe(hex(['00000001', NO_NULLS, '000002bd', '00000000', '00000001']));
});

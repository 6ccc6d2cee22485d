import { expect, it } from '@jest/globals';
import { float8Array, int4Array, textArray, timestamptzArray } from './binary-array.js';
import { copyPrefix } from './copy-prefix.js';
import { foldHeads } from './head-fold.js';
import { headParams } from './head-params.js';
import type { Row } from './rows.js';

const TENANT = '00000000-0000-4000-8000-000000000001';
const MINUTE = Date.UTC(2026, 0, 1);

const row = (id: number, num: Row['num'], rich: string | null = null, atMs = MINUTE): Row => ({
  shape: { tenantId: TENANT, id, seriesIds: [id], copyPrefix: copyPrefix(TENANT, id) }, atUs: atMs * 1_000, arrival: 1, num, rich,
});

it('gives each head a slice of all numbers, and those with NULLs and several ranges as text, each at its place', () => {
  const rows = [row(1, [1, 2]), row(2, [3, null], '{"2":"a"}'), row(3, [4]), row(4, [null], '{"1":"b"}'), row(5, [5, 6]), row(3, [0], null, MINUTE - 7_200_000 * 2)];
  const [, , , , all, firsts, lasts, fromAt, toAt, num, rich, dirty] = headParams(foldHeads(rows, MINUTE));
  expect(all).toEqual(float8Array([1, 2, 4, 5, 6]));
  expect([firsts, lasts]).toEqual([int4Array([1, 3, 3, 4, 4]), int4Array([2, 2, 3, 3, 5])]);
  const us = MINUTE * 1_000;
  expect(fromAt).toEqual(timestamptzArray([us, us, 0, us, us]));
  expect(toAt).toEqual(timestamptzArray([us + 60e6, us + 60e6, 0, us + 60e6, us + 60e6]));
  expect(num).toEqual(textArray([null, '{3,NULL}', null, '{NULL}']));
  expect(rich).toEqual(textArray([null, '{"2":"a"}', null, '{"1":"b"}']));
  expect(dirty).toEqual(textArray([null, null, '{[2025-12-31T20:00:00.000Z,2025-12-31T21:00:00.000Z),[2026-01-01T00:00:00.000Z,2026-01-01T00:01:00.000Z)}']));
});

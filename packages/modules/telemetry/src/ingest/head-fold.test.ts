import { expect, it } from '@jest/globals';
import { copyPrefix } from './copy-prefix.js';
import { foldHeads } from './head-fold.js';
import type { Row } from './rows.js';

const TENANT = '00000000-0000-4000-8000-000000000001';
const shape = (id: number): Row['shape'] => ({ tenantId: TENANT, id, seriesIds: [id], copyPrefix: copyPrefix(TENANT, id) });
const [one, two] = [shape(1), shape(2)];
const NOW = Date.UTC(2026, 0, 1, 0, 0, 30);

const row = (of: Row['shape'], atMs: number, arrival: number, value: number | null): Row => ({ shape: of, atUs: atMs * 1_000, arrival, num: [value], rich: value === null ? '{"1":"x"}' : null });

it('keeps the newest row of each shape, of one time the one that came last, in order of shape', () => {
  const rows = [row(two, NOW, 1, 1), row(one, NOW, 2, 2), row(two, NOW, 5, null), row(two, NOW, 4, 4), row(two, NOW - 60_000, 6, 6)];
  const heads = foldHeads(rows, NOW);
  expect(heads.map(({ shape: { id }, newest: { arrival } }) => [id, arrival])).toEqual([[1, 2], [2, 5]]);
  expect(heads.map(({ dirty }) => dirty.toMultirange())).toEqual(['{[2026-01-01T00:00:00.000Z,2026-01-01T00:01:00.000Z)}', '{[2025-12-31T23:59:00.000Z,2026-01-01T00:01:00.000Z)}']);
});

it('writes one head for a shape whose device was forgotten and read again meanwhile', () => {
  const heads = foldHeads([row(one, NOW, 1, 1), row(shape(1), NOW, 2, 2), row(one, NOW - 1, 3, 3)], NOW);
  expect(heads.map(({ newest: { arrival } }) => arrival)).toEqual([2]);
});

import { describe, expect, it } from '@jest/globals';
import { fromPoints, type Bucket } from '../roll-up.js';
import { aggregateColumn, columnsOfBuckets, FIGURES } from './bucket-columns.js';
import { CombinedColumn } from './combine.js';
import { PooledColumns } from './pooled-columns.js';
import { gridStarts, sourceOfWidth } from './grid.js';

/** @see Numerical Recipes, 3rd ed., 7.1: a linear congruential generator, by its upper bits. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => Math.floor(((state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32) * below);
}

const WIDTH = 1_000;
const STARTS = gridStarts({ fromMs: 0, toMs: 20_000 }, WIDTH, Infinity);
const asBuckets = (pooled: PooledColumns): Bucket[] => {
  const columns = pooled.columns();
  return Array.from(columns.fromMs, (fromMs, place) => ({ fromMs, ...Object.fromEntries(FIGURES.map((figure) => [figure, columns.figures[figure]?.[place]])) }) as unknown as Bucket);
};

describe('PooledColumns', () => {
  it.each([1, 2, 3, 4, 5, 6])('are those of all points together, in whatever parts they come (seed %i)', (seed) => {
    const next = random(seed);
    // Whole numbers add up exactly in any order, and stamps are all different.
    const points = Array.from({ length: 400 }, (_, i) => ({ atMs: next(20) * 1_000 + i / 1_000, value: next(1_000) - 500 }));
    const parts = Array.from({ length: 1 + next(7) }, (): typeof points => []);
    for (const point of points) parts[next(parts.length)]!.push(point);
    const pooled = new PooledColumns(STARTS, FIGURES);
    for (const part of parts) pooled.add(columnsOfBuckets(fromPoints(part, WIDTH), FIGURES));
    expect(asBuckets(pooled)).toEqual(fromPoints(points, WIDTH));
  });

  it('weighs each point the same, however many machines it is of', () => {
    const pooled = new PooledColumns([0], ['count', 'sum']);
    pooled.add(columnsOfBuckets(fromPoints([{ atMs: 0, value: 10 }], WIDTH), ['count', 'sum']));
    pooled.add(columnsOfBuckets(fromPoints([1, 2, 3].map((atMs) => ({ atMs, value: 2 })), WIDTH), ['count', 'sum']));
    expect([...aggregateColumn(pooled.columns(), 'mean')]).toEqual([4]);
    expect(pooled.seriesOf(pooled.columns())).toEqual([2]);
  });
});

describe('CombinedColumn', () => {
  it.each([['sum', [5, 3, null]], ['mean', [2.5, 3, null]], ['min', [1, 3, null]], ['max', [4, 3, null]]] as const)('takes the %s over the series that have a value', (how, wanted) => {
    const column = new CombinedColumn(how, 3);
    column.add([1, null, null]);
    column.add([4, 3, null]);
    expect(column.values()).toEqual(wanted);
  });
});

describe('gridStarts', () => {
  it('begins with the bucket that holds the start, and fills nothing that has not happened', () => {
    expect(gridStarts({ fromMs: 1_500, toMs: 9_000 }, WIDTH, 3_000)).toEqual([1_000, 2_000]);
    expect(gridStarts({ fromMs: 5_000, toMs: 9_000 }, WIDTH, 3_000)).toEqual([]);
  });
  it.each([[90_000, 'raw'], [120_000, 'minute'], [7_200_000, 'hour'], [5_400_000, 'minute']] as const)('reads buckets of %i ms from %s', (widthMs, source) => expect(sourceOfWidth(widthMs)).toBe(source));
});

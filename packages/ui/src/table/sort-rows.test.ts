import { describe, expect, it } from '@jest/globals';
import type { Column } from './column.js';
import { nextSort, sortRows } from './sort-rows.js';

interface Machine {
  readonly name: string;
  readonly powerKw: number | null;
}

const columns: readonly Column<Machine>[] = [
  { id: 'name', header: 'Name', cell: (row) => row.name, sortValue: (row) => row.name },
  { id: 'power', header: 'Power', cell: (row) => row.powerKw, sortValue: (row) => row.powerKw },
  { id: 'plain', header: 'Plain', cell: (row) => row.name },
];
const rows: readonly Machine[] = [
  { name: '冲床 10', powerKw: 3 },
  { name: '冲床 2', powerKw: null },
  { name: 'Lathe', powerKw: 12 },
];
const names = (sorted: readonly Machine[]): string[] => sorted.map((row) => row.name);

describe('sortRows', () => {
  it('orders text with numbers in it as people do', () => {
    const sorted = names(sortRows(rows, columns, { columnId: 'name', direction: 'ascending' }));
    expect(sorted.indexOf('冲床 2')).toBeLessThan(sorted.indexOf('冲床 10'));
  });

  it('leaves rows without a value at the end in both directions', () => {
    expect(names(sortRows(rows, columns, { columnId: 'power', direction: 'ascending' }))).toEqual(['冲床 10', 'Lathe', '冲床 2']);
    expect(names(sortRows(rows, columns, { columnId: 'power', direction: 'descending' }))).toEqual(['Lathe', '冲床 10', '冲床 2']);
  });

  it('leaves the order alone when there is nothing to sort by, and never touches its input', () => {
    expect(sortRows(rows, columns, undefined)).toBe(rows);
    expect(sortRows(rows, columns, { columnId: 'plain', direction: 'ascending' })).toBe(rows);
    sortRows(rows, columns, { columnId: 'power', direction: 'descending' });
    expect(names(rows)).toEqual(['冲床 10', '冲床 2', 'Lathe']);
  });
});

describe('nextSort', () => {
  it('turns the direction on the same column and starts anew on another', () => {
    const first = nextSort(undefined, 'name');
    expect(first).toEqual({ columnId: 'name', direction: 'ascending' });
    expect(nextSort(first, 'name').direction).toBe('descending');
    expect(nextSort(nextSort(first, 'name'), 'power').direction).toBe('ascending');
  });
});

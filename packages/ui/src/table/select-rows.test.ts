import { describe, expect, it } from '@jest/globals';
import { csvOf } from './csv.js';
import { pressedSelection } from './select-rows.js';

const KEYS = ['a', 'b', 'c', 'd'];
const chosen = (selected: readonly string[], index: number, anchor?: number): string[] => [...pressedSelection(new Set(selected), KEYS, index, anchor)].sort();

describe('pressedSelection', () => {
  it('turns one row', () => {
    expect(chosen(['a'], 2)).toEqual(['a', 'c']);
    expect(chosen(['a', 'c'], 2)).toEqual(['a']);
  });

  it('makes all from the row before to this one what this one becomes, in either direction', () => {
    expect(chosen(['a'], 2, 0)).toEqual(['a', 'b', 'c']);
    expect(chosen([], 1, 3)).toEqual(['b', 'c', 'd']);
    expect(chosen(KEYS, 3, 1)).toEqual(['a']);
  });
});

describe('csvOf', () => {
  const columns = [
    { id: 'name', header: 'Name', cell: () => null, text: ({ name }: { name: string }) => name },
    { id: 'count', header: 'Count, of all', cell: () => null, text: ({ name }: { name: string }) => (name === '' ? null : -2) },
    { id: 'menu', header: 'Menu', cell: () => null },
  ];

  it('writes what has a text, quoted where it must be, and nothing that a spreadsheet reckons with', () => {
    const rows = [{ name: 'A "1", 二' }, { name: '=1+1' }, { name: '' }, { name: 'two\nlines' }];
    expect(csvOf(columns, rows)).toBe('\ufeffName,"Count, of all"\r\n"A ""1"", 二",-2\r\n\'=1+1,-2\r\n,\r\n"two\nlines",-2\r\n');
  });
});

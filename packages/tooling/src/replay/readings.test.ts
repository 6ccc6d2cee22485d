import { describe, expect, it } from '@jest/globals';
import { readings } from './readings.mjs';
import type { FaultyRow, FileRules, Reading } from './readings.mjs';

const stamps = { format: 'yyyy-MM-dd HH:mm', timeZone: 'UTC', isMidnightEnd: false };
const rules: FileRules = { timeColumn: null, columns: [], stamps };

async function* recordsOf(rows: readonly string[]) {
  for (const [index, text] of rows.entries()) yield { cells: text.split(','), line: index + 1, endByte: (index + 1) * 100 };
}

async function read(rows: readonly string[], changed: Partial<FileRules> = {}): Promise<(Reading | FaultyRow)[]> {
  const found: (Reading | FaultyRow)[] = [];
  for await (const one of readings(recordsOf(rows), { ...rules, ...changed })) found.push(one);
  return found;
}

const HEADER = 'time,kWh,state,on';

describe('readings', () => {
  it('sends numbers as numbers, true and false as such, the rest as text, and no empty cell', async () => {
    const [first, second] = await read([HEADER, '2024-01-01 00:15,3.50,007,true', '2024-01-01 00:30,,+1,false']);
    expect(first).toEqual({ row: 1, line: 2, endByte: 200, atMs: Date.UTC(2024, 0, 1, 0, 15), values: [['kWh', 3.5], ['state', 7], ['on', true]] });
    expect(second).toMatchObject({ values: [['state', 1], ['on', false]] });
  });

  it('holds a column to what its first cell was', async () => {
    const [, second, third] = await read([HEADER, '2024-01-01 00:15,1,idle,true', '2024-01-01 00:30,1.2.3,5,true', '2024-01-01 00:45,1,5,true']);
    expect(second).toMatchObject({ line: 3, fault: 'column "kWh": "1.2.3" is not a number' });
    expect(third).toMatchObject({ values: [['kWh', 1], ['state', '5'], ['on', true]] });
  });

  it.each([
    ['2024-01-01 00:15,1', 'the row has 2 cells, the header 4'],
    ['yesterday,1,idle,true', '"yesterday" is not of the form yyyy-MM-dd HH:mm'],
    ['2024-01-01 00:15,,,', 'the row has no value to send'],
    ['2024-01-01 00:15,1e999,idle,true', 'column "kWh": "1e999" is not a number'],
  ])('says what is wrong with %s', async (row, fault) => {
    expect(await read([HEADER, row])).toEqual([{ row: 1, line: 2, endByte: 200, fault }]);
  });

  it('takes the columns that were asked for, under their new names', async () => {
    const wanted = { timeColumn: 'time', columns: [{ name: 'kWh', key: 'energy_kwh' }] };
    expect(await read(['kWh,note,time', '4,x,2024-01-01 00:15'], wanted)).toMatchObject([{ values: [['energy_kwh', 4]] }]);
  });

  it.each([
    [{ timeColumn: 'date' }, 'There is no column "date". The file has: time, kWh, state, on'],
    [{ columns: [{ name: 'kwh', key: 'a' }] }, 'There is no column "kwh"'],
    [{ columns: [{ name: 'kWh', key: 'a' }, { name: 'on', key: 'a' }] }, 'Two columns are to be the metric "a"'],
    [{ columns: [{ name: 'kWh', key: '' }] }, '"" is no name for a metric'],
  ])('refuses a choice that the file does not have: %j', async (choice, words) => {
    await expect(read([HEADER], choice)).rejects.toThrow(words);
  });

  it('knows a file that is not in UTF-8 by its header, and one that is empty', async () => {
    await expect(read(['ʱ\uFFFD\uFFFD,kWh'])).rejects.toThrow('not in UTF-8');
    await expect(read([])).rejects.toThrow('empty');
  });
});

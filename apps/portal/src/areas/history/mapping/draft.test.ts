import { describe, expect, it } from '@jest/globals';
import type { HistoryMappingFactsFragment } from '../../../generated/documents';
import { columnName } from './column-name';
import { draftOf, inputOf, missingIn, withRole } from './draft';

const GUESS: HistoryMappingFactsFragment = { headerRows: 1, timeColumns: [0], timeFormat: 'YEAR_MONTH_DAY', timeZone: null, deviceId: null, machineColumn: null, metrics: [{ column: 1, key: 'Power', kind: 'NUMBER', unit: 'kW' }], long: null, decimalMark: '.', noValues: ['-', 'null'] };
const rows = [{ row: 1, cells: ['Time', 'Power (kW)', 'Remark', 'Clock'] }];
const draft = draftOf({ look: { kind: 'csv', encoding: 'utf-8', separator: ',', rows, guess: GUESS }, mapping: null, replaces: false }, 'Asia/Shanghai');

describe('a draft of a mapping', () => {
  it('begins as the file seems to be, in the company’s own zone, and lacks a machine', () => {
    expect(draft).toMatchObject({ roles: ['time', 'metric', 'none', 'none'], keys: ['Time', 'Power', 'Remark', 'Clock'], units: ['', 'kW', '', ''], timeZone: 'Asia/Shanghai' });
    expect(missingIn(draft)).toBe('machine');
    expect(missingIn({ ...draft, deviceId: 'x' })).toBeNull();
    expect(inputOf('1', { ...draft, deviceId: 'x' }).mapping).toEqual({ ...GUESS, timeZone: 'Asia/Shanghai', deviceId: 'x' });
  });

  it('has one column of a role that only one can have, and metrics in columns or in rows', () => {
    expect(withRole(draft, 2, 'time').roles).toEqual(['none', 'metric', 'time', 'none']);
    const long = withRole(draft, 2, 'metricName');
    expect(long.roles).toEqual(['time', 'none', 'metricName', 'none']);
    expect(missingIn(long)).toBe('long');
    expect(missingIn(withRole(withRole(long, 3, 'value'), 1, 'machine'))).toBeNull();
    expect(withRole(withRole(long, 3, 'value'), 1, 'metric').roles).toEqual(['time', 'metric', 'none', 'none']);
  });

  it('sends the columns of date and time of day in this order, and either a machine or its column', () => {
    const { mapping } = inputOf('1', withRole(withRole({ ...draft, deviceId: 'x' }, 3, 'time'), 0, 'clock'));
    expect(mapping).toMatchObject({ timeColumns: [3, 0], deviceId: 'x', machineColumn: null });
    expect(inputOf('1', withRole({ ...draft, deviceId: 'x' }, 2, 'machine')).mapping).toMatchObject({ deviceId: null, machineColumn: 2 });
  });

  it('names columns as spreadsheets do', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { guessMapping, namedBy } from './guess-mapping.js';

const rowsOf = (...lines: readonly string[]): string[][] => lines.map((line) => line.split('|'));

describe('how a file is read, by its first rows', () => {
  it('is a column a metric, with units out of the heads, remarks left out', () => {
    expect(guessMapping(rowsOf('Time|Temp (°C)|功率（kW）|Running|Remark', '2026/1/2 3:04|21.5|3|on|shift change', '2026/1/2 3:05|21.75|3|off|'))).toMatchObject({
      headerRows: 1,
      timeColumns: [0],
      timeFormat: 'year-month-day',
      machineColumn: null,
      long: null,
      decimalMark: '.',
      metrics: [
        { column: 1, key: 'Temp', unit: '°C', kind: 'number' },
        { column: 2, key: '功率', unit: 'kW', kind: 'number' },
        { column: 3, key: 'Running', unit: null, kind: 'boolean' },
      ],
    });
  });

  it('is a metric a row, with a machine that a column names', () => {
    expect(guessMapping(rowsOf('时间|设备|测点|数值', '2026-01-02 03:04:00|1 号|温度|21', '2026-01-02 03:04:00|1 号|压力|0.6'))).toMatchObject({ timeColumns: [0], machineColumn: 1, metrics: [], long: { metricColumn: 2, valueColumn: 3, kind: 'number' } });
    expect(guessMapping(rowsOf('timestamp|tag|value', '1795766400000|t|21', '1795766400000|state|running', '1795766401000|t|22'))).toMatchObject({ timeFormat: 'epoch-ms', long: { metricColumn: 1, valueColumn: 2, kind: 'mixed' } });
  });

  it('has date and time of day in two columns, rows of titles above, and commas in its decimals', () => {
    expect(guessMapping(rowsOf('Messwerte 2026', '|', 'Datum|Uhrzeit|kWh', '31.01.2026|08:00|1,5', '01.02.2026|08:00|2,25'))).toMatchObject({ headerRows: 3, timeColumns: [0, 1], timeFormat: 'day-month-year', decimalMark: ',', metrics: [{ column: 2, key: 'kWh' }] });
  });

  it('tells day from month by which of them lets the rows follow each other, and days first where both do', () => {
    const times = (...cells: readonly string[]): string => guessMapping([['time', 'v'], ...cells.map((cell) => [cell, '1'])]).timeFormat;
    expect(times('1/2/2026 0:00', '1/3/2026 0:00', '1/4/2026 0:00')).toBe('month-day-year');
    expect(times('1/2/2026 0:00', '2/2/2026 0:00', '3/2/2026 0:00')).toBe('day-month-year');
    expect(times('25/2/2026 0:00')).toBe('day-month-year');
    expect(times('46353.333', '46353.375')).toBe('excel');
    expect(times('1795766400', '1795766460')).toBe('epoch-s');
    expect(times('1795766400000000000', '1795766460000000000')).toBe('epoch-ns');
  });

  it('is proposed of files without heads, without times, and of nothing', () => {
    expect(guessMapping(rowsOf('2026-01-02 03:04|7', '2026-01-02 03:05|8'))).toMatchObject({ headerRows: 0, metrics: [{ column: 1, key: 'column_2' }] });
    expect(guessMapping(rowsOf('a|b', 'c|d'))).toMatchObject({ headerRows: 1, metrics: [] });
    expect(guessMapping([])).toMatchObject({ headerRows: 0, metrics: [], timeColumns: [0] });
  });

  it.each([
    ['Power, kW', { key: 'Power', unit: 'kW' }],
    ['压力[MPa]', { key: '压力', unit: 'MPa' }],
    ['speed', { key: 'speed', unit: null }],
    ['', { key: 'column_3', unit: null }],
  ])('names a metric by its head: %s', (head, expected) => {
    expect(namedBy(head, 2)).toEqual(expected);
  });
});

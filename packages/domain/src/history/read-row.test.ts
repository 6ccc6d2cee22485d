import { describe, expect, it } from '@jest/globals';
import { mappingFault, type HistoryMapping } from './mapping.js';
import { RowReader, type RowListener } from './read-row.js';
import { readNumber, readValue } from './read-value.js';
import { mayStep, type ImportStep } from './import-state.js';

const WIDE: HistoryMapping = { headerRows: 1, timeColumns: [0], timeFormat: 'year-month-day', timeZone: 'UTC', deviceId: 'm', machineColumn: null, metrics: [{ column: 1, key: 't', kind: 'number', unit: null }], long: null, decimalMark: '.', noValues: ['bad', '-'] };
const TIMES = { fromMs: Date.UTC(2020, 0, 1), toMs: Date.UTC(2027, 0, 1) };

/** What a reader makes of rows. */
function heard(mapping: HistoryMapping, rows: readonly (readonly string[])[]): string[] {
  const found: string[] = [];
  const listener: RowListener = {
    machine: (name) => (name === 'm' ? { deviceId: 'm' } : { fault: 'MACHINE_UNKNOWN' }),
    value: (machine, metric, at, value) => found.push(`${machine}.${metric}@${new Date(at / 1_000).toISOString().slice(11, 16)}=${value}`),
    fault: (kind, column, text) => found.push(`${kind} ${column} ${text}`),
    odd: (oddity) => found.push(oddity),
  };
  const reader = new RowReader({ mapping, offsetAt: () => 0, times: TIMES, maxText: 5 }, undefined);
  for (const row of rows) reader.read(row, listener);
  return found;
}

describe('a row', () => {
  it('gives its readings, nothing for what stands for no value, and a fault for what is none', () => {
    expect(heard(WIDE, [['2026-01-01 08:00', '1.5'], ['2026-01-01 08:01', ''], ['2026-01-01 08:02', 'BAD'], ['2026-01-01 08:03', 'x'], ['2026-01-01 08:04'], ['', '1'], ['2030-01-01', '1'], ['2019-01-01', '1']])).toEqual([
      'm.t@08:00=1.5',
      'NUMBER 1 x',
      'TIME_MISSING 0 ',
      'TIME_AHEAD 0 2030-01-01',
      'TIME_TOO_OLD 0 2019-01-01',
    ]);
  });

  it('names its machine and its metric where columns do', () => {
    const long: HistoryMapping = { ...WIDE, deviceId: null, machineColumn: 1, metrics: [], long: { metricColumn: 2, valueColumn: 3, kind: 'mixed' } };
    expect(heard(long, [['2026-01-01 08:00', 'm', 'a', '1'], ['2026-01-01 08:00', 'm', 'b', 'idle'], ['2026-01-01 08:00', 'm', 'b', 'TRUE'], ['2026-01-01 08:00', 'm', 'b', 'too long'], ['2026-01-01 08:00', 'n', 'a', '1'], ['2026-01-01 08:00', '', 'a', '1'], ['2026-01-01 08:00', 'm', '', '1']])).toEqual([
      'm.a@08:00=1',
      'm.b@08:00=idle',
      'm.b@08:00=true',
      'TEXT_TOO_LONG 3 too long',
      'MACHINE_UNKNOWN 1 n',
      'MACHINE_MISSING 1 ',
      'METRIC_MISSING 2 ',
    ]);
  });
});

describe('a number', () => {
  it.each([
    ['1,234.5', '.', 1_234.5],
    ['1.234,5', ',', 1_234.5],
    ["1'234.5", '.', 1_234.5],
    ['1 234,5', ',', 1_234.5],
    ['-.5e3', '.', -500],
    ['+7', ',', 7],
    ['1,5', '.', null],
    ['1.5', ',', null],
    ['1,23,456', '.', null],
    ['0x10', '.', null],
    ['Infinity', '.', null],
    ['1e400', '.', null],
    ['', '.', null],
  ] as const)('%s with %s is %s', (text, mark, expected) => {
    expect(readNumber(text, mark)).toBe(expected);
  });

  it('is read to the last bit whatever it is', () => {
    for (const value of [0.1 + 0.2, 1e-300, 123_456_789.123_456_78, -7e22]) expect(readValue(String(value), 'number', { mark: '.', maxText: 9 })).toBe(value);
  });
});

describe('a mapping', () => {
  it.each([
    [{}, null],
    [{ timeColumns: [] }, 'TIME_COLUMNS'],
    [{ timeColumns: [1] }, 'COLUMN_TWICE'],
    [{ timeColumns: [-1] }, 'COLUMN'],
    [{ timeColumns: [0.5] }, 'COLUMN'],
    [{ headerRows: -1 }, 'HEADER_ROWS'],
    [{ timeFormat: 'x' }, 'TIME_FORMAT'],
    [{ machineColumn: 4 }, 'MACHINE'],
    [{ deviceId: null }, 'MACHINE'],
    [{ metrics: [] }, 'NO_METRICS'],
    [{ long: { metricColumn: 4, valueColumn: 5, kind: 'number' } }, 'METRICS_AND_LONG'],
    [{ metrics: [{ column: 1, key: ' t', kind: 'number', unit: null }] }, 'KEY'],
    [{ metrics: [{ column: 1, key: 't', kind: 'number', unit: null }, { column: 2, key: 't', kind: 'number', unit: null }] }, 'KEY_TWICE'],
    [{ metrics: [{ column: 1, key: 't', kind: 'number', unit: ' ' }] }, 'UNIT'],
    [{ metrics: [{ column: 1, key: 't', kind: 'x', unit: null }] }, 'KIND'],
    [{ decimalMark: ';' }, 'DECIMAL_MARK'],
    [{ noValues: ['x'.repeat(41)] }, 'NO_VALUES'],
  ])('with %j is %s', (change, fault) => {
    expect(mappingFault({ ...WIDE, ...change } as HistoryMapping)).toBe(fault);
  });
});

describe('what may be done with an import', () => {
  const STEPS: readonly ImportStep[] = ['check', 'run', 'pause', 'resume', 'cancel', 'undo'];
  it.each([
    [{ state: 'mapping' }, 'check cancel'],
    [{ state: 'checking' }, 'pause cancel'],
    [{ state: 'checking', isPaused: true }, 'resume cancel'],
    [{ state: 'checked' }, 'check run cancel'],
    [{ state: 'running' }, 'pause cancel'],
    [{ state: 'running', hasWritten: true }, 'pause undo'],
    [{ state: 'done', hasWritten: true }, 'undo'],
    [{ state: 'done', hasWritten: true, isUndoable: false }, ''],
    [{ state: 'failed', hasWritten: true }, 'undo'],
    [{ state: 'undoing', hasWritten: true }, ''],
    [{ state: 'cancelled' }, ''],
  ] as const)('%j: %s', (standing, expected) => {
    expect(STEPS.filter((step) => mayStep(step, { isPaused: false, hasWritten: false, isUndoable: true, ...standing })).join(' ')).toBe(expected);
  });
});

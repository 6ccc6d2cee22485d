import { describe, expect, it } from '@jest/globals';
import { faultLine, fileLines } from './summary.mjs';
import { progressLine } from './progress.mjs';
import { createTally } from './tally.mjs';

const at = (minute: number) => Date.UTC(2018, 0, 1, 0, minute);

function tallyOf(...readings: readonly (readonly [number, number | string])[]) {
  const tally = createTally();
  readings.forEach(([minute, value], index) => tally.add({ row: index + 1, line: index + 2, endByte: 0, atMs: at(minute), values: [['kwh', value]] }));
  return tally;
}

describe('fileLines', () => {
  it('gives the span in the zone of the file, and each metric with its sum', () => {
    expect(fileLines(tallyOf([0, 0.1], [15, 0.2], [30, 4]), 'Asia/Shanghai')).toEqual([
      'From 2018-01-01 08:00:00 to 2018-01-01 08:30:00 (Asia/Shanghai):',
      '  kwh: 3 values, 0.1 to 4, sum 4.3',
    ]);
  });

  it('adds the small to the large without losing it', () => {
    expect(fileLines(tallyOf([0, 1e16], [1, 1], [2, 1], [3, -1e16]), 'UTC')[1]).toContain('sum 2');
  });

  it('points to rows out of order, and to what may be the cause', () => {
    const lines = fileLines(tallyOf([15, 1], [15, 1], [0, 1]), 'UTC');
    expect(lines).toContain('1 row with the time of the row before; of such rows the last one counts.');
    expect(lines.at(-1)).toMatch(/^1 row earlier than the row before, the first on line 4\..*--midnight-ends-day/);
  });
});

describe('faultLine', () => {
  it('says nothing where nothing went wrong', () => {
    expect(faultLine({ unreadable: 0, refused: 0 })).toBeNull();
    expect(faultLine({ unreadable: 1_200, refused: 3 })).toBe('1,200 rows could not be read, 3 rows refused by the gateway.');
  });
});

describe('progressLine', () => {
  const state = { rows: 12_000, startRows: 0, bytes: 300, startBytes: 0, totalBytes: 1_000, elapsedMs: 2_000 };

  it('tells rows, share, pace and what is left', () => {
    expect(progressLine(state)).toBe('12,000 rows, 30 %, 6,000 rows/s, 5 s left');
    expect(progressLine({ ...state, elapsedMs: 60_000 })).toContain('2 min 20 s left');
  });

  it('reckons the pace of this run alone when it goes on from an earlier one', () => {
    expect(progressLine({ ...state, startRows: 10_000, startBytes: 200 })).toBe('12,000 rows, 30 %, 1,000 rows/s, 14 s left');
  });

  it('promises nothing before it can know', () => {
    expect(progressLine({ ...state, elapsedMs: 100 })).toBe('12,000 rows, 30 %');
  });
});

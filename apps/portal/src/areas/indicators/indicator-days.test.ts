import { describe, expect, it } from '@jest/globals';
import { courseOf, dayKind, lastDayOf, meanOf } from './indicator-days';

const rows = [
  { on: '2026-03-01', values: [10, null] },
  { on: '2026-03-04', values: [20, 3] },
  { on: '2026-03-05', values: [null, null] },
];

describe('courseOf', () => {
  it('shows a missing day as a gap', () => {
    const { atMs, value } = courseOf(rows, 0, 'Asia/Shanghai');
    expect(value).toEqual([10, 10, null, null, null, null, 20, 20, null, null]);
    expect([atMs[0], atMs[1]]).toEqual([Date.parse('2026-03-01T00:00:00+08:00'), Date.parse('2026-03-02T00:00:00+08:00') - 1]);
  });

  it('is empty without days', () => {
    expect(courseOf([], 0, 'Asia/Shanghai')).toEqual({ atMs: [], value: [] });
  });
});

describe('lastDayOf', () => {
  it('passes over days without any figure', () => {
    expect(lastDayOf(rows)?.on).toBe('2026-03-04');
    expect(lastDayOf([])).toBeNull();
  });
});

describe('dayKind', () => {
  it('reads the site’s calendar', () => {
    const nowMs = Date.parse('2026-03-04T18:00:00Z');
    expect(dayKind('2026-03-05', nowMs, 'Asia/Shanghai')).toBe('today');
    expect(dayKind('2026-03-04', nowMs, 'Asia/Shanghai')).toBe('yesterday');
    expect(dayKind('2026-03-03', nowMs, 'Asia/Shanghai')).toBe('other');
  });
});

describe('meanOf', () => {
  it('takes the days that have a value', () => {
    expect(meanOf(rows, 0)).toBe(15);
    expect(meanOf([], 0)).toBeNull();
  });
});

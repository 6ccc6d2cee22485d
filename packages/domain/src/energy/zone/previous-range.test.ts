import { describe, expect, it } from '@jest/globals';
import { previousRange } from './previous-range.js';

const at = Date.parse;
const shanghai = (from: string, to: string): string[] => {
  const range = { fromMs: at(from + '+08:00'), toMs: at(to + '+08:00') };
  const { fromMs, toMs } = previousRange('Asia/Shanghai', range);
  return [fromMs, toMs].map((atMs) => new Date(atMs + 8 * 3_600_000).toISOString().slice(0, 16));
};

describe('the span before', () => {
  it('of a calendar month is the month before, whatever its length', () => {
    expect(shanghai('2024-03-01T00:00', '2024-04-01T00:00')).toEqual(['2024-02-01T00:00', '2024-03-01T00:00']);
  });

  it('of a calendar year is the year before', () => {
    expect(shanghai('2025-01-01T00:00', '2026-01-01T00:00')).toEqual(['2024-01-01T00:00', '2025-01-01T00:00']);
  });

  it('of a week is the week before, of a day the day before', () => {
    expect(shanghai('2024-03-04T00:00', '2024-03-11T00:00')).toEqual(['2024-02-26T00:00', '2024-03-04T00:00']);
    expect(shanghai('2024-03-01T00:00', '2024-03-02T00:00')).toEqual(['2024-02-29T00:00', '2024-03-01T00:00']);
  });

  it('of anything else has the same length', () => {
    expect(shanghai('2024-03-01T00:00', '2024-03-01T06:30')).toEqual(['2024-02-29T17:30', '2024-03-01T00:00']);
  });

  it('of a day after a clock change is the whole short day', () => {
    const range = { fromMs: at('2024-03-31T22:00:00Z'), toMs: at('2024-04-01T22:00:00Z') };
    expect(previousRange('Europe/Berlin', range)).toEqual({ fromMs: at('2024-03-30T23:00:00Z'), toMs: range.fromMs });
  });
});

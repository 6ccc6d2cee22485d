import { describe, expect, it } from '@jest/globals';
import { EXAMPLE_DAY, EXAMPLE_PRICES, clockAt, dayOf, hoursIn, hoursOf, isExample, meanPrice, moveEdge, paint, stretchesOf } from './tariff-day';

const day = dayOf([
  { fromMinute: 0, toMinute: 480, band: 'VALLEY' },
  { fromMinute: 480, toMinute: 720, band: 'PEAK' },
  { fromMinute: 720, toMinute: 1440, band: 'FLAT' },
]);

describe('the tariff day', () => {
  it('goes from stretches to quarter-hours and back', () => {
    expect(day).toHaveLength(96);
    expect(hoursOf(day)).toEqual([
      { fromMinute: 0, toMinute: 480, band: 'VALLEY' },
      { fromMinute: 480, toMinute: 720, band: 'PEAK' },
      { fromMinute: 720, toMinute: 1440, band: 'FLAT' },
    ]);
  });

  it('leaves no minute without a band', () => {
    expect(new Set(dayOf([]))).toEqual(new Set(['FLAT']));
  });

  it('paints in either direction and joins what is alike', () => {
    const painted = paint(day, 40, 32, 'VALLEY');
    expect(painted).toEqual(paint(day, 32, 40, 'VALLEY'));
    expect(stretchesOf(painted)[0]).toEqual({ fromQuarter: 0, toQuarter: 40, band: 'VALLEY' });
  });

  it('moves an edge both ways and never swallows a neighbour', () => {
    expect(stretchesOf(moveEdge(day, 0, 36))[0]?.toQuarter).toBe(36);
    expect(stretchesOf(moveEdge(day, 0, 20))[1]).toEqual({ fromQuarter: 20, toQuarter: 48, band: 'PEAK' });
    expect(stretchesOf(moveEdge(day, 0, 90))[1]).toEqual({ fromQuarter: 47, toQuarter: 48, band: 'PEAK' });
    expect(stretchesOf(moveEdge(day, 0, -5))[0]).toEqual({ fromQuarter: 0, toQuarter: 1, band: 'VALLEY' });
    expect(moveEdge(day, 2, 50)).toBe(day);
  });

  it('adds up hours and prices', () => {
    expect(hoursIn(day, 'PEAK')).toBe(4);
    expect(meanPrice(day, { PEAK: 1.2, FLAT: 0.6, VALLEY: 0.3 })).toBeCloseTo((4 * 1.2 + 12 * 0.6 + 8 * 0.3) / 24, 12);
  });

  it('reads the clock', () => {
    expect([clockAt(0), clockAt(33), clockAt(96)]).toEqual(['00:00', '08:15', '24:00']);
  });

  it('knows the untouched example', () => {
    expect(hoursIn(EXAMPLE_DAY, 'PEAK')).toBe(6);
    expect(EXAMPLE_PRICES).toEqual({ PEAK: 1.12, FLAT: 0.7, VALLEY: 0.35 });
    expect(isExample(EXAMPLE_DAY, EXAMPLE_PRICES)).toBe(true);
    expect(isExample(EXAMPLE_DAY, { ...EXAMPLE_PRICES, FLAT: 0.71 })).toBe(false);
    expect(isExample(paint(EXAMPLE_DAY, 0, 1, 'PEAK'), EXAMPLE_PRICES)).toBe(false);
  });
});

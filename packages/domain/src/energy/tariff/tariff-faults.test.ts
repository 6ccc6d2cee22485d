import { describe, expect, it } from '@jest/globals';
import { checkedTariff } from './checked-tariff.js';
import { EXAMPLE_TARIFF } from './example-tariff.js';
import type { TariffHours } from './tariff.js';
import { tariffFaults } from './tariff-faults.js';

const yuanPer10000Kwh = { peak: 10_000, valley: 3_000 };
const faultsOf = (...hours: TariffHours[]) => tariffFaults({ hours, yuanPer10000Kwh });
const peak = (fromMinute: number, toMinute: number): TariffHours => ({ fromMinute, toMinute, band: 'peak' });

describe('what is wrong with a tariff', () => {
  it('finds nothing wrong with the example', () => {
    expect(tariffFaults(EXAMPLE_TARIFF)).toEqual([]);
    expect(checkedTariff(EXAMPLE_TARIFF)).toBe(EXAMPLE_TARIFF);
  });

  it('accepts stretches in any order', () => {
    expect(faultsOf(peak(720, 1440), peak(0, 720))).toEqual([]);
  });

  it('names the minutes of every gap', () => {
    expect(faultsOf(peak(15, 600), peak(660, 1425))).toEqual([
      { code: 'TARIFF.GAP', fromMinute: 0, toMinute: 15 },
      { code: 'TARIFF.GAP', fromMinute: 600, toMinute: 660 },
      { code: 'TARIFF.GAP', fromMinute: 1425, toMinute: 1440 },
    ]);
    expect(faultsOf()).toEqual([{ code: 'TARIFF.GAP', fromMinute: 0, toMinute: 1440 }]);
  });

  it('names the minutes of an overlap, also of a stretch within another', () => {
    expect(faultsOf(peak(0, 720), peak(660, 1440))).toEqual([{ code: 'TARIFF.OVERLAP', fromMinute: 660, toMinute: 720 }]);
    expect(faultsOf(peak(0, 1440), peak(60, 120))).toEqual([{ code: 'TARIFF.OVERLAP', fromMinute: 60, toMinute: 120 }]);
  });

  it('wants stretches within the day, forwards, on quarter-hours', () => {
    expect(faultsOf(peak(1320, 360))).toEqual([{ code: 'TARIFF.OUT_OF_DAY', fromMinute: 1320, toMinute: 360 }]);
    expect(faultsOf(peak(0, 1500))).toEqual([{ code: 'TARIFF.OUT_OF_DAY', fromMinute: 0, toMinute: 1500 }]);
    expect(faultsOf(peak(0, 610), peak(610, 1440))).toEqual([
      { code: 'TARIFF.NOT_QUARTER_HOUR', fromMinute: 0, toMinute: 610 },
      { code: 'TARIFF.NOT_QUARTER_HOUR', fromMinute: 610, toMinute: 1440 },
    ]);
  });

  it('wants a price for each band used, a whole number, not below zero nor beyond reason', () => {
    const hours: TariffHours[] = [{ fromMinute: 0, toMinute: 1440, band: 'flat' }];
    const priced = (flat?: number) => tariffFaults({ hours, yuanPer10000Kwh: flat === undefined ? {} : { flat } });
    expect(priced()).toEqual([{ code: 'TARIFF.PRICE_MISSING', band: 'flat' }]);
    for (const price of [-1, 0.7123, Number.NaN, 1_000_001]) {
      expect(priced(price)).toEqual([{ code: 'TARIFF.PRICE_INVALID', band: 'flat' }]);
    }
    expect(priced(0)).toEqual([]);
  });

  it('refuses with the first fault, its minutes in the details', () => {
    expect(() => checkedTariff({ hours: [peak(0, 720)], yuanPer10000Kwh })).toThrow(
      expect.objectContaining({ kind: 'invalid', code: 'TARIFF.GAP', details: { fromMinute: 720, toMinute: 1440 } }),
    );
  });
});

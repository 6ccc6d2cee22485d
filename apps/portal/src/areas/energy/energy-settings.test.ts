import { describe, expect, it } from '@jest/globals';
import { energySettings } from './energy-settings';
import { hoursIn } from './tariff-day';

const hours = [
  { fromMinute: 0, toMinute: 600, band: 'valley' },
  { fromMinute: 600, toMinute: 1440, band: 'peak' },
];
const yuanPer10000Kwh = { peak: 11_000, flat: 7_000, valley: 3_000 };
const stored = { seriesIds: [7, 12], tariff: { hours, yuanPer10000Kwh }, emissionFactorKgPerKwh: 0.5306, timeZone: 'Asia/Shanghai' };

describe('energySettings', () => {
  it('reads what was stored', () => {
    const settings = energySettings(stored)!;
    expect(settings).toMatchObject({ seriesIds: ['7', '12'], prices: { PEAK: 1.1, FLAT: 0.7, VALLEY: 0.3 }, emissionFactorKgPerKwh: 0.5306 });
    expect(hoursIn(settings.day, 'PEAK')).toBe(14);
  });

  it.each([
    ['nothing yet', {}],
    ['no object', null],
    ['hours of an unknown band', { ...stored, tariff: { hours: [{ fromMinute: 0, toMinute: 1440, band: 'moon' }], yuanPer10000Kwh } }],
    ['a missing price', { ...stored, tariff: { hours, yuanPer10000Kwh: { peak: 1, flat: 1 } } }],
    ['a factor that is no number', { ...stored, emissionFactorKgPerKwh: '0.5' }],
  ])('gives null for %s', (_, settings) => {
    expect(energySettings(settings)).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Meter } from '../meter-choice';
import { EXAMPLE_DAY } from '../tariff-day';
import { configurationOf, firstDraft, isPartWhole, type EnergyDraft } from './energy-draft';

const meter: Meter = {
  id: '7', deviceId: 'm1', deviceName: '1 号机', key: 'energy_kwh', unit: 'kWh', quantity: 'COUNTER',
  isQuantityChosen: true, intervalMs: null, intervalStamp: null, valueKind: 'NUMBER',
};
const whole: EnergyDraft = { ...firstDraft(null, 'Asia/Shanghai'), meters: [meter], factor: 0.5306 };

describe('the draft of a set-up', () => {
  it('starts from the example, or from what is set', () => {
    expect(firstDraft(null, 'Asia/Shanghai')).toMatchObject({ day: EXAMPLE_DAY, timeZone: 'Asia/Shanghai', factor: null });
    const settings = { seriesIds: ['7'], day: EXAMPLE_DAY, prices: { PEAK: 2, FLAT: 1, VALLEY: 0 }, emissionFactorKgPerKwh: 0.6, timeZone: 'UTC' };
    expect(firstDraft(settings, 'Asia/Shanghai')).toMatchObject({ prices: settings.prices, factor: 0.6, timeZone: 'UTC' });
  });

  it('knows which part lacks something', () => {
    expect(isPartWhole(whole, 'meters')).toBe(true);
    expect(isPartWhole({ ...whole, meters: [] }, 'meters')).toBe(false);
    expect(isPartWhole({ ...whole, meters: [{ ...meter, isQuantityChosen: false }] }, 'meters')).toBe(false);
    expect(isPartWhole({ ...whole, prices: { ...whole.prices, FLAT: null } }, 'tariff')).toBe(false);
    expect(isPartWhole({ ...whole, prices: { ...whole.prices, FLAT: 101 } }, 'tariff')).toBe(false);
    expect(isPartWhole({ ...whole, factor: 530.6 }, 'factor')).toBe(false);
  });

  it('sends what the api takes', () => {
    expect(configurationOf(whole, 's1')).toMatchObject({
      subscriptionId: 's1',
      seriesIds: ['7'],
      prices: { peak: 1.12, flat: 0.7, valley: 0.35 },
      emissionFactorKgPerKwh: 0.5306,
      timeZone: 'Asia/Shanghai',
    });
    expect(configurationOf(whole, 's1')?.hours[0]).toEqual({ fromMinute: 0, toMinute: 360, band: 'VALLEY' });
  });

  it('sends nothing half done', () => {
    expect(configurationOf({ ...whole, meters: null }, 's1')).toBeNull();
    expect(configurationOf({ ...whole, factor: null }, 's1')).toBeNull();
  });
});

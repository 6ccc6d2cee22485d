import { describe, expect, it } from '@jest/globals';
import { EXAMPLE_TARIFF } from '../tariff/example-tariff.js';
import { energyReport } from './energy-report.js';
import type { EnergyReportInput } from './energy-report.types.js';

const sound: EnergyReportInput = {
  slots: [],
  tariff: EXAMPLE_TARIFF,
  kgCo2PerKwh: 0.5306,
  timeZone: 'Asia/Shanghai',
  range: { fromMs: 0, toMs: 900_000 },
  period: 'day',
};

describe('a report that cannot be made', () => {
  it.each<[string, Partial<EnergyReportInput>]>([
    ['ENERGY.RANGE_EMPTY', { range: { fromMs: 900_000, toMs: 0 } }],
    ['ENERGY.RANGE_NOT_ALIGNED', { range: { fromMs: 0, toMs: 900_001 } }],
    ['ZONE.UNKNOWN', { timeZone: 'Mars/Olympus' }],
    ['CARBON.FACTOR_INVALID', { kgCo2PerKwh: 530.6 }],
    ['TARIFF.GAP', { tariff: { hours: [], yuanPer10000Kwh: {} } }],
    ['TARIFF.PRICE_MISSING', { tariff: { hours: EXAMPLE_TARIFF.hours, yuanPer10000Kwh: { peak: 1, flat: 1 } } }],
  ])('is refused with %s', (code, fault) => {
    expect(() => energyReport({ ...sound, ...fault })).toThrow(expect.objectContaining({ kind: 'invalid', code }));
  });
});

import { describe, expect, it } from '@jest/globals';
import { checkedEmissionFactor } from './emission-factor.js';
import { DEFAULT_EMISSION_FACTOR, EMISSION_FACTORS_2023 } from './emission-factors-2023.js';

describe('emission factors', () => {
  it('defaults to the national average of 2023', () => {
    expect(DEFAULT_EMISSION_FACTOR).toMatchObject({ region: 'national', basis: 'location', dataYear: 2023, kgCo2PerKwh: 0.5306 });
  });

  it('lists each region and basis once, each usable and with its source', () => {
    const keys = EMISSION_FACTORS_2023.map(({ region, basis }) => region + ' ' + basis);
    expect(new Set(keys).size).toBe(10);
    for (const { kgCo2PerKwh, source } of EMISSION_FACTORS_2023) {
      expect(checkedEmissionFactor(kgCo2PerKwh)).toBe(kgCo2PerKwh);
      expect(source).toMatch(/^[^a-z]*2023[^a-z]*$/i);
    }
  });

  it.each([-0.1, 530.6, Number.NaN])('refuses a factor of %p kg per kWh', (factor) => {
    expect(() => checkedEmissionFactor(factor)).toThrow(expect.objectContaining({ code: 'CARBON.FACTOR_INVALID' }));
  });
});

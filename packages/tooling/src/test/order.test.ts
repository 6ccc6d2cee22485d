import { describe, expect, it } from '@jest/globals';
import { orderOf } from './order.mjs';

describe('the order of the steps', () => {
  it('puts what needs no platform beside the journey that must be alone', () => {
    expect(orderOf(['static', 'unit', 'integration', 'e2e'])).toEqual({ inTurn: ['integration', 'e2e'], beside: ['static', 'unit'] });
  });

  it('gives everything its own turn where no journey is wanted', () => {
    expect(orderOf(['static', 'unit', 'integration'])).toEqual({ inTurn: ['static', 'unit', 'integration'], beside: [] });
  });
});

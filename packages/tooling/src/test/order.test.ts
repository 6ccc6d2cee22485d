import { describe, expect, it } from '@jest/globals';
import { orderOf } from './order.mjs';

describe('the order of the steps', () => {
  it('lets what only reads take what is left of the processor, and puts what needs no platform beside the journey that must be alone', () => {
    expect(orderOf(['static', 'unit', 'integration', 'e2e'])).toEqual({ whenIdle: ['static'], inTurn: ['integration', 'e2e'], beside: ['unit'] });
  });

  it('gives everything its own turn where no journey is wanted', () => {
    expect(orderOf(['static', 'unit', 'integration'])).toEqual({ whenIdle: [], inTurn: ['static', 'unit', 'integration'], beside: [] });
  });
});

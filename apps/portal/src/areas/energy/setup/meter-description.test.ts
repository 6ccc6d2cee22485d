import { describe, expect, it } from '@jest/globals';
import type { Meter } from '../meter-choice';
import { descriptionOf, meaningOf } from './meter-description';

const meter: Meter = {
  id: '7', deviceId: 'm1', deviceName: '1 号机', key: 'usage', unit: null, quantity: 'INTERVAL',
  isQuantityChosen: false, intervalMs: null, intervalStamp: null, valueKind: 'NUMBER',
};

describe('meaningOf', () => {
  it('starts from what is usual: a quarter-hour, stamped at its end', () => {
    expect(meaningOf(meter)).toEqual({ quantity: 'INTERVAL', lengthMin: 15, stamp: 'END' });
    expect(meaningOf({ ...meter, quantity: 'GAUGE' }).quantity).toBe('COUNTER');
    expect(meaningOf({ ...meter, intervalMs: 3_600_000, intervalStamp: 'START' })).toEqual({ quantity: 'INTERVAL', lengthMin: 60, stamp: 'START' });
  });
});

describe('descriptionOf', () => {
  it('says length and stamp of intervals only', () => {
    expect(descriptionOf(meter)).toEqual({ id: '7', quantity: 'INTERVAL', unit: 'kWh', intervalMs: 900_000, intervalStamp: 'END' });
    expect(descriptionOf(meter, { quantity: 'POWER', lengthMin: 15, stamp: 'END' })).toEqual({ id: '7', quantity: 'POWER', unit: 'kW' });
  });

  it('leaves a unit that is known', () => {
    expect(descriptionOf({ ...meter, unit: 'KWH', quantity: 'COUNTER' })).toEqual({ id: '7', quantity: 'COUNTER', unit: 'KWH' });
  });
});

import { describe, expect, it } from '@jest/globals';
import { countedTwice, isGuessWhole, isMeter, isSettled, proposedMeters, wrongUnit, type Meter } from './meter-choice';

function meter(changes: Partial<Meter>): Meter {
  return {
    id: '1', deviceId: 'm1', deviceName: '1 号机', key: 'energy_kwh', unit: 'kWh', quantity: 'COUNTER',
    isQuantityChosen: true, intervalMs: null, intervalStamp: null, valueKind: 'NUMBER', ...changes,
  };
}

describe('isMeter', () => {
  it('tells energy from counts of parts', () => {
    expect(isMeter(meter({}))).toBe(true);
    expect(isMeter(meter({ key: 'good_count', unit: null }))).toBe(false);
    expect(isMeter(meter({ key: 'Usage_kWh', unit: null, quantity: 'INTERVAL' }))).toBe(true);
    expect(isMeter(meter({ key: 'p', unit: 'kW', quantity: 'POWER' }))).toBe(true);
    expect(isMeter(meter({ key: 'p', unit: 'W', quantity: 'POWER' }))).toBe(false);
    expect(isMeter(meter({ key: 'oil', unit: '°C', quantity: 'GAUGE' }))).toBe(false);
  });
});

describe('wrongUnit', () => {
  it('catches what would be reckoned a thousandfold', () => {
    expect(wrongUnit(meter({ unit: 'Wh' }))).toBe('Wh');
    expect(wrongUnit(meter({ unit: 'kWh', quantity: 'POWER' }))).toBe('kWh');
    expect(wrongUnit(meter({ unit: 'KWH' }))).toBeNull();
    expect(wrongUnit(meter({ unit: null }))).toBeNull();
  });
});

describe('proposedMeters', () => {
  it('takes one metric a machine, amounts before power', () => {
    const power = meter({ id: '2', key: 'power_kw', unit: 'kW', quantity: 'POWER' });
    const other = meter({ id: '3', deviceId: 'm2', key: 'power_kw', unit: 'kW', quantity: 'POWER' });
    expect(proposedMeters([power, meter({}), other, meter({ id: '4', key: 'good_count', unit: null })]).map(({ id }) => id)).toEqual(['1', '3']);
  });
});

describe('countedTwice', () => {
  it('names machines with two metrics', () => {
    expect(countedTwice([meter({}), meter({ id: '2' }), meter({ id: '3', deviceId: 'm2', deviceName: '2 号机' })])).toEqual(['1 号机']);
  });
});

describe('isSettled', () => {
  it('wants a chosen meaning, whole', () => {
    expect(isSettled(meter({}))).toBe(true);
    expect(isSettled(meter({ isQuantityChosen: false }))).toBe(false);
    expect(isSettled(meter({ quantity: 'INTERVAL' }))).toBe(false);
    expect(isSettled(meter({ quantity: 'INTERVAL', intervalMs: 900_000, intervalStamp: 'END' }))).toBe(true);
    expect(isSettled(meter({ quantity: 'GAUGE' }))).toBe(false);
  });

  it('lets a whole guess be confirmed', () => {
    expect(isGuessWhole(meter({ isQuantityChosen: false }))).toBe(true);
    expect(isGuessWhole(meter({ isQuantityChosen: false, quantity: 'INTERVAL', intervalMs: 900_000 }))).toBe(false);
  });
});

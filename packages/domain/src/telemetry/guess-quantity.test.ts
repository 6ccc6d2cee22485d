import { describe, expect, it } from '@jest/globals';
import { guessQuantity } from './guess-quantity.js';
import { guessUnit } from './guess-unit.js';
import { isMetricQuantity, METRIC_QUANTITIES, type ValueKind } from './metric-quantity.js';

describe('guessUnit', () => {
  it.each([
    ['power_kw', 'kW'],
    ['energy_kwh', 'kWh'],
    ['Usage_kWh', 'kWh'],
    ['Lagging_Current_Reactive.Power_kVarh', 'kvarh'],
    ['Lagging_Current_Power_Factor', null],
    ['barrel_temp_1_c', '°C'],
    ['oilTempC', '°C'],
    ['zone_c', null],
    ['line_a', null],
    ['motor_current_a', 'A'],
    ['cycle_time_s', 's'],
    ['hydraulic_pressure_bar', 'bar'],
    ['clampPressureMPa', 'MPa'],
    ['screw_position_mm', 'mm'],
    ['flow_m3_min', 'm³/min'],
    ['pm25_ug_m3', 'µg/m³'],
    ['belt_speed_m_s', 'm/s'],
    ['gearbox_vibration_mm_s', 'mm/s'],
    ['total_m3', 'm³'],
    ['cycle_t_s', 's'],
    ['kg_h', null],
    ['humidity', '%'],
    ['voltage', 'V'],
    ['temperature', '°C'],
    ['油温_℃', '°C'],
    ['料筒温度', '°C'],
    ['有功功率', 'kW'],
    ['总电能', 'kWh'],
    ['功率因数', null],
    ['good_count', null],
    ['constructor', null],
    ['__proto__', null],
    ['', null],
  ])('%s is in %s', (key, unit) => {
    expect(guessUnit(key)).toBe(unit);
  });
});

describe('guessQuantity', () => {
  it.each([
    ['power_kw', 'power', 'kW'],
    ['active power', 'power', 'kW'],
    ['energy_kwh', 'counter', 'kWh'],
    ['Usage_kWh', 'interval', 'kWh'],
    ['energy_delta_kwh', 'interval', 'kWh'],
    ['用电量', 'interval', 'kWh'],
    ['正向有功总电能', 'counter', 'kWh'],
    ['Lagging_Current_Reactive.Power_kVarh', 'counter', 'kvarh'],
    ['good_count', 'counter', null],
    ['scrap_total', 'counter', null],
    ['累计产量', 'counter', null],
    ['total_pressure_bar', 'gauge', 'bar'],
    ['flow_m3_h', 'gauge', 'm³/h'],
    ['pm25_ug_m3', 'gauge', 'µg/m³'],
    ['account', 'gauge', null],
    ['oil_temp_c', 'gauge', '°C'],
    ['machine_state', 'state', null],
    ['alarm', 'state', null],
  ])('%s looks like a %s in %s', (key, quantity, unit) => {
    expect(guessQuantity(key, null, 'number')).toEqual({ quantity, unit });
  });

  it('believes a unit that it is told', () => {
    expect(guessQuantity('x1', 'kW', 'number')).toEqual({ quantity: 'power', unit: 'kW' });
    expect(guessQuantity('energy_kwh', 'MWh', 'number')).toEqual({ quantity: 'counter', unit: 'MWh' });
  });

  it.each<ValueKind>(['text', 'boolean', 'json'])('takes %s for a state', (kind) => {
    expect(guessQuantity('power_kw', undefined, kind)).toEqual({ quantity: 'state', unit: null });
  });

  it('knows its own words', () => {
    expect(METRIC_QUANTITIES.every(isMetricQuantity)).toBe(true);
    expect(isMetricQuantity('rate')).toBe(false);
  });
});

import type { MouldingValues } from './sample.js';

/** What a simulated machine's metric is called, in which unit, and what its numbers mean over time. */
export interface MouldingMetric {
  readonly key: keyof MouldingValues;
  readonly nameZh: string;
  readonly nameEn: string;
  /** `null` for what is counted or named. */
  readonly unit: string | null;
  /** As the telemetry room's MetricQuantity. */
  readonly quantity: 'gauge' | 'counter' | 'power' | 'state';
  readonly decimals: number;
}

type Row = readonly [MouldingMetric['key'], string, string, string | null, MouldingMetric['quantity'], number];

const ROWS: readonly Row[] = [
  ['machine_state', '机器状态', 'Machine state', null, 'state', 0],
  ['cycle_time_s', '成型周期', 'Cycle time', 's', 'gauge', 2],
  ['good_count', '良品数', 'Good parts', null, 'counter', 0],
  ['scrap_count', '废品数', 'Scrap parts', null, 'counter', 0],
  ['barrel_temp_1_c', '料筒一段温度', 'Barrel zone 1', '°C', 'gauge', 1],
  ['barrel_temp_2_c', '料筒二段温度', 'Barrel zone 2', '°C', 'gauge', 1],
  ['barrel_temp_3_c', '料筒三段温度', 'Barrel zone 3', '°C', 'gauge', 1],
  ['barrel_temp_4_c', '喷嘴温度', 'Nozzle', '°C', 'gauge', 1],
  ['mould_temp_c', '模具温度', 'Mould temperature', '°C', 'gauge', 1],
  ['oil_temp_c', '油温', 'Oil temperature', '°C', 'gauge', 1],
  ['hydraulic_pressure_bar', '系统压力', 'Hydraulic pressure', 'bar', 'gauge', 1],
  ['injection_pressure_bar', '注射压力', 'Injection pressure', 'bar', 'gauge', 1],
  ['screw_position_mm', '螺杆位置', 'Screw position', 'mm', 'gauge', 1],
  ['power_kw', '有功功率', 'Active power', 'kW', 'power', 2],
  ['energy_kwh', '累计电量', 'Energy meter', 'kWh', 'counter', 2],
];

/** The metrics of a simulated machine, in the order of its samples. */
export const MOULDING_METRICS: readonly MouldingMetric[] = ROWS.map(([key, nameZh, nameEn, unit, quantity, decimals]) => ({
  key,
  nameZh,
  nameEn,
  unit,
  quantity,
  decimals,
}));

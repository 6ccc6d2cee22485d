/**
 * Energy and carbon (能耗与碳): from the readings of a meter to kilowatt-hours by quarter-hour, and from these to what a site used,
 * paid and emitted, by tariff band and calendar period. Pure: no clock, no I/O; zones come from the built-in `Intl`.
 *
 * The way through: read points within `neededMarginMs` of the range, `energySlots` cuts them into slots (`sumSlots` adds several
 * meters up), `energyReport` adds the slots up, `answerFacts` says what matters most.
 */
export { ENERGY_QUANTITIES, COUNTER_MAX_GAP_MS, POWER_MAX_HOLD_MS } from './slots/energy-metric.js';
export type {
  CounterMetric,
  EnergyMetric,
  EnergyPoint,
  EnergyQuantity,
  IntervalMetric,
  PowerMetric,
  StampMarks,
} from './slots/energy-metric.js';
export { SLOT_HOURS, SLOT_MS, SLOTS_PER_DAY } from './slots/slot.js';
export type { EnergySlot } from './slots/slot.js';
export { alignedRange, MAX_RANGE_MS } from './slots/slot-range.js';
export { COUNTER_NEIGHBOURS, isCounterReading } from './slots/add-counter.js';
export { MAX_READING } from './slots/point-faults.js';
export type { PointFaults } from './slots/point-faults.js';
export { energySlots } from './slots/energy-slots.js';
export type { SlottedEnergy } from './slots/energy-slots.js';
export { neededMarginMs } from './slots/needed-margin-ms.js';
export { sumSlots } from './slots/sum-slots.js';

export { MINUTES_PER_DAY, TARIFF_BANDS } from './tariff/tariff.js';
export type { Tariff, TariffBand, TariffHours } from './tariff/tariff.js';
export { MAX_YUAN_PER_10000_KWH, tariffFaults } from './tariff/tariff-faults.js';
export type { TariffFault } from './tariff/tariff-faults.js';
export { checkedTariff } from './tariff/checked-tariff.js';
export { bandAt } from './tariff/band-at.js';
export { MILLIWATT_HOURS_PER_KWH } from './tariff/exact-cost.js';
export { energyCost } from './tariff/energy-cost.js';
export { EXAMPLE_TARIFF } from './tariff/example-tariff.js';

export { DEFAULT_TIME_ZONE, offsetMsAt } from './zone/zone-offset.js';
export { isoDate, isoWeekday, isWeekend, localTimeAt } from './zone/local-time.js';
export type { LocalTime } from './zone/local-time.js';
export { startOfLocalDay } from './zone/start-of-local-day.js';
export { PERIODS } from './zone/period.js';
export type { Period } from './zone/period.js';
export { periodRange } from './zone/period-range.js';
export { periodSpans } from './zone/period-spans.js';
export type { PeriodSpan } from './zone/period-spans.js';
export { previousRange } from './zone/previous-range.js';

export { checkedEmissionFactor, MAX_KG_CO2_PER_KWH } from './carbon/emission-factor.js';
export type { EmissionFactor, GridRegion } from './carbon/emission-factor.js';
export { DEFAULT_EMISSION_FACTOR, EMISSION_FACTORS_2023 } from './carbon/emission-factors-2023.js';

export { energyReport } from './report/energy-report.js';
export type {
  BandAmounts,
  BandedAmounts,
  BaseLoad,
  Coverage,
  EnergyAmounts,
  EnergyBucket,
  EnergyReport,
  EnergyReportInput,
  LoadCurvePoint,
  PeakDemand,
} from './report/energy-report.types.js';
export { BASE_LOAD_QUANTILE } from './report/base-load.js';
export { compareReports, LEAST_COMPARABLE_COVERAGE } from './report/compare-reports.js';
export type { Change, ReportChange } from './report/compare-reports.js';
export { answerFacts } from './report/answer-facts.js';
export type { AnswerFacts } from './report/answer-facts.js';

import type { Money, TimeRange } from '@tenon/kernel';
import type { EnergySlot } from '../slots/slot.js';
import type { Tariff, TariffBand } from '../tariff/tariff.js';
import type { Period } from '../zone/period.js';

/** What a report is made from. */
export interface EnergyReportInput {
  /** At most one a quarter-hour, in any order; those outside the range are left out. */
  readonly slots: readonly EnergySlot[];
  readonly tariff: Tariff;
  /** Kilograms of carbon dioxide for each kWh. */
  readonly kgCo2PerKwh: number;
  /** IANA zone of the site, by whose clock tariff and calendar are read. */
  readonly timeZone: string;
  /** Whole slots, `[fromMs, toMs)`. */
  readonly range: TimeRange;
  /** Calendar period of the buckets. */
  readonly period: Period;
}

/** Energy with what it cost and emitted. */
export interface EnergyAmounts {
  readonly energyKwh: number;
  readonly cost: Money;
  readonly carbonKg: number;
}

/** The part of an amount that fell into one tariff band. */
export interface BandAmounts extends EnergyAmounts {
  readonly band: TariffBand;
  /** Part of the energy, 0…1; 0 where nothing was used at all. */
  readonly share: number;
}

/** Energy over some time, all of it and by band; the bands are those of the tariff's hours, dearest first. */
export interface BandedAmounts extends EnergyAmounts {
  readonly bands: readonly BandAmounts[];
}

/** One calendar day, week or month of the report, cut to the report's range at either end. */
export interface EnergyBucket extends BandedAmounts {
  /** First local day of the calendar period, `YYYY-MM-DD`, also where the range begins later. */
  readonly startsOn: string;
  readonly range: TimeRange;
  /** Part of the bucket's time with data, 0…1. */
  readonly coverage: number;
}

/** Mean power at one quarter-hour of the local day. Null where no such day had data. */
export interface LoadCurvePoint {
  readonly minuteOfDay: number;
  /** Over Mondays to Fridays. */
  readonly weekdayKw: number | null;
  /** Over Saturdays and Sundays. */
  readonly weekendKw: number | null;
}

/** The power that is nearly always drawn, see `baseLoad`. */
export interface BaseLoad {
  readonly powerKw: number;
  /** Part of the energy that this power, drawn all the time, accounts for, 0…1. */
  readonly share: number;
}

/** The highest mean power of a quarter-hour, and the start of the first that reached it. */
export interface PeakDemand {
  readonly powerKw: number;
  readonly startMs: number;
}

/** How much of the range is known. */
export interface Coverage {
  readonly slotCount: number;
  readonly slotWithDataCount: number;
  /** Slots whose energy was spread over a long gap between readings. */
  readonly estimatedSlotCount: number;
  /** Part of the range's time with data, 0…1. */
  readonly share: number;
}

/**
 * What a site used over a range. Everything adds up: bands to the total and buckets to the total, in kWh to the milliwatt-hour
 * and in cost to the fen.
 */
export interface EnergyReport {
  readonly range: TimeRange;
  readonly timeZone: string;
  readonly period: Period;
  readonly total: BandedAmounts;
  readonly buckets: readonly EnergyBucket[];
  /** The 96 quarter-hours of the local day, from midnight. */
  readonly loadCurve: readonly LoadCurvePoint[];
  /** Null where less than a day is known. */
  readonly baseLoad: BaseLoad | null;
  /** Null where nothing is known. */
  readonly peakDemand: PeakDemand | null;
  readonly coverage: Coverage;
}

import type { MetricQuantity, ReadableSeriesFragment } from '../../generated/documents';

export type Meter = ReadableSeriesFragment;

/** Quantities from which energy can be reckoned. */
export const METER_QUANTITIES = ['INTERVAL', 'COUNTER', 'POWER'] as const satisfies readonly MetricQuantity[];
export type MeterQuantity = (typeof METER_QUANTITIES)[number];

const KWH: ReadonlySet<string> = new Set(['kwh', 'kw·h', 'kw.h', '度', '千瓦时']);
const KW: ReadonlySet<string> = new Set(['kw', '千瓦']);

function unitsOf(quantity: MetricQuantity): ReadonlySet<string> {
  return quantity === 'POWER' ? KW : KWH;
}

/** Whether the metric holds energy or power in the unit it is reckoned in: a count of parts is a counter too, but of no energy. */
export function isMeter({ quantity, unit, key }: Meter): boolean {
  if (quantity === 'GAUGE' || quantity === 'STATE') return false;
  if (unit) return unitsOf(quantity).has(unit.toLowerCase());
  return quantity === 'POWER' || /kwh|energy|electric|电|usage/i.test(key);
}

/** A unit that would be taken for another one, such as W for kW; null where it is right or not said. */
export function wrongUnit({ quantity, unit }: Meter): string | null {
  return unit && !unitsOf(quantity).has(unit.toLowerCase()) ? unit : null;
}

/** Amounts tell more than power, which must be held between readings. */
const RANK: Readonly<Record<MeterQuantity, number>> = { INTERVAL: 0, COUNTER: 1, POWER: 2 };

function rankOf({ quantity }: Meter): number {
  return quantity === 'GAUGE' || quantity === 'STATE' ? 3 : RANK[quantity];
}

/** The metric of each machine that says most about its energy: a proposal to start from. */
export function proposedMeters(series: readonly Meter[]): Meter[] {
  const best = new Map<string, Meter>();
  for (const meter of series.filter(isMeter)) {
    const known = best.get(meter.deviceId);
    if (!known || rankOf(meter) < rankOf(known)) best.set(meter.deviceId, meter);
  }
  return [...best.values()];
}

/** Machines of which more than one metric is chosen: their energy would be counted twice. */
export function countedTwice(chosen: readonly Meter[]): string[] {
  const names = new Map<string, string>();
  const twice = new Set<string>();
  for (const { deviceId, deviceName } of chosen) {
    if (names.has(deviceId)) twice.add(deviceName);
    names.set(deviceId, deviceName);
  }
  return [...twice];
}

/** Whether it is settled what the metric's numbers mean, so that they can be added up. */
export function isSettled({ isQuantityChosen, quantity, intervalMs, intervalStamp }: Meter): boolean {
  if (!isQuantityChosen) return false;
  if (quantity === 'INTERVAL') return intervalMs !== null && intervalStamp !== null;
  return quantity === 'COUNTER' || quantity === 'POWER';
}

/** Whether the guess by name says everything, so that one word confirms it. */
export function isGuessWhole({ quantity, intervalMs, intervalStamp }: Meter): boolean {
  if (quantity === 'INTERVAL') return intervalMs !== null && intervalStamp !== null;
  return quantity === 'COUNTER' || quantity === 'POWER';
}

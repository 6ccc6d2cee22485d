/** What a company's use is counted by. Retention is a quota and not a meter: it is a promise of time, and nothing runs full. */
export const METERS = ['devices', 'pointsADay', 'apiCallsADay', 'members', 'apps'] as const;
export type Meter = (typeof METERS)[number];

/**
 * How hours of a meter make a day: a *stock* is what there is (its day is the highest hour), a *flow* is what went through (its
 * day is the sum). Only a flow starts again at midnight.
 */
export const METER_KINDS: Readonly<Record<Meter, 'stock' | 'flow'>> = {
  devices: 'stock',
  pointsADay: 'flow',
  apiCallsADay: 'flow',
  members: 'stock',
  apps: 'stock',
};

/** One meter's reading of one hour; an hour without one is an hour of nothing. */
export interface MeterHour {
  readonly meter: Meter;
  /** Start of the hour, milliseconds since the epoch; the hour belongs to the local day in which it starts. */
  readonly hourMs: number;
  /** Whole, ≥ 0: of a stock the most there was in the hour, of a flow what went through. */
  readonly quantity: number;
}

/** One meter's reading of one local day, in local days since 1970-01-01. */
export interface DayQuantity {
  readonly localDay: number;
  readonly quantity: number;
}

/** How the company's own clock reads at an instant (`localTimeAt` of the energy room, bound to its time zone). */
export type LocalTimeOf = (atMs: number) => { readonly localDay: number; readonly minuteOfDay: number };

/** Length of a slot, a quarter of an hour: the step of metering, of demand charges and of tariff hours. */
export const SLOT_MS = 900_000;

/** Slots in a local day without a clock change. */
export const SLOTS_PER_DAY = 96;

/** Hours in a slot; kWh of a slot divided by this is its mean kW. */
export const SLOT_HOURS = 0.25;

/**
 * Energy used within one quarter-hour, `[startMs, startMs + SLOT_MS)`, aligned to the Unix epoch (and so to the local
 * quarter-hour in every zone in use today, all of which stand a multiple of 15 minutes from UTC).
 */
export interface EnergySlot {
  readonly startMs: number;
  readonly energyKwh: number;
  /** For how much of the slot there is data, in whole milliseconds, 0 < coveredMs ≤ SLOT_MS; a whole slot when left out. */
  readonly coveredMs?: number;
  /** Whether how the energy is spread over time was estimated, because readings were far apart. */
  readonly isEstimated?: boolean;
}

/** How many of the points given could not be taken as they stand. All zero for a healthy meter. */
export interface PointFaults {
  /** Values that are NaN or infinite: passed over, as though never sent. */
  notFiniteCount: number;
  /** Values above {@link MAX_READING}: passed over. */
  excessiveCount: number;
  /** Values below zero. Interval amounts and counter readings are passed over; power counts as zero. */
  negativeCount: number;
  /** Counter readings lower than the one before: the register started again. */
  resetCount: number;
  /** Single counter readings that dropped and came back at the next: passed over. */
  dipCount: number;
  /** Single counter readings that rose and fell back at the next, but not below the one before: passed over. */
  spikeCount: number;
}

/** No faults yet. */
export function noFaults(): PointFaults {
  return { notFiniteCount: 0, excessiveCount: 0, negativeCount: 0, resetCount: 0, dipCount: 0, spikeCount: 0 };
}

/**
 * The highest value taken for a reading, in kWh or kW: a register of twelve digits, and more power than the world has. What is
 * above it is a fault of a device or a line, such as a register of bits read as a number, and would drown every sum it is in.
 */
export const MAX_READING = 1e12;

/** Whether a value can be a reading at all; one that cannot is counted. */
export function isReadable(value: number, faults: PointFaults): boolean {
  if (!Number.isFinite(value)) faults.notFiniteCount++;
  else if (value > MAX_READING) faults.excessiveCount++;
  else return true;
  return false;
}

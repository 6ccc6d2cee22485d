/** How many of the points given could not be taken as they stand. All zero for a healthy meter. */
export interface PointFaults {
  /** Values that are NaN or infinite: passed over, as though never sent. */
  notFiniteCount: number;
  /** Values below zero. Interval amounts and counter readings are passed over; power counts as zero. */
  negativeCount: number;
  /** Counter readings lower than the one before: the register started again. */
  resetCount: number;
  /** Single counter readings that dropped and came back at the next: passed over. */
  dipCount: number;
}

/** No faults yet. */
export function noFaults(): PointFaults {
  return { notFiniteCount: 0, negativeCount: 0, resetCount: 0, dipCount: 0 };
}

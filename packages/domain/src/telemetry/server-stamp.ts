const US_PER_MS = 1_000;

/** Gives stamps, one after another, in whole microseconds since the Unix epoch. */
export interface Stamps {
  /** @param nowMs the clock, in milliseconds, a fraction allowed */
  next(nowMs: number): number;
}

/**
 * Gives each reading that came without a time a stamp of its own, in whole microseconds since the Unix epoch.
 *
 * A point is known by (device, metric, time), so two readings in one millisecond must not share a stamp, and none may fall on a whole millisecond,
 * where a device's own times stand. Stamps of one instance strictly increase, even when the clock is set back; they run ahead of the clock only after more than
 * 999 readings in one millisecond, or for as long as it was set back. Instances (processes) do not know of each other: readings of one device belong to one.
 */
export class ServerStamp implements Stamps {
  private lastUs = 0;

  /**
   * @param nowMs the clock, in milliseconds, a fraction allowed
   * @returns microseconds, a safe integer until the year 2255
   */
  next(nowMs: number): number {
    const clockUs = Math.floor(nowMs * US_PER_MS);
    const candidateUs = clockUs > this.lastUs ? clockUs : this.lastUs + 1;
    this.lastUs = candidateUs % US_PER_MS === 0 ? candidateUs + 1 : candidateUs;
    return this.lastUs;
  }

  /** Sets some aside. @returns the first; {@link stampsFrom} gives them in turn */
  reserve(nowMs: number, count: number): number {
    const first = this.next(nowMs);
    const stamps = stampsFrom(first);
    for (let taken = 0; taken < count; taken += 1) this.lastUs = stamps.next();
    return first;
  }
}

/** Stamps that were set aside, from the first on: none falls on a whole millisecond. */
export function stampsFrom(firstUs: number): Stamps & { next(): number } {
  let nextUs = firstUs;
  return {
    next: () => {
      const stamp = nextUs;
      nextUs += (nextUs + 1) % US_PER_MS === 0 ? 2 : 1;
      return stamp;
    },
  };
}

/**
 * Numbers messages in the order this process took them, in microseconds since the Unix epoch: strictly increasing,
 * whatever the clock does, and above what an earlier process gave out unless the clock was set back between them.
 */
export class ArrivalClock {
  private lastUs = 0;

  /** @param nowMs the clock, in milliseconds */
  next(nowMs: number): number {
    const clockUs = nowMs * 1_000;
    this.lastUs = clockUs > this.lastUs ? clockUs : this.lastUs + 1;
    return this.lastUs;
  }
}

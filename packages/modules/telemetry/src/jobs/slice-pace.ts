const START_MINUTES = 500;
const FEWEST_MINUTES = 10;
const MOST_MINUTES = 20_000;
const QUICK_MS = 60;
const SLOW_MS = 180;

/**
 * How many minutes a roll-up's transaction takes. The gateway waits for heads under claim, so a transaction should be
 * short; how long a minute takes depends on how many points stand in it, from one to thousands. So it is measured.
 */
export class SlicePace {
  private most = START_MINUTES;

  /** For the next slice. */
  get minutes(): number {
    return this.most;
  }

  /** Learns from a slice: how many minutes it found to do, and how long that took. */
  took(minutes: number, tookMs: number): void {
    if (tookMs > SLOW_MS) this.most = Math.max(FEWEST_MINUTES, Math.floor(Math.min(this.most, minutes) / 2));
    else if (minutes >= this.most && tookMs < QUICK_MS) this.most = Math.min(MOST_MINUTES, this.most * 2);
  }
}

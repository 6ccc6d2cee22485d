import { checkClock, keptFromMs, tooOld } from '@tenon/domain/telemetry';
import { invalid } from '@tenon/kernel';
import type { IngestLimits } from './ingest-limits.js';

/** Judges the times that devices give: against the clock, and against what is kept. */
export class TimeCheck {
  private monthFromMs = 0;
  private monthToMs = 0;
  private keptFromMs = 0;

  constructor(private readonly limits: Pick<IngestLimits, 'clock' | 'historyFromMs' | 'keepMonths'>) {}

  /**
   * @param isHistory whether the sender says that it is old: then only retention bounds it
   * @throws AppError (invalid) TELEMETRY.CLOCK_AHEAD, CLOCK_BEHIND, TOO_OLD
   */
  check(atMs: number, receivedAtMs: number, isHistory: boolean): void {
    const { clock, historyFromMs } = this.limits;
    const oldestMs = Math.max(this.keptFrom(receivedAtMs), isHistory ? historyFromMs : receivedAtMs - clock.maxPastMs);
    // What is plainly within the limits is not worth the words of a refusal.
    if (atMs <= receivedAtMs + clock.maxFutureMs && atMs >= oldestMs) return;
    const refusal = checkClock(atMs, receivedAtMs, isHistory ? { ...clock, maxPastMs: Infinity } : clock);
    if (refusal) throw invalid(refusal.code, "The reading's time is too far from now.", refusal.details);
    const { code, details } = tooOld(atMs, oldestMs);
    throw invalid(code, 'The reading is older than what is kept.', details);
  }

  /** Reckoned once a month, not once a reading. */
  private keptFrom(nowMs: number): number {
    if (nowMs < this.monthFromMs || nowMs >= this.monthToMs) {
      this.monthFromMs = keptFromMs(nowMs, 0);
      this.monthToMs = keptFromMs(nowMs, -1);
      this.keptFromMs = keptFromMs(nowMs, this.limits.keepMonths);
    }
    return this.keptFromMs;
  }
}

import { MINUTE_MS, SECOND_MS } from '@tenon/kernel';

const FIRST_PAUSE_MS = 2 * SECOND_MS;
const LONGEST_PAUSE_MS = 10 * MINUTE_MS;

/**
 * How often a node is asked to be born again: at once, then with pauses that double, up to ten minutes. A node that was at peace for as long as its last pause begins anew. Pauses do
 * not end with a birth: one whose every birth is followed by another fault would otherwise be asked without end.
 */
export class RebirthPace {
  private pauseMs = 0;
  private nextAtMs = -Infinity;

  /** Whether to ask now; if so it counts as asked. */
  ask(nowMs: number): boolean {
    if (nowMs < this.nextAtMs) return false;
    const isCalm = nowMs - this.nextAtMs >= this.pauseMs;
    this.pauseMs = isCalm ? FIRST_PAUSE_MS : Math.min(this.pauseMs * 2, LONGEST_PAUSE_MS);
    this.nextAtMs = nowMs + this.pauseMs;
    return true;
  }
}

import type { RollUpProgress } from '../application/roll-up.js';

const START_MINUTES = 500;
const FEWEST_MINUTES = 10;
const MOST_MINUTES = 20_000;
/** In points read: some 100 ms of a processor of 2024. */
const MOST_WORK = 100_000;
/** Writing a minute of a series costs what reading so many points does. */
const POINTS_AN_AGGREGATE = 20;

/**
 * How many minutes a roll-up's transaction takes. The gateway waits for heads under claim, so a transaction should be
 * short; how much a minute is depends on how many points stand in it, from one to thousands. So it is counted.
 *
 * Counted, not timed: on a busy machine everything takes long, and smaller slices would give it more to do, since each costs
 * its claim, its hours and its commit once more.
 */
export class SlicePace {
  private most = START_MINUTES;

  /** For the next slice. */
  get minutes(): number {
    return this.most;
  }

  /** Learns from a slice what its minutes were. */
  took({ minutes, aggregates, points }: Pick<RollUpProgress, 'minutes' | 'aggregates' | 'points'>): void {
    const work = points + aggregates * POINTS_AN_AGGREGATE;
    if (work > MOST_WORK) this.most = Math.max(FEWEST_MINUTES, Math.floor((Math.min(this.most, minutes) * MOST_WORK) / work));
    else if (minutes >= this.most && work < MOST_WORK / 2) this.most = Math.min(MOST_MINUTES, this.most * 2);
  }
}

import { limited } from '@tenon/kernel';

/** Of one machine that wait for their turn; more than a machine asks in earnest. */
const MOST_WAITING = 100;

type Work = () => Promise<void>;

/**
 * Gives work of many machines its turn: so much at once and no more, and the machines one after another, so that one that asks without end has
 * the others wait for one piece of its work, not for all.
 */
export class Turns {
  /** What waits, by machine; the machine that had its turn longest ago first. */
  private readonly waiting = new Map<string, Work[]>();
  private running = 0;

  constructor(private readonly mostAtOnce: number) {}

  /** @throws AppError (limited) RATE.LIMITED where too much of the machine waits; and whatever the work throws */
  take<Result>(deviceId: string, work: () => Promise<Result>): Promise<Result> {
    const line = this.waiting.get(deviceId) ?? [];
    if (line.length >= MOST_WAITING) throw limited('RATE.LIMITED', `At most ${MOST_WAITING} questions of a machine wait at once.`, { waiting: MOST_WAITING });
    return new Promise((resolve, reject) => {
      line.push(() => work().then(resolve, reject));
      this.waiting.set(deviceId, line);
      this.next();
    });
  }

  private next(): void {
    while (this.running < this.mostAtOnce) {
      const [first] = this.waiting;
      if (!first) return;
      const [deviceId, line] = first;
      const work = line.shift();
      // Behind all others, where it has more.
      this.waiting.delete(deviceId);
      if (line.length > 0) this.waiting.set(deviceId, line);
      if (work) this.run(work);
    }
  }

  private run(work: Work): void {
    this.running += 1;
    void work().finally(() => {
      this.running -= 1;
      this.next();
    });
  }
}

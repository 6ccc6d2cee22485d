/**
 * Keys that wait to be dealt with: at once after a quiet time, else together, no sooner than `everyMs` after the last time.
 * What becomes due while it works waits for the next time.
 */
export class DueKeys {
  private waiting = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private isWorking = false;
  private startedAtMs = -Infinity;

  constructor(
    private readonly everyMs: number,
    private readonly work: (keys: readonly string[]) => Promise<void>,
  ) {}

  add(keys: Iterable<string>): void {
    for (const key of keys) this.waiting.add(key);
    this.plan();
  }

  private plan(): void {
    if (this.timer || this.isWorking || this.waiting.size === 0) return;
    this.timer = setTimeout(() => void this.run(), Math.max(0, this.startedAtMs + this.everyMs - performance.now()));
    this.timer.unref();
  }

  private async run(): Promise<void> {
    const keys = [...this.waiting];
    this.waiting = new Set();
    this.timer = undefined;
    this.startedAtMs = performance.now();
    this.isWorking = true;
    await this.work(keys);
    this.isWorking = false;
    this.plan();
  }
}

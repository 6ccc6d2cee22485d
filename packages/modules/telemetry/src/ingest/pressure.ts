export interface PressureLimits {
  readonly maxPendingMessages: number;
  readonly maxPendingBytes: number;
}

// What a message costs beside its text: rows, values, closures.
const OVERHEAD_BYTES = 400;

/**
 * How much was taken and not yet answered. Above a limit it is high until half of it is gone, so that doors do not open
 * and close a message at a time.
 */
export class Pressure {
  messages = 0;
  bytes = 0;
  isHigh = false;
  private listeners: ((isHigh: boolean) => void)[] = [];
  private waiters: (() => void)[] = [];

  constructor(private readonly limits: PressureLimits) {}

  /** Calls `listener` whenever it turns high, and when it turns low again. */
  onChange(listener: (isHigh: boolean) => void): void {
    this.listeners.push(listener);
  }

  add(textLength: number): void {
    this.messages += 1;
    this.bytes += textLength + OVERHEAD_BYTES;
    const { maxPendingMessages, maxPendingBytes } = this.limits;
    if (!this.isHigh && (this.messages >= maxPendingMessages || this.bytes >= maxPendingBytes)) this.turn(true);
  }

  remove(textLength: number): void {
    this.messages -= 1;
    this.bytes -= textLength + OVERHEAD_BYTES;
    const { maxPendingMessages, maxPendingBytes } = this.limits;
    if (this.isHigh && this.messages <= maxPendingMessages / 2 && this.bytes <= maxPendingBytes / 2) this.turn(false);
    if (this.messages === 0) for (const resolve of this.waiters.splice(0)) resolve();
  }

  /** Resolves when nothing is pending. */
  empty(): Promise<void> {
    return this.messages === 0 ? Promise.resolve() : new Promise((resolve) => this.waiters.push(resolve));
  }

  private turn(isHigh: boolean): void {
    this.isHigh = isHigh;
    for (const listener of this.listeners) listener(isHigh);
  }
}

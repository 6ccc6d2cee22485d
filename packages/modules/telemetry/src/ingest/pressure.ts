export interface PressureLimits {
  readonly maxPendingMessages: number;
  readonly maxPendingBytes: number;
}

// What is held of a message until COMMIT, measured on Node.js 20: its own bookkeeping, a row, a value.
const MESSAGE_BYTES = 400;
const ROW_BYTES = 170;
const VALUE_BYTES = 12;

/** What a message takes up, in bytes: `[{"a":1},…]` is far larger as rows than as text. */
export function weightOf(textLength: number, rows: number, values: number): number {
  return MESSAGE_BYTES + textLength + rows * ROW_BYTES + values * VALUE_BYTES;
}

/** What some more rows of a message take up, in bytes. */
export function weightOfRows(rows: number): number {
  return rows * ROW_BYTES;
}

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

  /** Whether what is held is too heavy, however few messages it is. */
  get isHeavy(): boolean {
    return this.bytes >= this.limits.maxPendingBytes;
  }

  /** Takes in one message of this weight. */
  add(bytes: number): void {
    this.messages += 1;
    this.grow(bytes);
  }

  /** A message that was taken in turns out to weigh so much more. */
  grow(bytes: number): void {
    this.bytes += bytes;
    const { maxPendingMessages, maxPendingBytes } = this.limits;
    if (!this.isHigh && (this.messages >= maxPendingMessages || this.bytes >= maxPendingBytes)) this.turn(true);
  }

  /** Lets go of one, with all it weighed. */
  remove(bytes: number): void {
    this.messages -= 1;
    this.bytes -= bytes;
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

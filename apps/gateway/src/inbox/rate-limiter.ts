import { SECOND_MS } from '@tenon/kernel';

/** Tokens that refill steadily; what goes over is lent, so that whoever is slowed down pays it back. */
export class TokenBucket {
  private tokens: number;
  private atMs: number;

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
    nowMs: number,
  ) {
    this.tokens = burst;
    this.atMs = nowMs;
  }

  /** Takes one. @returns 0, or how long to wait, in milliseconds, until there would have been one */
  take(nowMs: number): number {
    this.refill(nowMs);
    this.tokens -= 1;
    return this.tokens >= 0 ? 0 : (-this.tokens / this.perSecond) * SECOND_MS;
  }

  /** Gives back one that was taken for nothing. */
  giveBack(): void {
    this.tokens += 1;
  }

  /** Takes some more for what turned out to be larger; it is lent where there are not as many. */
  owe(count: number): void {
    this.tokens -= count;
  }

  isFull(nowMs: number): boolean {
    this.refill(nowMs);
    return this.tokens >= this.burst;
  }

  private refill(nowMs: number): void {
    if (nowMs <= this.atMs) return;
    this.tokens = Math.min(this.burst, this.tokens + ((nowMs - this.atMs) / SECOND_MS) * this.perSecond);
    this.atMs = nowMs;
  }
}

const MAX_BUCKETS = 100_000;

/** A bucket for each machine or address. Full ones are forgotten when they grow many. */
export class RateLimiter {
  private readonly buckets = new Map<string, TokenBucket>();

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
  ) {}

  bucket(key: string, nowMs = Date.now()): TokenBucket {
    const known = this.buckets.get(key);
    if (known) return known;
    if (this.buckets.size >= MAX_BUCKETS) this.forgetFull(nowMs);
    const bucket = new TokenBucket(this.perSecond, this.burst, nowMs);
    this.buckets.set(key, bucket);
    return bucket;
  }

  private forgetFull(nowMs: number): void {
    for (const [key, bucket] of this.buckets) if (bucket.isFull(nowMs)) this.buckets.delete(key);
    if (this.buckets.size >= MAX_BUCKETS) this.buckets.clear();
  }
}

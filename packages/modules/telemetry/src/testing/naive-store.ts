import { fromPoints, type Bucket, type MetricValue, type Point } from '@tenon/domain/telemetry';
import type { TestMessage } from './telemetry-writer.js';

/** What the store should hold, kept the plain way: a map from metric and stamp to the value that arrived last. */
export class NaiveStore {
  private readonly byKey = new Map<string, Map<number, MetricValue>>();

  /** In order of arrival. */
  add(messages: readonly TestMessage[]): void {
    for (const { atMs, values } of messages) {
      for (const [key, value] of Object.entries(values)) {
        const points = this.byKey.get(key) ?? new Map<number, MetricValue>();
        this.byKey.set(key, points.set(atMs, value));
      }
    }
  }

  keys(): string[] {
    return [...this.byKey.keys()];
  }

  points(key: string): { atMs: number; value: MetricValue }[] {
    return [...(this.byKey.get(key) ?? [])].map(([atMs, value]) => ({ atMs, value })).sort((x, y) => x.atMs - y.atMs);
  }

  numbers(key: string): Point[] {
    return this.points(key).filter((point): point is Point => typeof point.value === 'number');
  }

  buckets(key: string, widthMs: number): Bucket[] {
    return fromPoints(this.numbers(key), widthMs);
  }
}

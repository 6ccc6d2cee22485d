import type { MetricEntry, TelemetrySample } from '@tenon/domain/telemetry';
import type { AppError } from '@tenon/kernel';
import type { DeviceMetrics } from './device-metrics.js';
import type { Wanted } from './metrics-resolver.js';
import type { Done } from './rows.js';

/** A message that was read and is not in its lane yet. */
export interface Work {
  readonly metrics: DeviceMetrics;
  readonly samples: readonly TelemetrySample[];
  /** Its payload as it came, where a door reads it as text. */
  readonly text: string;
  /** How long it was. */
  readonly size: number;
  readonly receivedAtMs: number;
  readonly done: Done;
  /** The stamp of its first reading without a time, where it was set aside. */
  readonly firstStampUs: number | undefined;
  /** What it takes up, as {@link Pressure} counts it. */
  weight: number;
}

/** What the lines work with. */
export interface KeyLinesParts {
  /** Puts a message in its lane, or gives a list of its keys that is not known yet. Never throws. */
  readonly place: (work: Work) => readonly MetricEntry[] | null;
  readonly resolver: { want(wanted: Wanted): void };
  readonly refuse: (work: Work, error: AppError) => void;
}

/** Errors that are as true of whatever stands behind: the database is away, the device is gone. */
function holdsForAll({ kind }: AppError): boolean {
  return kind === 'unavailable' || kind === 'not-found';
}

/**
 * Keeps each device's messages in the order they came while one waits for keys that are not known yet: whatever the device
 * sends meanwhile stands in line behind it, known keys or not. Of two readings with one time the later must win, and what
 * is later is said where a message is put in its lane.
 */
export class KeyLines {
  private readonly lines = new Map<DeviceMetrics, Work[]>();

  constructor(private readonly parts: KeyLinesParts) {}

  /** Whether what a device sends now has to stand in line. */
  isWaiting(metrics: DeviceMetrics): boolean {
    return this.lines.size > 0 && this.lines.has(metrics);
  }

  push(work: Work): void {
    const line = this.lines.size > 0 ? this.lines.get(work.metrics) : undefined;
    if (line) {
      line.push(work);
      return;
    }
    const unknown = this.parts.place(work);
    if (unknown) this.ask(work.metrics, [work], unknown);
  }

  /** One question a device at a time, for the first in its line. */
  private ask(metrics: DeviceMetrics, line: Work[], entries: readonly MetricEntry[]): void {
    this.lines.set(metrics, line);
    const receivedAtMs = line[0]?.receivedAtMs ?? 0;
    this.parts.resolver.want({ metrics, entries, receivedAtMs, settled: (error) => this.answered(metrics, line, error) });
  }

  private answered(metrics: DeviceMetrics, line: Work[], error: AppError | null): void {
    if (error) for (const work of line.splice(0, holdsForAll(error) ? line.length : 1)) this.parts.refuse(work, error);
    // Its length is looked at each time: who is told something may send something.
    for (let place = 0; place < line.length; place += 1) {
      const unknown = this.parts.place(line[place] as Work);
      if (unknown) return this.ask(metrics, line.slice(place), unknown);
    }
    this.lines.delete(metrics);
  }
}

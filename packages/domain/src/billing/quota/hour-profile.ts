import { HOUR_MS } from '@tenon/kernel';
import type { TimeRange } from '@tenon/kernel';
import { isWeekend } from '../month/weekend.js';
import type { LocalTimeOf } from '../plan/meter.js';

/** What one hour read. */
export interface HourQuantity {
  /** Start of the hour, milliseconds since the epoch. */
  readonly hourMs: number;
  readonly quantity: number;
}

interface Mean {
  sum: number;
  count: number;
}

/** What is known of the past. */
interface Known {
  readonly read: ReadonlyMap<number, number>;
  readonly known: TimeRange;
  readonly localTimeOf: LocalTimeOf;
}

/** What an hour may be compared with, from the closest kind to any hour at all. */
function kindsOf(localTimeOf: LocalTimeOf, hourMs: number): readonly string[] {
  const { localDay, minuteOfDay } = localTimeOf(hourMs);
  const hour = Math.floor(minuteOfDay / 60);
  return [`${isWeekend(localDay) ? 'weekend' : 'working'} ${hour}`, `${hour}`, 'any'];
}

/** The mean of an hour's kind, for any hour to come; see `forecast` for what a kind is. */
export function hourProfile({ read, known, localTimeOf }: Known): (hourMs: number) => number {
  const means = new Map<string, Mean>();
  for (let hourMs = known.fromMs; hourMs < known.toMs; hourMs += HOUR_MS) {
    for (const kind of kindsOf(localTimeOf, hourMs)) {
      const mean = means.get(kind) ?? { sum: 0, count: 0 };
      mean.sum += read.get(hourMs) ?? 0;
      mean.count += 1;
      means.set(kind, mean);
    }
  }
  return (hourMs) => {
    const kind = kindsOf(localTimeOf, hourMs).find((candidate) => means.has(candidate));
    const mean = kind === undefined ? undefined : means.get(kind);
    return mean ? mean.sum / mean.count : 0;
  };
}

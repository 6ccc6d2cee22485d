import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import { demand, type TenantActor } from '@tenon/domain/identity';
import { invalid, type TimeRange } from '@tenon/kernel';
import { SeriesRepository } from '../persistence/series.repository.js';
import { SeriesSourceRepository, type SeriesSource } from '../persistence/series-source.repository.js';
import { ValueChangeRepository, type ValueChange } from '../persistence/value-change.repository.js';

export const MOST_SPANS = 2_000;
/** Points looked at in one statement, and in all; a machine that repeats its state every second fills a week with the latter. */
const LOOK = 5_000;
const MOST_LOOKS = 120;

/** Whose states over which time. */
export interface StateQuestion {
  readonly seriesId: number;
  readonly range: TimeRange;
  readonly maxSpans: number;
}

/** A time in which a value did not change. */
export interface StateSpan {
  readonly fromMs: number;
  readonly toMs: number;
  readonly value: string;
}

/**
 * When a text or boolean metric had which value over a range, in order of time. A value holds until the next one, also
 * when the machine said nothing in between, and the last one until the range's end or now. Gives the newest `maxSpans`;
 * earlier ones are absent, as are those behind the newest 600,000 points.
 * Errors: SERIES.NOT_FOUND, SERIES.NOT_A_STATE, TELEMETRY.SPANS_INVALID.
 */
@Injectable()
export class ListStateSpans {
  constructor(
    private readonly db: TenantDb,
    private readonly series: SeriesRepository,
    private readonly sources: SeriesSourceRepository,
    private readonly changes: ValueChangeRepository,
  ) {}

  async execute(actor: TenantActor, { seriesId, range, maxSpans }: StateQuestion): Promise<StateSpan[]> {
    demand(actor, 'telemetry:read');
    if (maxSpans < 1 || maxSpans > MOST_SPANS) throw invalid('TELEMETRY.SPANS_INVALID', `Ask for 1 to ${MOST_SPANS} spans.`, { maxSpans });
    return this.db.read(actor, async (tx) => {
      const { valueKind } = await this.series.get(tx, seriesId);
      if (valueKind === 'json') throw invalid('SERIES.NOT_A_STATE', 'Objects and lists are no states.', { seriesId });
      const [source] = await this.sources.get(tx, [seriesId]);
      if (!source) return [];
      const changes = await this.newestChanges(tx, source, range, maxSpans);
      const endMs = Math.max(Math.min(range.toMs, tx.now.getTime()), changes[0]?.atMs ?? 0);
      return spans(changes, endMs).slice(0, maxSpans).reverse();
    });
  }

  /** Newest first; the oldest is the value that held at the range's start, where all of the range was looked at. */
  private async newestChanges(tx: TenantTx, source: SeriesSource, range: TimeRange, maxSpans: number): Promise<ValueChange[]> {
    const changes: ValueChange[] = [];
    let toMs = range.toMs;
    for (let look = 0; look < MOST_LOOKS; look += 1) {
      const found = await this.changes.newest(tx, source, { fromMs: range.fromMs, toMs }, LOOK);
      changes.push(...found.changes);
      if (!found.isFull) return [...changes, ...(await this.before(tx, source, range.fromMs))];
      // The oldest point looked at ends a run only if the next look shows another value before it; spans() joins equal ones.
      toMs = changes.at(-1)?.atMs ?? range.fromMs;
      if (changes.length > maxSpans + look) return changes;
    }
    return changes;
  }

  private async before(tx: TenantTx, source: SeriesSource, fromMs: number): Promise<ValueChange[]> {
    if (fromMs <= 0) return [];
    const { changes } = await this.changes.newest(tx, source, { fromMs: 0, toMs: fromMs }, 1);
    return changes.map(({ value }) => ({ atMs: fromMs, value }));
  }
}

/** Spans, newest first, from changes, newest first; neighbours of one value are one span. */
function spans(changes: readonly ValueChange[], endMs: number): StateSpan[] {
  const found: { fromMs: number; toMs: number; value: string }[] = [];
  for (const { atMs, value } of changes) {
    const later = found.at(-1);
    if (later && later.value === value) later.fromMs = atMs;
    else found.push({ fromMs: atMs, toMs: later?.fromMs ?? endMs, value });
  }
  return found;
}

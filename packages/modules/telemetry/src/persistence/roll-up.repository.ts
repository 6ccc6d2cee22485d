import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { HOUR_MS } from '@tenon/kernel';
import { grownRanges } from '../ranges/time-ranges.js';
import { BlocksOfMinutes, type MinutesPart } from './blocks-of-minutes.js';
import { columns } from './dirty-columns.js';
import type { DirtyMinutes } from './dirty-minutes.repository.js';
import { HOURS, MINUTES } from './roll-up-statements.js';
import { SealedRollUps } from './sealed-roll-ups.js';
import { instantMs, sqlInstant } from '../instant.js';

interface Gone {
  readonly seriesIds: readonly number[];
  /** Start of each one's minute, as PostgreSQL reads instants. */
  readonly minutes: readonly string[];
}

interface MinutesRow {
  aggregates: number;
  points: number;
  /** With `goneAts`, minutes that stood and should not. */
  goneSeriesIds: number[];
  goneAts: number[];
}

const NO_MINUTES: MinutesRow = { aggregates: 0, points: 0, goneSeriesIds: [], goneAts: [] };

/** By how many distinct points an hour of a company grew; below zero where it shrank. */
export interface GrownHour {
  readonly hourMs: number;
  readonly quantity: number;
}

/** What a refresh did, in numbers that depend on nothing but what was stored. */
export interface Refreshed {
  /** By how many points hours grew, which is nothing when it is done again. */
  readonly grown: readonly GrownHour[];
  /** Minutes of a series, written or found right. */
  readonly aggregates: number;
  /** Distinct points that were read for them. */
  readonly points: number;
  /** Series whose aggregates were left as they stood, since a block of their points is damaged. */
  readonly damaged: readonly number[];
}

interface GrownRow {
  at: number;
  count: number;
}

/** Minute and hour aggregates. */
@Injectable()
export class RollUpRepository {
  // Made here: they are parts of this one, that nobody else needs.
  private readonly blocks = new BlocksOfMinutes();
  private readonly sealed = new SealedRollUps();

  /**
   * Computes these minutes from the points as stored, each stamp once, over all shapes that hold the series; then the
   * hours around them from their minutes. Right whatever stood there before, so doing it again changes nothing.
   */
  async refresh(tx: TenantTx, asked: readonly DirtyMinutes[]): Promise<Refreshed> {
    const dirty = await this.sealed.open(tx, asked);
    let done = NO_MINUTES;
    const damaged: number[] = [];
    for await (const part of this.blocks.parts(tx, dirty)) {
      done = both(done, await this.refreshMinutes(tx, part));
      damaged.push(...part.damaged);
    }
    const { goneSeriesIds: seriesIds, goneAts, aggregates, points } = done;
    const gone: Gone = { seriesIds, minutes: goneAts.map((at) => sqlInstant(instantMs(at))) };
    if (gone.minutes.length > 0) await this.forgetMinutes(tx, gone);
    const grown = await tx.sql<GrownRow>(HOURS, [tx.tenantId, ...columns(dirty.map((one) => ({ ...one, ranges: grownRanges(one.ranges, HOUR_MS) })))]);
    const shrunk = gone.minutes.length > 0 ? await this.forgetHours(tx, gone) : [];
    return { aggregates, points, damaged, grown: grownHours([...grown, ...shrunk]) };
  }

  private async refreshMinutes(tx: TenantTx, { dirty, seriesIds, atUs, values }: MinutesPart): Promise<MinutesRow> {
    const [done = NO_MINUTES] = await tx.sql<MinutesRow>(MINUTES, [tx.tenantId, ...columns(dirty), seriesIds, atUs, values]);
    return done;
  }

  /** Minutes whose last number was replaced by something that is none. */
  private async forgetMinutes(tx: TenantTx, gone: Gone): Promise<void> {
    await tx.execute(
      `DELETE FROM telemetry_minute m USING unnest($2::int[], $3::timestamptz[]) gone (series_id, at)
       WHERE m.tenant_id = $1 AND m.series_id = gone.series_id AND m.at = gone.at`,
      [tx.tenantId, gone.seriesIds, gone.minutes],
    );
  }

  /**
   * Hours of which no minute is left. Asked hour by hour, as a value and not as NOT EXISTS, which PostgreSQL turns into a join by the series alone: of days that are taken
   * back it then compares each minute with each that the series has, some thousand million times.
   */
  private forgetHours(tx: TenantTx, gone: Gone): Promise<GrownRow[]> {
    return tx.sql<GrownRow>(
      `DELETE FROM telemetry_hour h USING (SELECT DISTINCT series_id, date_bin('1 hour', at, 'epoch') AS at FROM unnest($2::int[], $3::timestamptz[]) n (series_id, at)) gone
       WHERE h.tenant_id = $1 AND h.series_id = gone.series_id AND h.at = gone.at AND (
         SELECT m.at FROM telemetry_minute m WHERE m.tenant_id = $1 AND m.series_id = h.series_id AND m.at >= h.at AND m.at < h.at + interval '1 hour' LIMIT 1) IS NULL
       RETURNING date_part('epoch', h.at) AS at, -h.count::float8 AS count`,
      [tx.tenantId, gone.seriesIds, gone.minutes],
    );
  }
}

/** Changes of one hour together; what comes to nothing is left out. */
function grownHours(rows: readonly GrownRow[]): GrownHour[] {
  const hours = new Map<number, number>();
  for (const { at, count } of rows) hours.set(instantMs(at), (hours.get(instantMs(at)) ?? 0) + count);
  return [...hours].filter(([, quantity]) => quantity !== 0).map(([hourMs, quantity]) => ({ hourMs, quantity }));
}

function both(a: MinutesRow, b: MinutesRow): MinutesRow {
  return { aggregates: a.aggregates + b.aggregates, points: a.points + b.points, goneSeriesIds: [...a.goneSeriesIds, ...b.goneSeriesIds], goneAts: [...a.goneAts, ...b.goneAts] };
}

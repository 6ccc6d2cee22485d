import { Injectable } from '@nestjs/common';
import { PointRoom } from '@tenon/billing';
import type { TenantTx } from '@tenon/db';
import { guessQuantity, NO_POINTS, partedPoints, type BlockPoints, type ValueKind } from '@tenon/domain/telemetry';
import type { TimeRange } from '@tenon/kernel';
import { grouped } from '../../grouped.js';
import type { ImportRow } from '../../persistence/history/import.repository.js';
import { MetricRepository, type WrittenMetric } from '../../persistence/history/metric.repository.js';
import { StandingRepository } from '../../persistence/history/standing.repository.js';
import { PieceRepository } from '../../persistence/history/piece.repository.js';
import { openPieces } from './gathered-points.js';
import { MOST_METRICS, STANDING_POINTS, STEP_POINTS } from './limits.js';
import { daysRange, WriteDays, type WrittenDays } from './write-days.js';

const US_PER_MS = 1_000;

/** What one step of writing did. */
export interface WrittenStep extends WrittenDays {
  /** Pieces that are done with. */
  readonly pieces: number;
  /** Readings of days that take no more of the plan's points, and of metrics beyond what a machine may have. */
  readonly refused: number;
}

interface KeyDay {
  readonly key: string;
  readonly day: number;
  readonly points: BlockPoints;
}

/**
 * Writes the next days of a machine that wait as pieces, and takes these pieces away, in one transaction: a worker that dies before it commits leaves the
 * pieces and nothing else, and one that dies after it leaves the readings and no pieces.
 */
@Injectable()
export class WritePieces {
  constructor(
    private readonly pieces: PieceRepository,
    private readonly metrics: MetricRepository,
    private readonly standing: StandingRepository,
    private readonly room: PointRoom,
    private readonly writeDays: WriteDays,
  ) {}

  /** @returns what was written; `null` where rows were moved instead; `undefined` where nothing is left */
  async execute(tx: TenantTx, { id, mapping, replaces }: ImportRow): Promise<WrittenStep | null | undefined> {
    const waiting = await this.pieces.next(tx, id, { most: STEP_POINTS, onlyNew: false });
    if (!waiting) return undefined;
    const next = await this.standing.fitting(tx, waiting, STANDING_POINTS);
    const rows = await this.pieces.ofDays(tx, id, next);
    const full = await this.room.fullRanges(tx, daysRange(next.days));
    const read = [...grouped(rows, ({ key, day }) => `${day} ${key}`).values()].map((parts): KeyDay => ({ key: parts[0]?.key ?? '', day: parts[0]?.day ?? 0, points: openPieces(parts) }));
    const taken = read.map(({ points, ...where }) => ({ ...where, points: outside(points, full) }));
    const units = new Map(mapping?.metrics.map(({ key, unit }) => [key, unit]));
    const seriesOf = await this.seriesOf(tx, next.deviceId, taken, units);
    const parts = taken.flatMap(({ key, day, points }) => (points.atUs.length > 0 && seriesOf.has(key) ? [{ seriesId: seriesOf.get(key) ?? 0, day, points }] : []));
    const written = parts.length > 0 ? await this.writeDays.execute(tx, { importId: id, ...next, parts, replaces }) : { added: 0, replaced: 0, kept: 0 };
    if (!written) return null;
    const sum = (some: readonly { readonly points: BlockPoints }[]): number => some.reduce((total, { points }) => total + points.atUs.length, 0);
    return { ...written, refused: sum(read) - sum(parts), pieces: await this.pieces.remove(tx, id, next) };
  }

  /** The metrics that there are, and those that there is room for, made and with a place in which readers look. */
  private async seriesOf(tx: TenantTx, deviceId: string, days: readonly KeyDay[], units: ReadonlyMap<string, string | null>): Promise<ReadonlyMap<string, number>> {
    const known = await this.metrics.ofMachine(tx, deviceId);
    const byKey = grouped(days.filter(({ key, points }) => points.atUs.length > 0 && !known.has(key)), ({ key }) => key);
    const made = [...byKey].slice(0, Math.max(0, MOST_METRICS - known.size)).map(([key, some]): WrittenMetric => {
      const kind = kindOf(some.map(({ points }) => points));
      return { key, kind, ...guessQuantity(key, units.get(key) ?? undefined, kind) };
    });
    if (made.length > 0) await this.metrics.ensure(tx, deviceId, made);
    const all = made.length > 0 ? await this.metrics.ofMachine(tx, deviceId) : known;
    const used = [...new Set(days.flatMap(({ key }) => all.get(key) ?? []))];
    if (used.length > 0) await this.metrics.place(tx, deviceId, used);
    return all;
  }
}

/** What of the points lies outside of ranges. */
function outside(points: BlockPoints, ranges: readonly TimeRange[]): BlockPoints {
  if (ranges.length === 0) return points;
  const isWithin = (atUs: number): boolean => ranges.some(({ fromMs, toMs }) => atUs >= fromMs * US_PER_MS && atUs < toMs * US_PER_MS);
  return partedPoints(points, (place) => !isWithin(points.atUs[place] as number)).chosen;
}

/** The most telling kind of value: numbers make a chart. */
function kindOf(all: readonly BlockPoints[]): ValueKind {
  if (all.some(({ num }) => num.some((value) => !Number.isNaN(value)))) return 'number';
  const [first = NO_POINTS] = all;
  return first.rich?.[0] === 'true' || first.rich?.[0] === 'false' ? 'boolean' : 'text';
}

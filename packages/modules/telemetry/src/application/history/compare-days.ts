import { Injectable } from '@nestjs/common';
import { PointRoom } from '@tenon/billing';
import type { TenantTx } from '@tenon/db';
import { isSameValue, NO_POINTS, placeOf, type BlockPoints } from '@tenon/domain/telemetry';
import { grouped } from '../../grouped.js';
import { ImportRepository, type ImportRow } from '../../persistence/history/import.repository.js';
import { MetricRepository } from '../../persistence/history/metric.repository.js';
import { PieceRepository, type PieceDays } from '../../persistence/history/piece.repository.js';
import { StandingRepository } from '../../persistence/history/standing.repository.js';
import { storedPoints } from '../../blocks/stored-points.js';
import { openPieces } from './gathered-points.js';
import { STANDING_POINTS, STEP_POINTS } from './limits.js';
import { reportOf, type ImportReport } from './report.js';
import { daysRange } from './write-days.js';

const US_PER_MS = 1_000;

/** What comparing some days found. */
interface Found {
  same: number;
  different: number;
  repeated: number;
  readonly byDay: Record<number, number>;
}

/** What a comparison needs to look at, of which a constructor would have too many. */
@Injectable()
export class ComparedStores {
  constructor(
    readonly imports: ImportRepository,
    readonly pieces: PieceRepository,
    readonly metrics: MetricRepository,
    readonly standing: StandingRepository,
  ) {}
}

/** Compares what a file says with what is there, some days a transaction; then says what the plan would count. Nothing is written but what was found. */
@Injectable()
export class CompareDays {
  constructor(
    private readonly stores: ComparedStores,
    private readonly room: PointRoom,
  ) {}

  async execute(tx: TenantTx, row: ImportRow): Promise<void> {
    const { imports, pieces, standing } = this.stores;
    const waiting = await pieces.next(tx, row.id, { most: STEP_POINTS, onlyNew: true });
    const report = reportOf(row.report);
    if (!waiting) return this.finish(tx, row, report);
    const next = await standing.fitting(tx, waiting, STANDING_POINTS);
    const found = await this.compare(tx, row, next);
    const done = await pieces.markCompared(tx, row.id, next);
    await imports.change(tx, row.id, {
      piecesDone: row.piecesDone + done,
      report: { ...report, same: report.same + found.same, different: report.different + found.different, repeated: report.repeated + found.repeated, points: report.points - found.repeated, byDay: addedUp(report.byDay, found.byDay) },
    });
  }

  private async compare(tx: TenantTx, { id }: ImportRow, next: PieceDays): Promise<Found> {
    const { pieces, metrics, standing } = this.stores;
    const rows = await pieces.ofDays(tx, id, next);
    const known = await metrics.ofMachine(tx, next.deviceId);
    const range = daysRange(next.days);
    const seriesIds = [...new Set(rows.flatMap(({ key }) => known.get(key) ?? []))];
    const stored = grouped(seriesIds.length > 0 ? await standing.ofDays(tx, seriesIds, range) : [], ({ seriesId }) => seriesId);
    const localDayOf = await this.room.localDayOf(tx);
    const found: Found = { same: 0, different: 0, repeated: 0, byDay: {} };
    for (const [key, ofKey] of grouped(rows, (row) => row.key)) {
      const there = storedPoints(stored.get(known.get(key) ?? -1) ?? [], range);
      for (const parts of grouped(ofKey, ({ day }) => day).values()) {
        const points = openPieces(parts);
        found.repeated += parts.reduce((sum, part) => sum + openPieces([part]).atUs.length, 0) - points.atUs.length;
        count(points, there, { found, localDayOf });
      }
    }
    return found;
  }

  private async finish(tx: TenantTx, { id }: ImportRow, report: ImportReport): Promise<void> {
    const byDay = new Map(Object.entries(report.byDay).map(([day, points]) => [Number(day), points]));
    const beyond = await this.room.foresee(tx, byDay);
    const { imports, pieces, metrics } = this.stores;
    const keys = await pieces.keys(tx, id);
    const known = await metrics.keysOf(tx, [...keys.keys()]);
    const newMetrics = [...keys].reduce((sum, [deviceId, some]) => sum + some.filter((key) => !known.get(deviceId)?.has(key)).length, 0);
    const counted = [...byDay.values()].reduce((sum, points) => sum + points, 0);
    await imports.change(tx, id, { state: 'checked', piecesDone: 0, report: { ...report, machines: keys.size, newMetrics, counted, beyondPlan: beyond.points, daysBeyondPlan: beyond.days } });
  }
}

/** Counts what is there already, and the numbers that are new by local day. */
function count(points: BlockPoints, there: BlockPoints, { found, localDayOf }: { found: Found; localDayOf: (atMs: number) => number }): void {
  for (let place = 0; place < points.atUs.length; place += 1) {
    const at = points.atUs[place] as number;
    const other = there === NO_POINTS ? 0 : placeOf(there, at);
    if (there.atUs[other] === at) found[isSameValue(points, place, there, other) ? 'same' : 'different'] += 1;
    else if (!Number.isNaN(points.num[place])) {
      const day = localDayOf(at / US_PER_MS);
      found.byDay[day] = (found.byDay[day] ?? 0) + 1;
    }
  }
}

function addedUp(a: Readonly<Record<number, number>>, b: Readonly<Record<number, number>>): Record<number, number> {
  const sum: Record<number, number> = { ...a };
  for (const [day, points] of Object.entries(b)) sum[Number(day)] = (sum[Number(day)] ?? 0) + points;
  return sum;
}

import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { demand, type TenantActor } from '@tenon/domain/identity';
import { invalid, type TimeRange } from '@tenon/kernel';
import { pageRequest, toPage, type Page } from '@tenon/nest';
import { PointRepository, type ValuePoint } from '../persistence/point.repository.js';
import { SeriesSourceRepository } from '../persistence/series-source.repository.js';

/** Which points are listed, and which page of them. */
export interface PointListing {
  readonly seriesId: number;
  readonly range: TimeRange;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** A metric's points as stored, of any kind, newest first, each stamp once. Errors: SERIES.NOT_FOUND, PAGE.SIZE, PAGE.CURSOR. */
@Injectable()
export class ListPoints {
  constructor(
    private readonly db: TenantDb,
    private readonly sources: SeriesSourceRepository,
    private readonly points: PointRepository,
  ) {}

  async execute(actor: TenantActor, { seriesId, range, ...paging }: PointListing): Promise<Page<ValuePoint>> {
    demand(actor, 'telemetry:read');
    const page = pageRequest(paging, ['text']);
    const before = page.after ? readStamp(page.after[0]) : range.toMs;
    return this.db.read(actor, async (tx) => {
      const [source] = await this.sources.get(tx, [seriesId]);
      const toMs = Math.min(before, range.toMs);
      const rows = source && toMs > range.fromMs ? await this.points.newest(tx, source, { ...range, toMs }, page.limit + 1) : [];
      return toPage(rows, page.limit, ({ atMs }) => [String(atMs)]);
    });
  }
}

function readStamp(text: string | undefined): number {
  if (text && /^\d{1,15}(\.\d{1,3})?$/.test(text)) return Number(text);
  throw invalid('PAGE.CURSOR', 'This is not a cursor of this list.');
}

import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { demand, type TenantActor } from '@tenon/domain/identity';
import type { MetricQuantity } from '@tenon/domain/telemetry';
import { pageRequest, searchText, toPage, type Page } from '@tenon/nest';
import { SERIES_KEY_PARTS, seriesKey, SeriesRepository, type Series } from '../persistence/series.repository.js';

/** What is listed. */
export type { Series } from '../persistence/series.repository.js';

/** Which metrics are listed, and which page of them. */
export interface SeriesListing {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  /** Only metrics that mean one of these; all of them where absent. */
  readonly quantities?: readonly MetricQuantity[] | null | undefined;
  /** Part of the metric's or the machine's name. */
  readonly search?: string | null | undefined;
}

/** The company's metrics, by machine and key. Errors: PAGE.SIZE, PAGE.CURSOR. */
@Injectable()
export class ListSeries {
  constructor(
    private readonly db: TenantDb,
    private readonly series: SeriesRepository,
  ) {}

  /** A page of those asked for. */
  async execute(actor: TenantActor, { quantities, search, ...paging }: SeriesListing): Promise<Page<Series>> {
    demand(actor, 'telemetry:read');
    const page = pageRequest(paging, SERIES_KEY_PARTS);
    const filter = { quantities: quantities ?? undefined, search: searchText(search) || undefined };
    return this.db.read(actor, async (tx) => toPage(await this.series.list(tx, filter, page), page.limit, seriesKey));
  }

  /** All metrics of these machines, by key. */
  async ofDevices(actor: TenantActor, deviceIds: readonly string[]): Promise<Series[]> {
    demand(actor, 'telemetry:read');
    return this.db.read(actor, (tx) => this.series.ofDevices(tx, deviceIds));
  }
}

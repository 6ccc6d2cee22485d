import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import { demand, type TenantActor } from '@tenon/domain/identity';
import { LatestValueRepository, type LatestValue } from '../persistence/latest-value.repository.js';
import { SeriesRepository, type Series } from '../persistence/series.repository.js';

/** The newest value of a series, with the series. */
export interface CurrentValue extends Omit<LatestValue, 'seriesId'> {
  readonly series: Series;
}

/** The newest value of each metric of machines, by key. */
@Injectable()
export class LatestValues {
  constructor(
    private readonly db: TenantDb,
    private readonly latest: LatestValueRepository,
    private readonly series: SeriesRepository,
  ) {}

  async ofDevices(actor: TenantActor, deviceIds: readonly string[]): Promise<CurrentValue[]> {
    demand(actor, 'telemetry:read');
    return this.db.read(actor, (tx) => this.read(tx, deviceIds));
  }

  /** Whether the company has this machine. */
  knows(tx: TenantTx, deviceId: string): Promise<boolean> {
    return this.latest.knowsDevice(tx, deviceId);
  }

  /** The newest values, in the caller's transaction. */
  async read(tx: TenantTx, deviceIds: readonly string[]): Promise<CurrentValue[]> {
    const values = new Map((await this.latest.ofDevices(tx, deviceIds)).map((value) => [value.seriesId, value]));
    const series = values.size > 0 ? await this.series.ofDevices(tx, deviceIds) : [];
    return series.flatMap((one) => {
      const value = values.get(one.id);
      return value ? [{ ...value, series: one }] : [];
    });
  }
}

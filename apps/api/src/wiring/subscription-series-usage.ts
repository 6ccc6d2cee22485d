import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { SubscriptionRepository } from '@tenon/marketplace/api';
import { SeriesUsage } from '@tenon/telemetry/api';

/** Telemetry asks whether a metric is read by an app; the marketplace's subscriptions know. */
@Injectable()
export class SubscriptionSeriesUsage extends SeriesUsage {
  constructor(private readonly subscriptions: SubscriptionRepository) {
    super();
  }

  isInUse(tx: TenantTx, seriesId: number): Promise<boolean> {
    return this.subscriptions.isSeriesInUse(tx, seriesId);
  }
}

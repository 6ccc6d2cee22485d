import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { SubscriptionRepository } from '@tenon/marketplace';
import { EnergySlotRepository } from '../persistence/energy-slot.repository.js';
import { readSeriesIds } from './energy-settings.js';

/** How far computation has come. */
export interface EnergyProgress {
  readonly subscriptionId: string;
  readonly isComputing: boolean;
  readonly computedFrom: Date | null;
  readonly computedUntil: Date | null;
}

/** Says how far the computation of a subscription has come. */
@Injectable()
export class ReadEnergyProgress {
  constructor(
    private readonly db: TenantDb,
    private readonly subscriptions: SubscriptionRepository,
    private readonly slots: EnergySlotRepository,
  ) {}

  /** @throws AppError (not-found) SUBSCRIPTION.NOT_FOUND */
  execute(actor: TenantActor, subscriptionId: string): Promise<EnergyProgress> {
    return this.db.read(actor, async (tx) => {
      const { settings } = await this.subscriptions.get(tx, subscriptionId);
      return this.within(tx, subscriptionId, readSeriesIds(settings));
    });
  }

  /** The same, within a transaction that knows the subscription is there and what it reads. */
  async within(tx: TenantTx, subscriptionId: string, seriesIds: readonly number[]): Promise<EnergyProgress> {
    const { from, until } = await this.slots.extent(tx, subscriptionId, seriesIds);
    const isComputing = await this.slots.isBehind(tx, subscriptionId);
    return { subscriptionId, isComputing, computedFrom: from, computedUntil: until };
  }
}

import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { SubscriptionRepository, type SubscriptionRow } from '../persistence/subscription.repository.js';

/** Stops an app for the company and revokes all it was granted, at once; jobs already promised find nothing to do. Repeating it fails with SUBSCRIPTION.ENDED. */
@Injectable()
export class Unsubscribe {
  constructor(
    private readonly db: TenantDb,
    private readonly subscriptions: SubscriptionRepository,
  ) {}

  execute(actor: TenantActor, id: string): Promise<SubscriptionRow> {
    return this.db.transaction(actor, async (tx) => {
      const before = await this.subscriptions.getActiveForUpdate(tx, id);
      const after = await this.subscriptions.end(tx, id);
      await tx.audit('subscription.ended', { subscriptionId: id, revokedScopes: before.grantedScopes });
      return after;
    });
  }
}

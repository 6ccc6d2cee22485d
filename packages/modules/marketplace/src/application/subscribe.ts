import { Injectable } from '@nestjs/common';
import { RoomInPlan } from '@tenon/billing';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { invalid } from '@tenon/kernel';
import { AppRepository } from '../persistence/app.repository.js';
import { SubscriptionRepository, type SubscriptionRow } from '../persistence/subscription.repository.js';

/**
 * Subscribes the company to an app and grants exactly what its listed version asks for, all of which the person must have
 * agreed to by name. Repeating it fails with SUBSCRIPTION.EXISTS.
 */
@Injectable()
export class Subscribe {
  constructor(
    private readonly db: TenantDb,
    private readonly apps: AppRepository,
    private readonly subscriptions: SubscriptionRepository,
    private readonly room: RoomInPlan,
  ) {}

  /** @throws AppError APP.NOT_FOUND; (invalid) SUBSCRIPTION.CONSENT_DIFFERS; (conflict) SUBSCRIPTION.EXISTS; (limited) QUOTA.REACHED */
  execute(actor: TenantActor, input: { appId: string; consentedScopes: readonly string[] }): Promise<SubscriptionRow> {
    return this.db.transaction(actor, async (tx) => {
      const app = await this.apps.get(tx, input.appId);
      const asked = app.manifest.scopes.map((scope) => scope.permission as string).sort();
      const consented = [...new Set(input.consentedScopes)].sort();
      if (asked.join() !== consented.join()) {
        throw invalid('SUBSCRIPTION.CONSENT_DIFFERS', 'What was agreed to is not what the app asks for. Look at its page again.', { asked, consented });
      }
      await this.room.take(tx, 'apps');
      const subscription = await this.subscriptions.insert(tx, { appId: app.id, appVersionId: app.versionId, grantedScopes: asked });
      await tx.audit('subscription.started', { subscriptionId: subscription.id, app: app.slug, version: app.manifest.version, grantedScopes: asked });
      return subscription;
    });
  }
}

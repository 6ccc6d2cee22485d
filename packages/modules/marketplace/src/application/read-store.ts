import { Injectable } from '@nestjs/common';
import { appManifest } from '@tenon/contracts/manifest';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { pageRequest, toPage, type Page } from '@tenon/nest';
import { AppRepository, type ListedApp } from '../persistence/app.repository.js';
import { AppVersionRepository } from '../persistence/app-version.repository.js';
import { SubscriptionRepository, type SubscriptionRow } from '../persistence/subscription.repository.js';

type PageArguments = { first?: number | null | undefined; after?: string | null | undefined };

/** Reads the store and the company's subscriptions. */
@Injectable()
export class ReadStore {
  constructor(
    private readonly db: TenantDb,
    private readonly apps: AppRepository,
    private readonly versions: AppVersionRepository,
    private readonly subscriptions: SubscriptionRepository,
  ) {}

  app(actor: TenantActor, slug: string): Promise<ListedApp> {
    return this.db.transaction(actor, (tx) => this.apps.getBySlug(tx, slug));
  }

  page(actor: TenantActor, args: PageArguments & { search?: string | null | undefined }): Promise<Page<ListedApp>> {
    const request = pageRequest(args, 2);
    return this.db.transaction(actor, async (tx) => {
      const rows = await this.apps.list(tx, request, args.search?.trim() ?? '');
      return toPage(rows, request.limit, (row) => [row.isFirstParty ? '0' : '1', row.slug]);
    });
  }

  subscription(actor: TenantActor, id: string): Promise<SubscriptionRow> {
    return this.db.transaction(actor, (tx) => this.subscriptions.get(tx, id));
  }

  activeSubscription(actor: TenantActor, appId: string): Promise<SubscriptionRow | null> {
    return this.db.transaction(actor, (tx) => this.subscriptions.findActive(tx, appId));
  }

  subscriptionPage(actor: TenantActor, args: PageArguments): Promise<Page<SubscriptionRow>> {
    const request = pageRequest(args, 2);
    return this.db.transaction(actor, async (tx) => {
      const rows = await this.subscriptions.list(tx, request);
      return toPage(rows, request.limit, (row) => [row.startedAt.toISOString(), row.id]);
    });
  }

  /** The app of a subscription, as of the version the company consented to. */
  appOf(actor: TenantActor, subscription: Pick<SubscriptionRow, 'appVersionId'>): Promise<ListedApp> {
    return this.db.transaction(actor, async (tx) => {
      const version = await this.versions.get(tx, subscription.appVersionId);
      const { appId, slug, publisherName, publisherTenantId } = version;
      return { id: appId, slug, publisherName, isFirstParty: publisherTenantId === null, versionId: version.id, manifest: appManifest.parse(version.manifest) };
    });
  }
}

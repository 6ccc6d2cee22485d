import { Injectable } from '@nestjs/common';
import { appManifest } from '@tenon/contracts/manifest';
import { TenantDb } from '@tenon/db';
import { demand, type TenantActor } from '@tenon/domain/identity';
import { pageRequest, searchText, toPage, type Page } from '@tenon/nest';
import { AppRepository, type ListedApp } from '../persistence/app.repository.js';
import { AppVersionRepository, type VersionRow } from '../persistence/app-version.repository.js';
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
    return this.db.read(actor, (tx) => this.apps.getBySlug(tx, slug));
  }

  page(actor: TenantActor, args: PageArguments & { search?: string | null | undefined }): Promise<Page<ListedApp>> {
    const request = pageRequest(args, ['text', 'text']);
    return this.db.read(actor, async (tx) => {
      const rows = await this.apps.list(tx, request, searchText(args.search));
      return toPage(rows, request.limit, (row) => [row.isFirstParty ? '0' : '1', row.slug]);
    });
  }

  subscription(actor: TenantActor, id: string): Promise<SubscriptionRow> {
    return this.db.read(actor, (tx) => this.subscriptions.get(tx, id));
  }

  activeSubscription(actor: TenantActor, appId: string): Promise<SubscriptionRow | null> {
    return this.db.read(actor, (tx) => this.subscriptions.findActive(tx, appId));
  }

  /** The company's running subscriptions to these apps, by the app's id; an app it does not subscribe to has none. @throws AppError (forbidden) for whoever may look at the store alone */
  async activeSubscriptions(actor: TenantActor, appIds: readonly string[]): Promise<Map<string, SubscriptionRow>> {
    demand(actor, 'subscription:read');
    const rows = await this.db.read(actor, (tx) => this.subscriptions.listActive(tx, appIds));
    return new Map(rows.map((row) => [row.appId, row]));
  }

  subscriptionPage(actor: TenantActor, args: PageArguments): Promise<Page<SubscriptionRow>> {
    const request = pageRequest(args, ['instant', 'uuid']);
    return this.db.read(actor, async (tx) => {
      const rows = await this.subscriptions.list(tx, request);
      return toPage(rows, request.limit, (row) => [row.startedAt.toISOString(), row.id]);
    });
  }

  /** The app of a subscription, as of the version the company consented to. */
  appOf(actor: TenantActor, subscription: Pick<SubscriptionRow, 'appVersionId'>): Promise<ListedApp> {
    return this.db.read(actor, async (tx) => asListed(await this.versions.get(tx, subscription.appVersionId)));
  }

  /** The apps of subscriptions, each as of the version the company consented to, by that version's id. */
  async appsOf(actor: TenantActor, versionIds: readonly string[]): Promise<Map<string, ListedApp>> {
    const versions = await this.db.read(actor, (tx) => this.versions.listByIds(tx, versionIds));
    return new Map(versions.map((version) => [version.id, asListed(version)]));
  }
}

function asListed({ id, appId, slug, publisherName, publisherTenantId, manifest }: VersionRow): ListedApp {
  return { id: appId, slug, publisherName, isFirstParty: publisherTenantId === null, versionId: id, manifest: appManifest.parse(manifest) };
}

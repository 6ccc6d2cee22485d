import { appManifest, type AppManifest } from '@tenon/contracts/manifest';
import type { ListedApp } from '../persistence/app.repository.js';
import type { VersionRow } from '../persistence/app-version.repository.js';
import type { Publisher } from '../persistence/publisher.repository.js';
import type { SubscriptionRow } from '../persistence/subscription.repository.js';

type Indicators = Extract<AppManifest, { engine: 'indicators' }>;

function showIndicators(manifest: Indicators) {
  const indicators = manifest.indicators.map((indicator) => ({ ...indicator, aggregate: indicator.aggregate.toUpperCase(), unit: indicator.unit ?? null }));
  return { inputs: manifest.inputs, indicators };
}

/** An app in the words of the schema. */
export function showApp({ id, slug, publisherName, isFirstParty, manifest }: ListedApp) {
  const { name, summary, description, version, scopes, price } = manifest;
  return {
    id,
    slug,
    publisherName,
    isFirstParty,
    name,
    summary,
    description,
    version,
    scopes,
    price: { model: price.model.toUpperCase(), amountMinor: price.model === 'monthly' ? price.amountMinor : 0, currency: 'CNY' },
    engine: manifest.engine.toUpperCase(),
    ...(manifest.engine === 'indicators' ? showIndicators(manifest) : { inputs: [], indicators: [] }),
  };
}

/** A subscription in the words of the schema; `appVersionId` is for the resolver of its app. */
export function showSubscription(subscription: SubscriptionRow) {
  return {
    ...subscription,
    state: subscription.state.toUpperCase(),
    startedAt: subscription.startedAt.toISOString(),
    endedAt: subscription.endedAt?.toISOString() ?? null,
  };
}

/** A version in the words of the schema. */
export function showVersion(version: VersionRow) {
  return {
    ...version,
    __typename: 'AppVersion' as const,
    state: version.state.toUpperCase(),
    manifest: appManifest.parse(version.manifest),
    submittedAt: version.submittedAt.toISOString(),
    decidedAt: version.decidedAt?.toISOString() ?? null,
  };
}

/** A publisher in the words of the schema. */
export const showPublisher = (publisher: Publisher) => ({ ...publisher, createdAt: publisher.createdAt.toISOString() });

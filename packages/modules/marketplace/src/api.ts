/** Store, subscriptions, publishing and review, as the api serves them. */
import { Module } from '@nestjs/common';
import { ReadPublisher, RegisterPublisher } from './application/publish.js';
import { ReadStore } from './application/read-store.js';
import { DecideAppVersion, ReadReviewQueue } from './application/review.js';
import { SubmitAppVersion } from './application/submit-app-version.js';
import { Subscribe } from './application/subscribe.js';
import { Unsubscribe } from './application/unsubscribe.js';
import { PublisherResolver } from './graphql/publisher.resolver.js';
import { ReviewResolver } from './graphql/review.resolver.js';
import { StoreResolver } from './graphql/store.resolver.js';
import { SubscriptionResolver } from './graphql/subscription.resolver.js';
import { AppVersionRepository } from './persistence/app-version.repository.js';
import { AppRepository } from './persistence/app.repository.js';
import { PublisherRepository } from './persistence/publisher.repository.js';
import { SubscriptionRepository } from './persistence/subscription.repository.js';

export { ReadStore } from './application/read-store.js';
export { Subscribe } from './application/subscribe.js';
export { SubscriptionRepository } from './persistence/subscription.repository.js';

@Module({
  providers: [
    AppRepository,
    AppVersionRepository,
    DecideAppVersion,
    PublisherRepository,
    PublisherResolver,
    ReadPublisher,
    ReadReviewQueue,
    ReadStore,
    RegisterPublisher,
    ReviewResolver,
    StoreResolver,
    SubmitAppVersion,
    Subscribe,
    SubscriptionRepository,
    SubscriptionResolver,
    Unsubscribe,
  ],
  exports: [ReadStore, Subscribe, SubscriptionRepository],
})
export class MarketplaceApiModule {}

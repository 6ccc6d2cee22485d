/** What the marketplace does in the worker: keeping the platform's own apps in the store, and its part of other modules' jobs. */
import { Module } from '@nestjs/common';
import { ListFirstParty } from './application/list-first-party.js';
import { AppRepository } from './persistence/app.repository.js';
import { SubscriptionRepository } from './persistence/subscription.repository.js';

export { ListFirstParty } from './application/list-first-party.js';

@Module({ providers: [AppRepository, ListFirstParty, SubscriptionRepository], exports: [ListFirstParty, SubscriptionRepository] })
export class MarketplaceWorkerModule {}

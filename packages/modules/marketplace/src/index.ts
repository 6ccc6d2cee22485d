/** The marketplace: what higher modules may use of it. */
export { ReadStore } from './application/read-store.js';
export { showSubscription } from './graphql/show.js';
export { SubscriptionRepository, type SubscriptionRow } from './persistence/subscription.repository.js';

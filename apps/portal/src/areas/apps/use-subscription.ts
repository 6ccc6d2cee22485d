'use client';

import type { QueryClient } from '@tanstack/react-query';
import { answerKey } from '../../api/document';
import { useAnswer } from '../../api/use-answer';
import { SubscriptionDocument, type SubscriptionPageFragment } from '../../generated/documents';

export type Subscription = SubscriptionPageFragment;

/** One subscription with all its page needs. */
export function useSubscription(id: string) {
  return useAnswer(SubscriptionDocument, { id });
}

/** Puts a subscription that was just changed where every page looks for it. */
export function keepSubscription(cache: QueryClient, subscription: Subscription): void {
  cache.setQueryData(answerKey(SubscriptionDocument, { id: subscription.id }), { subscription });
  for (const name of ['Apps', 'Home', 'Store', 'StoreApp']) void cache.invalidateQueries({ queryKey: [name] });
}

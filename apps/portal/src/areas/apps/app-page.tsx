'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { AppSkeleton } from './app-skeleton';
import { SubscriptionGate } from './subscription-gate';
import type { Subscription } from './use-subscription';

const EnergyPage = dynamic(() => import('../energy/energy-page').then(({ EnergyPage: Page }) => Page), { loading: () => <AppSkeleton /> });
const IndicatorsPage = dynamic(() => import('../indicators/indicators-page').then(({ IndicatorsPage: Page }) => Page), { loading: () => <AppSkeleton /> });

/** It does not know yet what to read: on to the set-up. */
function ToSetUp({ id }: { id: string }) {
  const router = useRouter();
  useEffect(() => router.replace(`/apps/${id}/setup`), [router, id]);
  return <AppSkeleton />;
}

function Results({ subscription }: { subscription: Subscription }) {
  if (!subscription.isConfigured) return <ToSetUp id={subscription.id} />;
  if (subscription.app.engine === 'ENERGY') return <EnergyPage subscription={subscription} />;
  return <IndicatorsPage subscription={subscription} />;
}

/** What an app found, by the engine that computes it. */
export function AppPage({ id }: { id: string }) {
  return <SubscriptionGate id={id}>{(subscription) => <Results subscription={subscription} />}</SubscriptionGate>;
}

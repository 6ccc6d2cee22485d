'use client';

import dynamic from 'next/dynamic';
import { AppSkeleton } from './app-skeleton';
import { SubscriptionGate } from './subscription-gate';

const EnergySetup = dynamic(() => import('../energy/setup/energy-setup').then(({ EnergySetup: Setup }) => Setup), { loading: () => <AppSkeleton /> });
const IndicatorsSetup = dynamic(() => import('../indicators/indicators-setup').then(({ IndicatorsSetup: Setup }) => Setup), { loading: () => <AppSkeleton /> });

/** What an app is told to read and reckon by. */
export function SetupPage({ id }: { id: string }) {
  return (
    <SubscriptionGate id={id}>
      {(subscription) => (subscription.app.engine === 'ENERGY' ? <EnergySetup subscription={subscription} /> : <IndicatorsSetup subscription={subscription} />)}
    </SubscriptionGate>
  );
}

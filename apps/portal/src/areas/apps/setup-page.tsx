'use client';

import { EnergySetup } from '../energy/setup/energy-setup';
import { IndicatorsSetup } from '../indicators/indicators-setup';
import { SubscriptionGate } from './subscription-gate';

/** What an app is told to read and reckon by. */
export function SetupPage({ id }: { id: string }) {
  return (
    <SubscriptionGate id={id}>
      {(subscription) => (subscription.app.engine === 'ENERGY' ? <EnergySetup subscription={subscription} /> : <IndicatorsSetup subscription={subscription} />)}
    </SubscriptionGate>
  );
}

'use client';

import { useState } from 'react';
import type { Subscription } from '../../apps/use-subscription';
import { ChangeSettings } from './change-settings';
import { FirstSetup } from './first-setup';

/** The set-up, step by step the first time, on one page afterwards. */
export function EnergySetup({ subscription }: { subscription: Subscription }) {
  // Sending the first set-up makes it configured; the steps stay until the results are opened.
  const [wasConfigured] = useState(subscription.isConfigured);
  return wasConfigured ? <ChangeSettings subscription={subscription} /> : <FirstSetup subscription={subscription} />;
}

'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useChange } from '../../../api/use-change';
import { ConfigureEnergyDocument } from '../../../generated/documents';
import { useViewer } from '../../../viewer/viewer-context';
import { keepSubscription, type Subscription } from '../../apps/use-subscription';
import { energySettings } from '../energy-settings';
import type { Meter } from '../meter-choice';
import { configurationOf, firstDraft, type EnergyDraft } from './energy-draft';

/** The draft of a set-up, and how it is sent. */
export function useEnergyDraft(subscription: Subscription, { onDone }: { onDone?: () => void } = {}) {
  const { tenant } = useViewer();
  const router = useRouter();
  const cache = useQueryClient();
  const settings = energySettings(subscription.settings);
  const [draft, setDraft] = useState<EnergyDraft>(() => firstDraft(settings, tenant.timeZone));
  const change = useChange(ConfigureEnergyDocument, {
    onDone: ({ configureEnergy }) => {
      keepSubscription(cache, configureEnergy);
      cache.removeQueries({ queryKey: ['EnergyReport'] });
      cache.removeQueries({ queryKey: ['EnergyBefore'] });
      onDone?.();
      router.push(`/apps/${subscription.id}`);
    },
  });
  return {
    draft,
    seriesIds: settings?.seriesIds ?? null,
    alter: (part: Partial<EnergyDraft>) => setDraft((known) => ({ ...known, ...part })),
    alterMeters: (alter: (meters: readonly Meter[]) => readonly Meter[]) => setDraft((known) => ({ ...known, meters: alter(known.meters ?? []) })),
    send: () => {
      const input = configurationOf(draft, subscription.id);
      if (input && !change.isPending) change.mutate({ input });
    },
    isSending: change.isPending || change.isSuccess,
    error: change.error,
  };
}

export type DraftState = ReturnType<typeof useEnergyDraft>;

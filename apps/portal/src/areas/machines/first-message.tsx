'use client';

import { Callout, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useEffect } from 'react';
import type { CreateMachineMutation } from '../../generated/documents';
import { Arrived } from './arrived';
import { useArrival } from './use-arrival';
import { Waiting } from './waiting';

const OnboardingTabs = dynamic(() => import('./onboarding-tabs').then(({ OnboardingTabs: Tabs }) => Tabs), { ssr: false, loading: () => <Skeleton height={180} /> });

interface FirstMessageProps {
  readonly created: CreateMachineMutation['createDevice'];
  onConnected(): void;
}

/** The second step waits, and turns into the third the moment a value arrives. */
export function FirstMessage({ created, onConnected }: FirstMessageProps) {
  const t = useTranslations('machines.connect');
  const { device, token, endpoint } = created;
  const { values, refusal } = useArrival(device.id);
  const hasArrived = values.length > 0;
  useEffect(() => {
    if (hasArrived) onConnected();
  }, [hasArrived, onConnected]);
  if (hasArrived) return <Arrived machine={device} values={values} />;
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <h2 className="text-20 font-semibold">{t('title', { name: device.name })}</h2>
        <p className="max-w-prose text-14 text-ink-2">{t('body')}</p>
      </div>
      <OnboardingTabs endpoint={endpoint} token={token} />
      <Callout tone="caution" title={t('tokenOnceTitle')}>
        {t('tokenOnce')}
      </Callout>
      <Waiting refusal={refusal} />
    </div>
  );
}

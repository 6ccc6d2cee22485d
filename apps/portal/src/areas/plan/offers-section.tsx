'use client';

import { Section } from '@tenon/ui';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { PlanId, PlanViewFragment } from '../../generated/documents';
import { OfferCard } from './offer-card';

const ChangeDialog = dynamic(() => import('./change-dialog').then(({ ChangeDialog: Change }) => Change), { ssr: false });

/** The plans side by side; the trial only for whoever has it. */
export function OffersSection({ view }: { view: PlanViewFragment }) {
  const t = useTranslations('plan.offers');
  const [wanted, setWanted] = useState<PlanId | null>(null);
  const offers = view.offers.filter(({ id }) => id !== 'TRIAL' || view.plan.id === 'TRIAL');
  return (
    <Section title={t('title')} description={t('intro')}>
      <ul className={clsx('grid pt-px pl-px sm:grid-cols-2', offers.length > 3 ? 'xl:grid-cols-4' : 'xl:grid-cols-3')}>
        {offers.map((offer) => (
          <OfferCard key={offer.id} offer={offer} current={view.plan} nextId={view.next?.plan ?? null} onChoose={() => setWanted(offer.id)} />
        ))}
      </ul>
      {wanted && <ChangeDialog key={wanted} plan={wanted} onClose={() => setWanted(null)} />}
    </Section>
  );
}

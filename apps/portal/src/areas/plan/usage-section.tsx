'use client';

import { Section } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { Meter, PlanViewFragment } from '../../generated/documents';
import { MeterRow } from './meter-row';

const CapDialog = dynamic(() => import('./cap-dialog').then(({ CapDialog: Cap }) => Cap), { ssr: false });

/** How each meter stands against the plan, and where its owner ends it. */
export function UsageSection({ view }: { view: PlanViewFragment }) {
  const t = useTranslations('plan.usage');
  const [asked, setAsked] = useState<Meter | null>(null);
  const capped = view.usage.find(({ meter }) => meter === asked);
  return (
    <Section title={t('title')} description={t('intro')}>
      <ul className="divide-y divide-line">
        {view.usage.map((usage) => (
          <MeterRow key={usage.meter} usage={usage} onCap={() => setAsked(usage.meter)} />
        ))}
      </ul>
      {capped && <CapDialog key={capped.meter} usage={capped} monthTo={view.monthTo} onClose={() => setAsked(null)} />}
    </Section>
  );
}

'use client';

import { Button, numberText, ProgressBar, Section } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { CompanyFactsFragment } from '../../generated/documents';
import { useMayOffice } from './office-context';
import { PlanDialog } from './plan-dialog';
import { QuotaDialog } from './quota-dialog';

type Usage = CompanyFactsFragment['plan']['usage'][number];

function MeterBar({ usage: { meter, used, quota, limit, state } }: { usage: Usage }) {
  const t = useTranslations('office.plan');
  const locale = useLocale();
  const count = (value: number): string => numberText(value, { locale, scale: 'cjk', precision: 2, minPrecision: 0 });
  const end = Math.min(quota, limit);
  return <ProgressBar label={t(`meterName.${meter}`)} value={end === 0 ? 1 : used / end} valueText={t('of', { used: count(used), limit: count(limit) })} tone={state === 'REACHED' ? 'danger' : 'ink'} />;
}

/** What a company has and uses, and what the office may change of it. */
export function PlanUse({ company }: { company: CompanyFactsFragment }) {
  const t = useTranslations('office.plan');
  const locale = useLocale();
  const mayChange = useMayOffice('company:plan');
  const [asking, setAsking] = useState<'plan' | 'quota' | null>(null);
  const close = (): void => setAsking(null);
  const price = new Intl.NumberFormat(locale, { style: 'currency', currency: 'CNY' }).format(company.plan.plan.monthlyMinor / 100);
  return (
    <Section
      title={t('title')}
      description={t('now', { plan: t(`name.${company.planId}`), price })}
      actions={
        mayChange && (
          <>
            <Button onClick={() => setAsking('quota')}>{t('quota')}</Button>
            <Button onClick={() => setAsking('plan')}>{t('change')}</Button>
          </>
        )
      }
    >
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {company.plan.usage.map((usage) => (
          <MeterBar key={usage.meter} usage={usage} />
        ))}
      </div>
      {asking === 'plan' && <PlanDialog company={company} onClose={close} />}
      {asking === 'quota' && <QuotaDialog company={company} onClose={close} />}
    </Section>
  );
}

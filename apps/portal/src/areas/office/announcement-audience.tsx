'use client';

import { SelectField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CompanyPicker } from './company-picker';
import { PLAN_CHOICES } from './use-company-filter';

const AUDIENCES = ['ALL', 'PLAN', 'COMPANIES'] as const;
/** As the domain’s rules of an announcement have it. */
const MOST_COMPANIES = 200;

/** Whom an announcement is for: all, those on a plan, or some that are named. */
export function AnnouncementAudience({ isMissing, onPick }: { isMissing: boolean; onPick: () => void }) {
  const t = useTranslations('office.announcements');
  const plan = useTranslations('office.plan.name');
  const [audience, setAudience] = useState<string>('ALL');
  const plans = PLAN_CHOICES.filter((choice) => choice !== 'ALL');
  return (
    <>
      <SelectField label={t('audience')} name="audience" value={audience} onValueChange={setAudience} options={AUDIENCES.map((each) => ({ value: each, label: t(`audiences.${each}`) }))} />
      {audience === 'PLAN' && <SelectField label={t('plan')} name="plan" options={plans.map((each) => ({ value: each, label: plan(each) }))} />}
      {audience === 'COMPANIES' && <CompanyPicker label={t('companies')} name="companyIds" most={MOST_COMPANIES} isMissing={isMissing} onPick={onPick} />}
    </>
  );
}

'use client';

import { SelectField, TextAreaField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PLAN_CHOICES } from './use-company-filter';

const AUDIENCES = ['ALL', 'PLAN', 'COMPANIES'] as const;

/** Whom an announcement is for: all, those on a plan, or some that are named. */
export function AnnouncementAudience() {
  const t = useTranslations('office.announcements');
  const plan = useTranslations('office.plan.name');
  const [audience, setAudience] = useState<string>('ALL');
  const plans = PLAN_CHOICES.filter((choice) => choice !== 'ALL');
  return (
    <>
      <SelectField label={t('audience')} value={audience} onValueChange={setAudience} options={AUDIENCES.map((each) => ({ value: each, label: t(`audiences.${each}`) }))} />
      {audience === 'PLAN' && <SelectField label={t('plan')} name="plan" options={plans.map((each) => ({ value: each, label: plan(each) }))} />}
      {audience === 'COMPANIES' && <TextAreaField label={t('companies')} hint={t('companiesHint')} name="companyIds" rows={3} required />}
    </>
  );
}

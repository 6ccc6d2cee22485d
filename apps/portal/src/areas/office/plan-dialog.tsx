'use client';

import { SelectField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { ChangeCompanyPlanDocument, type CompanyFactsFragment } from '../../generated/documents';
import { OfficeForm } from './office-form';
import { useCompanyChanged } from './use-company-change';
import { PLAN_CHOICES } from './use-company-filter';

/** Gives a company another plan. */
export function PlanDialog({ company, onClose }: { company: CompanyFactsFragment; onClose: () => void }) {
  const t = useTranslations('office.plan');
  const changed = useCompanyChanged();
  const [plan, setPlan] = useState(company.planId);
  const change = useChange(ChangeCompanyPlanDocument, {
    onDone: async () => {
      await changed(t('done'));
      onClose();
    },
  });
  const plans = PLAN_CHOICES.filter((choice) => choice !== 'ALL');
  return (
    <OfficeForm title={t('changeTitle')} body={t('changeBody')} change={change} onClose={onClose} onSend={() => change.mutate({ input: { id: company.id, plan } })}>
      <SelectField label={t('plan')} value={plan} onValueChange={(value) => setPlan(plans.find((choice) => choice === value) ?? plan)} options={plans.map((choice) => ({ value: choice, label: t(`name.${choice}`) }))} />
    </OfficeForm>
  );
}

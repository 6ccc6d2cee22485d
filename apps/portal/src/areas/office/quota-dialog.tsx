'use client';

import { NumberField, SelectField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { GiveCompanyQuotaDocument, type CompanyFactsFragment, type Meter } from '../../generated/documents';
import { OfficeForm } from './office-form';
import { useCompanyChanged } from './use-company-change';

/** Gives a company another quota on one meter. */
export function QuotaDialog({ company, onClose }: { company: CompanyFactsFragment; onClose: () => void }) {
  const t = useTranslations('office.plan');
  const changed = useCompanyChanged();
  const { usage } = company.plan;
  const [meter, setMeter] = useState<Meter>('DEVICES');
  const [quota, setQuota] = useState<number | null>(usage.find((each) => each.meter === meter)?.quota ?? null);
  const choose = (value: string): void => {
    const chosen = usage.find((each) => each.meter === value);
    if (!chosen) return;
    setMeter(chosen.meter);
    setQuota(chosen.quota);
  };
  const change = useChange(GiveCompanyQuotaDocument, {
    onDone: async () => {
      await changed(t('done'));
      onClose();
    },
  });
  return (
    <OfficeForm title={t('quotaTitle')} body={t('quotaBody')} change={change} onClose={onClose} onSend={() => change.mutate({ input: { id: company.id, meter, quota } })}>
      <SelectField label={t('meter')} value={meter} onValueChange={choose} options={usage.map((each) => ({ value: each.meter, label: t(`meterName.${each.meter}`) }))} />
      <NumberField key={meter} label={t('value')} value={quota} onValueChange={setQuota} min={0} precision={0} />
    </OfficeForm>
  );
}

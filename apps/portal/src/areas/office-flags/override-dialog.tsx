'use client';

import { FEATURE_FLAGS, FLAG_KEYS } from '@tenon/domain/flags';
import { SelectField, TextAreaField } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { SetFeatureFlagForCompanyDocument } from '../../generated/documents';
import { CompanyPicker } from '../office/company-picker';
import { OfficeForm } from '../office/office-form';
import { useFlagSet } from './use-flag-set';

interface OverrideDialogProps {
  /** Asked for where it is not said. */
  readonly flagKey?: string | undefined;
  /** Asked for where it is not said. */
  readonly company?: { readonly id: string; readonly name: string } | undefined;
  onClose(): void;
}

const LONGEST_REASON = 300;
const CHOICES = ['ON', 'OFF', 'UNSET'] as const;
const MEANS: Readonly<Record<string, boolean | null>> = { ON: true, OFF: false, UNSET: null };

/** Turns a flag on or off for one company, or takes away what was set for it. */
export function OverrideDialog({ flagKey, company, onClose }: OverrideDialogProps) {
  const t = useTranslations('office.flags');
  const isEnglish = useLocale() === 'en';
  const change = useChange(SetFeatureFlagForCompanyDocument, { onDone: useFlagSet(onClose) });
  const [isMissing, setIsMissing] = useState(false);
  const send = (form: FormData): void => {
    const text = (name: string): string => String(form.get(name) ?? '').trim();
    const companyId = company?.id ?? text('companyId');
    setIsMissing(companyId === '');
    if (companyId !== '') change.mutate({ input: { key: flagKey ?? text('key'), companyId, isOn: MEANS[text('choice')] ?? null, reason: text('reason') } });
  };
  const flags = FLAG_KEYS.map((key) => ({ value: key, label: isEnglish ? FEATURE_FLAGS[key].what.en : FEATURE_FLAGS[key].what.zh }));
  return (
    <OfficeForm title={company ? t('setFor', { company: company.name }) : t('setCompany')} body={t('companyBody')} submitLabel={t('set')} change={change} onClose={onClose} onSend={(form) => send(new FormData(form))}>
      {flagKey === undefined && <SelectField label={t('flag')} name="key" options={flags} />}
      {!company && <CompanyPicker label={t('company')} name="companyId" most={1} isMissing={isMissing} onPick={() => setIsMissing(false)} />}
      <SelectField label={t('choice')} name="choice" options={CHOICES.map((each) => ({ value: each, label: t(`choices.${each}`) }))} />
      <TextAreaField label={t('reason')} hint={t('reasonHint')} name="reason" rows={2} maxLength={LONGEST_REASON} required />
    </OfficeForm>
  );
}

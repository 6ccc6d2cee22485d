'use client';

import { formatInstant, TextAreaField, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { BeginFactorResetDocument, type CompanyFactsFragment } from '../../generated/documents';
import { OfficeForm } from './office-form';
import { useOfficeZone } from './office-context';
import { useCompanyChanged } from './use-company-change';

/** Lets somebody of a company in again who has lost their second factor, once the office has made sure who asks. */
export function RecoverDialog({ company, onClose }: { company: CompanyFactsFragment; onClose: () => void }) {
  const t = useTranslations('office.recover');
  const timeZone = useOfficeZone();
  const changed = useCompanyChanged();
  const [email, setEmail] = useState('');
  const [check, setCheck] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const change = useChange(BeginFactorResetDocument, {
    onDone: async ({ beginFactorReset }) => {
      await changed(t('done', { at: formatInstant(Date.parse(beginFactorReset), { timeZone }) }));
      onClose();
    },
  });
  const send = (): void => {
    setIsMissing(email.trim() === '');
    if (email.trim()) change.mutate({ input: { companyId: company.id, email: email.trim(), check } });
  };
  return (
    <OfficeForm title={t('title')} body={t('body')} submitLabel={t('confirm')} change={change} onClose={onClose} onSend={send}>
      <TextField label={t('email')} hint={t('emailHint')} type="email" value={email} onChange={(event) => setEmail(event.currentTarget.value)} required autoComplete="off" error={isMissing ? t('missing') : undefined} />
      <TextAreaField label={t('check')} hint={t('checkHint')} value={check} onChange={(event) => setCheck(event.currentTarget.value)} rows={4} required />
    </OfficeForm>
  );
}

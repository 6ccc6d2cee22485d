'use client';

import { SelectField, TextAreaField, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { codeOf } from '../../errors/api-error';
import { BeginImpersonationDocument, type CompanyFactsFragment } from '../../generated/documents';
import { LookAccess } from './look-access';
import { OfficeForm } from './office-form';

const MINUTES = [15, 30, 60] as const;
const ASKS_CODE: ReadonlySet<string> = new Set(['AUTH.CODE_REQUIRED', 'AUTH.WRONG_CODE']);

/** Begins a look at a company as its owners see it, and goes there. */
export function LookDialog({ company, onClose }: { company: CompanyFactsFragment; onClose: () => void }) {
  const t = useTranslations('office.look');
  const [minutes, setMinutes] = useState<number>(MINUTES[0]);
  const [mayWrite, setMayWrite] = useState(false);
  const [isCodeAsked, setIsCodeAsked] = useState(false);
  // Whatever this window has read is the office's: none of it is kept.
  const change = useChange(BeginImpersonationDocument, { onDone: () => location.assign('/home') });
  const send = (form: HTMLFormElement): void => {
    const values = new FormData(form);
    const text = (name: string): string | null => String(values.get(name) ?? '').trim() || null;
    const input = { companyId: company.id, reason: text('reason') ?? '', minutes, mayWrite, confirmName: text('confirmName'), code: text('code') };
    change.mutate({ input }, { onError: (fault) => setIsCodeAsked((was) => was || ASKS_CODE.has(codeOf(fault))) });
  };
  return (
    <OfficeForm title={t('title', { company: company.name })} body={t('body')} submitLabel={t('begin')} change={change} onClose={onClose} onSend={send}>
      <TextAreaField label={t('reason')} hint={t('reasonHint')} name="reason" rows={3} maxLength={500} required />
      <SelectField label={t('minutes')} value={String(minutes)} onValueChange={(value) => setMinutes(Number(value))} options={MINUTES.map((each) => ({ value: String(each), label: t('lasts', { minutes: each }) }))} />
      <LookAccess mayWrite={mayWrite} onChange={setMayWrite} />
      {isCodeAsked && <TextField label={t('code')} hint={t('codeHint')} name="code" autoComplete="one-time-code" inputMode="numeric" required />}
    </OfficeForm>
  );
}

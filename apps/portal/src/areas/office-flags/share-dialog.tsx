'use client';

import { TextAreaField, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { SetFeatureFlagShareDocument, type FlagFactsFragment } from '../../generated/documents';
import { OfficeForm } from '../office/office-form';
import { useFlagSet } from './use-flag-set';

const LONGEST_REASON = 300;

/** Sets for which share of companies a flag is on; left empty it is as by default. */
export function ShareDialog({ flag, onClose }: { flag: FlagFactsFragment; onClose: () => void }) {
  const t = useTranslations('office.flags');
  const change = useChange(SetFeatureFlagShareDocument, { onDone: useFlagSet(onClose) });
  const send = (form: FormData): void => {
    const percent = String(form.get('percent') ?? '').trim();
    change.mutate({ input: { key: flag.key, percent: percent === '' ? null : Number(percent), reason: String(form.get('reason') ?? '') } });
  };
  return (
    <OfficeForm title={t('setShare')} body={t('shareBody')} submitLabel={t('set')} change={change} onClose={onClose} onSend={(form) => send(new FormData(form))}>
      <TextField label={t('percent')} hint={t('percentHint')} name="percent" type="number" min={0} max={100} step={1} inputMode="numeric" defaultValue={flag.sharePercent ?? ''} />
      <TextAreaField label={t('reason')} hint={t('reasonHint')} name="reason" rows={2} maxLength={LONGEST_REASON} required />
    </OfficeForm>
  );
}

'use client';

import { useQueryClient } from '@tanstack/react-query';
import { SelectField, TextAreaField, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { useToast } from '../../frame/toasts';
import { WriteAnnouncementDocument, type AnnouncementSeverity } from '../../generated/documents';
import { AnnouncementAudience } from './announcement-audience';
import { lacksCompanies, readAnnouncementForm } from './announcement-form';
import { OfficeForm } from './office-form';

const SEVERITIES: readonly AnnouncementSeverity[] = ['INFO', 'MAINTENANCE', 'INCIDENT'];
const LONGEST_TEXT = 300;

/** Writes an announcement, which is kept as a draft. */
export function AnnouncementDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('office.announcements');
  const cache = useQueryClient();
  const toast = useToast();
  const change = useChange(WriteAnnouncementDocument, {
    onDone: async () => {
      await cache.invalidateQueries({ queryKey: ['Announcements'] });
      toast.show({ title: t('written'), tone: 'good' });
      onClose();
    },
  });
  const [isMissing, setIsMissing] = useState(false);
  const send = (form: FormData): void => {
    setIsMissing(lacksCompanies(form));
    if (!lacksCompanies(form)) change.mutate({ input: readAnnouncementForm(form) });
  };
  return (
    <OfficeForm title={t('writeTitle')} body={t('writeBody')} submitLabel={t('save')} change={change} onClose={onClose} onSend={(form) => send(new FormData(form))}>
      <SelectField label={t('severity')} hint={t('severityHint')} name="severity" options={SEVERITIES.map((each) => ({ value: each, label: t(`severities.${each}`) }))} />
      <TextAreaField label={t('textZh')} hint={t('textHint')} name="textZh" rows={2} maxLength={LONGEST_TEXT} required />
      <TextAreaField label={t('textEn')} name="textEn" rows={2} maxLength={LONGEST_TEXT} required />
      <TextField label={t('from')} hint={t('zoneHint')} name="fromAt" type="datetime-local" required />
      <TextField label={t('to')} name="toAt" type="datetime-local" required />
      <AnnouncementAudience isMissing={isMissing} onPick={() => setIsMissing(false)} />
      <TextField label={t('link')} hint={t('linkHint')} name="link" autoComplete="off" />
    </OfficeForm>
  );
}

'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { codeOf } from '../../errors/api-error';
import { useFaultLine } from '../../errors/use-fault-line';
import { FormDialog } from '../../frame/form-dialog';
import { useToast } from '../../frame/toasts';
import { ChangePasswordDocument } from '../../generated/documents';
import { NewPasswordField } from '../new-password/new-password-field';
import { OwnPasswordField, textOf } from './own-password-field';

/** What is wrong with the new password; all else is about the one that is given as the present one, or about the moment. */
const OF_NEW = ['AUTH.WEAK_PASSWORD', 'AUTH.SAME_PASSWORD'];

type Missing = 'current' | 'new';

/** Puts another password in place of one's own. */
export function ChangePasswordDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('security.ownPassword');
  const ask = useTranslations('security.password');
  const faultLine = useFaultLine();
  const toast = useToast();
  const cache = useQueryClient();
  const [missing, setMissing] = useState<Missing | null>(null);
  const change = useChange(ChangePasswordDocument, {
    onDone: () => {
      // The list of sessions has one left.
      void cache.invalidateQueries({ queryKey: ['OwnSessions'] });
      toast.show({ title: t('done'), tone: 'good' });
      onClose();
    },
  });
  const send = (form: HTMLFormElement): void => {
    const input = { currentPassword: textOf(form, 'password'), newPassword: textOf(form, 'newPassword') };
    const next = input.currentPassword === '' ? 'current' : input.newPassword === '' ? 'new' : null;
    setMissing(next);
    if (next === null) change.mutate({ input });
  };
  const isOfNew = OF_NEW.includes(codeOf(change.error) ?? '');
  const fault = faultLine(change.error);
  const errors = { current: missing === 'current' ? ask('missing') : isOfNew ? undefined : fault, new: missing === 'new' ? t('newMissing') : isOfNew ? fault : undefined };
  return (
    <FormDialog title={t('dialogTitle')} body={t('dialogBody')} submitLabel={t('submit')} isPending={change.isPending} onSend={send} onClose={onClose}>
      <OwnPasswordField error={errors.current} />
      <NewPasswordField label={t('new')} name="newPassword" error={errors.new} />
      <p className="text-13 text-ink-3">{t('forgot')}</p>
    </FormDialog>
  );
}

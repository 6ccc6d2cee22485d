'use client';

import { Checkbox, TextField } from '@tenon/ui';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFaultLine } from '../../errors/use-fault-line';
import { FormDialog } from '../form-dialog';
import { useToast } from '../toasts';
import type { ListLook } from './list-look';
import type { Views } from './use-views';

interface KeepViewProps {
  readonly views: Views;
  readonly look: ListLook;
  onClose(): void;
}

/** Keeps how a list looks now, under a name. */
export function KeepView({ views, look, onClose }: KeepViewProps) {
  const t = useTranslations('frame.views');
  const toast = useToast();
  const faultLine = useFaultLine();
  const [isMissing, setIsMissing] = useState(false);
  const keep = useMutation({
    mutationFn: views.save,
    onSuccess: (_, { name }) => {
      toast.show({ title: t('kept', { name }) });
      onClose();
    },
  });
  const send = (form: HTMLFormElement): void => {
    const values = new FormData(form);
    const name = String(values.get('name') ?? '').trim();
    setIsMissing(name === '');
    if (name !== '') keep.mutate({ name, look, isDefault: values.has('isDefault') });
  };
  return (
    <FormDialog title={t('keepTitle')} body={t('keepBody')} isPending={keep.isPending} onSend={send} onClose={onClose}>
      <TextField label={t('name')} name="name" maxLength={40} required autoComplete="off" error={isMissing ? t('nameMissing') : faultLine(keep.error)} />
      <Checkbox label={t('isDefault')} name="isDefault" />
    </FormDialog>
  );
}

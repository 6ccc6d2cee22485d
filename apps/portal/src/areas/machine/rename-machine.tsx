'use client';

import { TextField } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { useFaultLine } from '../../errors/use-fault-line';
import { FormDialog } from '../../frame/form-dialog';
import { RenameMachineDocument } from '../../generated/documents';
import type { Machine } from './use-machine';

interface RenameMachineProps {
  readonly machine: Machine;
  onClose(): void;
}

export function RenameMachine({ machine, onClose }: RenameMachineProps) {
  const t = useTranslations('machines.rename');
  const faultLine = useFaultLine();
  const cache = useQueryClient();
  const [isMissing, setIsMissing] = useState(false);
  const change = useChange(RenameMachineDocument, {
    onDone: async () => {
      await cache.invalidateQueries();
      onClose();
    },
  });
  const send = (form: HTMLFormElement): void => {
    const name = String(new FormData(form).get('name') ?? '').trim();
    setIsMissing(name === '');
    if (name) change.mutate({ input: { id: machine.id, name } });
  };
  const fault = faultLine(change.error);
  return (
    <FormDialog title={t('title')} isPending={change.isPending} onSend={send} onClose={onClose}>
      <TextField label={t('name')} name="name" defaultValue={machine.name} maxLength={80} required autoComplete="off" error={isMissing ? t('missing') : fault} />
    </FormDialog>
  );
}

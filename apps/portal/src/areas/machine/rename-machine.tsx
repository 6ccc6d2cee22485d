'use client';

import { Button, Dialog, TextField } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useId, useState, type FormEvent } from 'react';
import { useChange } from '../../api/use-change';
import { useFaultLine } from '../../errors/use-fault-line';
import { RenameMachineDocument } from '../../generated/documents';
import type { Machine } from './use-machine';

interface RenameMachineProps {
  readonly machine: Machine;
  onClose(): void;
}

export function RenameMachine({ machine, onClose }: RenameMachineProps) {
  const t = useTranslations('machines.rename');
  const frame = useTranslations('frame');
  const faultLine = useFaultLine();
  const cache = useQueryClient();
  const formId = useId();
  const [isMissing, setIsMissing] = useState(false);
  const change = useChange(RenameMachineDocument, {
    onDone: async () => {
      await cache.invalidateQueries();
      onClose();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    setIsMissing(name === '');
    if (name) change.mutate({ input: { id: machine.id, name } });
  };
  const fault = faultLine(change.error);
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={t('title')}
      closeLabel={frame('close')}
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>{frame('cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" isLoading={change.isPending}>
            {frame('save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <TextField label={t('name')} name="name" defaultValue={machine.name} maxLength={80} required autoComplete="off" error={isMissing ? t('missing') : fault} />
      </form>
    </Dialog>
  );
}

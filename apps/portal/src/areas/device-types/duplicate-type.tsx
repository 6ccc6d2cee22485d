'use client';

import { TextField } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { FormDialog } from '../../frame/form-dialog';
import { DuplicateDeviceTypeDocument, type WholeTypeFragment } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';

/** Begins another type with what this one says. */
export function DuplicateType({ type, onClose }: { type: WholeTypeFragment; onClose: () => void }) {
  const t = useTranslations('deviceTypes.duplicate');
  const rename = useTranslations('deviceTypes.rename');
  const cache = useQueryClient();
  const router = useRouter();
  const [isMissing, setIsMissing] = useState(false);
  const change = useChange(DuplicateDeviceTypeDocument, {
    onDone: ({ duplicateDeviceType }) => {
      void cache.invalidateQueries({ queryKey: ['DeviceTypes'] });
      onClose();
      router.push(`/machines/types/${duplicateDeviceType.id}`);
    },
  });
  const send = (form: HTMLFormElement): void => {
    const name = String(new FormData(form).get('name') ?? '').trim();
    setIsMissing(name === '');
    if (name) change.mutate({ input: { id: type.id, name } });
  };
  return (
    <FormDialog title={t('title', { name: type.name })} body={t('body')} submitLabel={t('make')} isPending={change.isPending} onSend={send} onClose={onClose}>
      <FormFault error={change.error} />
      <TextField label={t('name')} name="name" defaultValue={t('suggested', { name: type.name })} maxLength={80} required autoComplete="off" error={isMissing ? rename('missing') : undefined} />
    </FormDialog>
  );
}

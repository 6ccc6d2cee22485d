'use client';

import { TextAreaField, TextField } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { FormDialog } from '../../frame/form-dialog';
import { UpdateDeviceTypeDocument, type WholeTypeFragment } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';

/** Says what a type is called and for. */
export function RenameType({ type, onClose }: { type: WholeTypeFragment; onClose: () => void }) {
  const t = useTranslations('deviceTypes.rename');
  const cache = useQueryClient();
  const [isMissing, setIsMissing] = useState(false);
  const change = useChange(UpdateDeviceTypeDocument, {
    onDone: async () => {
      await cache.invalidateQueries();
      onClose();
    },
  });
  const send = (form: HTMLFormElement): void => {
    const fields = new FormData(form);
    const name = String(fields.get('name') ?? '').trim();
    setIsMissing(name === '');
    if (name) change.mutate({ input: { id: type.id, name, description: String(fields.get('description') ?? '') } });
  };
  return (
    <FormDialog title={t('title')} isPending={change.isPending} onSend={send} onClose={onClose}>
      <FormFault error={change.error} />
      <TextField label={t('name')} name="name" defaultValue={type.name} maxLength={80} required autoComplete="off" error={isMissing ? t('missing') : undefined} />
      <TextAreaField label={t('description')} name="description" defaultValue={type.description} maxLength={500} rows={3} />
    </FormDialog>
  );
}

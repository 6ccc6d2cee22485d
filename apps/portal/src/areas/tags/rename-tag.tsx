'use client';

import { TAG_LIMITS } from '@tenon/domain/tags';
import { TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { useFaultLine } from '../../errors/use-fault-line';
import { FormDialog } from '../../frame/form-dialog';
import { RenameTagDocument } from '../../generated/documents';
import { usePlantChanged } from '../plant/use-plant-changed';
import type { TagDialogProps } from './tag';

/** Gives a tag another name on every machine. */
export function RenameTag({ tag: { id, name: before }, onClose }: TagDialogProps) {
  const t = useTranslations('plant.tags');
  const faultLine = useFaultLine();
  const changed = usePlantChanged();
  const [isMissing, setIsMissing] = useState(false);
  const change = useChange(RenameTagDocument, {
    onDone: async () => {
      await changed();
      onClose();
    },
  });
  const send = (form: HTMLFormElement): void => {
    const name = String(new FormData(form).get('name') ?? '').trim();
    setIsMissing(name === '');
    if (name) change.mutate({ input: { id, name } });
  };
  return (
    <FormDialog title={t('renameTitle', { name: before })} isPending={change.isPending} onSend={send} onClose={onClose}>
      <TextField label={t('name')} name="name" defaultValue={before} maxLength={TAG_LIMITS.name} required autoComplete="off" error={isMissing ? t('nameMissing') : faultLine(change.error)} />
    </FormDialog>
  );
}

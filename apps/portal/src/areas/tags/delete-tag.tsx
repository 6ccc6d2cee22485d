'use client';

import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { ConfirmChange } from '../../frame/confirm-change';
import { DeleteTagDocument } from '../../generated/documents';
import { usePlantChanged } from '../plant/use-plant-changed';
import type { TagDialogProps } from './tag';

/** Takes a tag from every machine and forgets it; the machines stay. */
export function DeleteTag({ tag: { id, name, machineCount }, onClose }: TagDialogProps) {
  const t = useTranslations('plant.tags');
  const changed = usePlantChanged();
  const change = useChange(DeleteTagDocument, {
    onDone: async () => {
      await changed();
      onClose();
    },
  });
  return <ConfirmChange change={change} onClose={onClose} title={t('deleteTitle', { name })} description={t('deleteBody', { count: machineCount })} recovery={t('deleteRecovery')} confirmLabel={t('delete')} onConfirm={() => change.mutate({ id })} />;
}

'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { ConfirmChange } from '../../frame/confirm-change';
import { DeleteNoteDocument } from '../../generated/documents';
import type { Note } from './use-notes';

/** Deletes a note after showing it once more. */
export function DeleteNote({ note, onClose }: { note: Note; onClose: () => void }) {
  const t = useTranslations('machines.notes');
  const cache = useQueryClient();
  const change = useChange(DeleteNoteDocument, {
    onDone: async () => {
      await cache.invalidateQueries({ queryKey: ['MachineNotes'] });
      onClose();
    },
  });
  return (
    <ConfirmChange
      change={change}
      onClose={onClose}
      title={t('deleteTitle')}
      losses={{ heading: t('deleteLost'), items: [note.text] }}
      recovery={t('deleteRecovery')}
      confirmLabel={t('delete')}
      onConfirm={() => change.mutate({ id: note.id })}
    />
  );
}

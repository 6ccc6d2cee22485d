'use client';

import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { ConfirmChange } from '../../frame/confirm-change';
import { useToast } from '../../frame/toasts';
import { DiscardDeviceTypeDraftDocument, type WholeTypeFragment } from '../../generated/documents';
import { useTypeChanged } from './use-type-changed';

/** Throws the draft away after naming what goes. */
export function DiscardDraft({ type, onClose }: { type: WholeTypeFragment; onClose: () => void }) {
  const t = useTranslations('deviceTypes.draft');
  const changed = useTypeChanged();
  const toast = useToast();
  const change = useChange(DiscardDeviceTypeDraftDocument, {
    onDone: ({ discardDeviceTypeDraft }) => {
      onClose();
      changed(discardDeviceTypeDraft);
      toast.show({ title: t('discarded'), tone: 'good' });
    },
  });
  return (
    <ConfirmChange
      change={change}
      onClose={onClose}
      title={t('discardTitle')}
      losses={{ heading: t('discardLost'), items: [t('discardWhat', { count: type.draft?.changes.length ?? 0 })] }}
      recovery={t('discardRecovery')}
      confirmLabel={t('discard')}
      onConfirm={() => change.mutate({ id: type.id, revision: type.draft?.revision ?? 0 })}
    />
  );
}

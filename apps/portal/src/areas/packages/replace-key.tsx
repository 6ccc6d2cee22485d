'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { ConfirmChange } from '../../frame/confirm-change';
import { ReplaceOtaKeyDocument } from '../../generated/documents';

/** Asks before packages are signed by another key. */
export function ReplaceKey({ onClose }: { onClose: () => void }) {
  const t = useTranslations('campaigns.packages');
  const cache = useQueryClient();
  const change = useChange(ReplaceOtaKeyDocument, {
    onDone: async () => {
      await cache.invalidateQueries({ queryKey: ['OtaPackages'] });
      onClose();
    },
  });
  return <ConfirmChange change={change} onClose={onClose} title={t('keyReplaceTitle')} description={t('keyReplaceBody')} recovery={t('keyReplaceRecovery')} confirmLabel={t('keyReplaceDo')} onConfirm={() => change.mutate({})} />;
}

'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { ConfirmChange } from '../../frame/confirm-change';
import { DeleteOtaPackageDocument, type PackageLineFragment } from '../../generated/documents';

/** Asks before a package goes. */
export function DeletePackage({ one: { id, title, version }, onClose }: { one: PackageLineFragment; onClose: () => void }) {
  const t = useTranslations('campaigns.packages');
  const cache = useQueryClient();
  const change = useChange(DeleteOtaPackageDocument, {
    onDone: async () => {
      await cache.invalidateQueries({ queryKey: ['OtaPackages'] });
      onClose();
    },
  });
  return <ConfirmChange change={change} onClose={onClose} title={t('deleteTitle', { title, version })} description={t('deleteBody')} recovery={t('deleteRecovery')} confirmLabel={t('delete')} onConfirm={() => change.mutate({ id })} />;
}

'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { ConfirmChange } from '../../frame/confirm-change';
import { EndAuthorityDocument, type AuthorityFragment } from '../../generated/documents';

/** Asks before an authority ends for ever, naming what stops with it. */
export function EndAuthority({ authority, onClose }: { authority: AuthorityFragment; onClose: () => void }) {
  const t = useTranslations('certificates.end');
  const cache = useQueryClient();
  const end = useChange(EndAuthorityDocument, {
    onDone: async () => {
      await cache.invalidateQueries({ queryKey: ['CertificateAuthorities'] });
      onClose();
    },
  });
  return (
    <ConfirmChange
      change={end}
      onClose={onClose}
      title={t('title', { name: authority.name })}
      description={t(authority.kind === 'OWN' ? 'bodyOwn' : 'bodyTheirs', { count: authority.certificateCount })}
      recovery={t('recovery')}
      confirmLabel={t('confirm')}
      onConfirm={() => end.mutate({ id: authority.id })}
    />
  );
}

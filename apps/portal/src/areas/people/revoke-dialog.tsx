'use client';

import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { ConfirmChange } from '../../frame/confirm-change';
import { RevokeInvitationDocument } from '../../generated/documents';
import type { OpenInvitation } from './shown';
import { usePeopleChanged } from './use-people-changed';

/** Takes an invitation back. */
export function RevokeDialog({ invitation: { id, email }, onClose }: { invitation: OpenInvitation; onClose: () => void }) {
  const t = useTranslations('people.invitations');
  const changed = usePeopleChanged();
  const change = useChange(RevokeInvitationDocument, {
    onDone: () => {
      changed(t('revoked', { email }));
      onClose();
    },
  });
  return (
    <ConfirmChange
      change={change}
      onClose={onClose}
      title={t('revokeTitle', { email })}
      losses={{ heading: t('revokeLost'), items: [t('revokeLost1')] }}
      recovery={t('revokeBack')}
      confirmLabel={t('revoke')}
      onConfirm={() => change.mutate({ id })}
    />
  );
}

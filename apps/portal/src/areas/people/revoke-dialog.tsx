'use client';

import { ConfirmDialog } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { useFaultLine } from '../../errors/use-fault-line';
import { RevokeInvitationDocument } from '../../generated/documents';
import type { OpenInvitation } from './shown';
import { usePeopleChanged } from './use-people-changed';

/** Takes an invitation back. */
export function RevokeDialog({ invitation: { id, email }, onClose }: { invitation: OpenInvitation; onClose: () => void }) {
  const t = useTranslations('people.invitations');
  const frame = useTranslations('frame');
  const faultLine = useFaultLine();
  const changed = usePeopleChanged();
  const change = useChange(RevokeInvitationDocument, {
    onDone: () => {
      changed(t('revoked', { email }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('revokeTitle', { email })}
      losses={{ heading: t('revokeLost'), items: [t('revokeLost1')] }}
      recovery={t('revokeBack')}
      confirmLabel={t('revoke')}
      cancelLabel={frame('cancel')}
      closeLabel={frame('close')}
      isPending={change.isPending}
      error={faultLine(change.error)}
      onConfirm={() => change.mutate({ id })}
    />
  );
}

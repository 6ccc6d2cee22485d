'use client';

import { MailIcon, TrashIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { useFaultToast } from '../../frame/use-fault-toast';
import { ResendInvitationDocument } from '../../generated/documents';
import { ActionsMenu } from './actions-menu';
import type { OpenInvitation } from './shown';
import { usePeopleChanged } from './use-people-changed';

const RevokeDialog = dynamic(() => import('./revoke-dialog').then(({ RevokeDialog: Ask }) => Ask), { ssr: false });

function useResend({ id, email }: OpenInvitation): () => void {
  const t = useTranslations('people.invitations');
  const changed = usePeopleChanged();
  const sayFault = useFaultToast();
  const change = useChange(ResendInvitationDocument, { onDone: () => changed(t('resent', { email })) });
  return () =>
    change.mutate({ id }, { onError: sayFault });
}

/** What may be done with an invitation that nobody has answered. */
export function InvitationMenu({ invitation }: { invitation: OpenInvitation }) {
  const t = useTranslations('people.invitations');
  const [isRevoking, setIsRevoking] = useState(false);
  const resend = useResend(invitation);
  return (
    <>
      <ActionsMenu
        label={t('actionsFor', { email: invitation.email })}
        items={[
          { key: 'resend', label: t('resend'), icon: <MailIcon size={16} />, onSelect: resend },
          { key: 'revoke', label: t('revoke'), icon: <TrashIcon size={16} />, tone: 'danger', onSelect: () => setIsRevoking(true) },
        ]}
      />
      {isRevoking && <RevokeDialog invitation={invitation} onClose={() => setIsRevoking(false)} />}
    </>
  );
}

'use client';

import { Button, ChevronDownIcon, MailIcon, TrashIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { useErrorWords } from '../../errors/use-error-words';
import { LazyMenu } from '../../frame/lazy-menu';
import { useToast } from '../../frame/toasts';
import { ResendInvitationDocument } from '../../generated/documents';
import type { OpenInvitation } from './shown';
import { usePeopleChanged } from './use-people-changed';

const RevokeDialog = dynamic(() => import('./revoke-dialog').then(({ RevokeDialog: Ask }) => Ask), { ssr: false });

function useResend({ id, email }: OpenInvitation): () => void {
  const t = useTranslations('people.invitations');
  const changed = usePeopleChanged();
  const toast = useToast();
  const words = useErrorWords();
  const change = useChange(ResendInvitationDocument, { onDone: () => changed(t('resent', { email })) });
  return () =>
    change.mutate(
      { id },
      {
        onError: (error) => {
          const { what, next } = words(error);
          toast.show({ title: what, description: next, tone: 'danger' });
        },
      },
    );
}

/** What may be done with an invitation that nobody has answered. */
export function InvitationMenu({ invitation }: { invitation: OpenInvitation }) {
  const t = useTranslations('people.invitations');
  const people = useTranslations('people');
  const [isRevoking, setIsRevoking] = useState(false);
  const resend = useResend(invitation);
  const label = t('actionsFor', { email: invitation.email });
  return (
    <>
      <LazyMenu
        label={label}
        align="end"
        trigger={
          <Button size="sm" trailingIcon={<ChevronDownIcon size={14} />} aria-label={label}>
            {people('actions')}
          </Button>
        }
        items={[
          { key: 'resend', label: t('resend'), icon: <MailIcon size={16} />, onSelect: resend },
          { key: 'revoke', label: t('revoke'), icon: <TrashIcon size={16} />, tone: 'danger', onSelect: () => setIsRevoking(true) },
        ]}
      />
      {isRevoking && <RevokeDialog invitation={invitation} onClose={() => setIsRevoking(false)} />}
    </>
  );
}

'use client';

import { Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useErrorWords } from '../../errors/use-error-words';
import { AuthProblem } from '../auth/auth-problem';
import { useRoleWords } from '../people/use-role-words';
import { InvitationAnswer } from './invitation-answer';
import { readInvitation, type LinkedInvitation } from './read-invitation';

interface InvitationCardProps {
  readonly token: string;
  /** The address of whoever is signed in. */
  readonly signedInAs: string | null;
}

type Reading = LinkedInvitation | { readonly fault: unknown } | null;

function useInvitation(token: string): Reading {
  const [reading, setReading] = useState<Reading>(null);
  useEffect(() => {
    let isGone = false;
    readInvitation(token).then(
      (invitation) => isGone || setReading(invitation),
      (fault: unknown) => isGone || setReading({ fault }),
    );
    return () => {
      isGone = true;
    };
  }, [token]);
  return reading;
}

function Facts({ invitation: { companyName, inviterName, role, expiresAt, state } }: { invitation: LinkedInvitation }) {
  const t = useTranslations('auth.invitation');
  const words = useRoleWords();
  return (
    <div className="grid gap-1">
      <h2 className="text-20 font-semibold wrap-anywhere">{t('title', { company: companyName })}</h2>
      <p className="text-14 text-ink-2">{t('by', { inviter: inviterName, role: words(role).name })}</p>
      {state === 'open' && <p className="text-13 text-ink-3">{t('until', { date: expiresAt.slice(0, 10) })}</p>}
    </div>
  );
}

/** Who asks whom into which company, and the way in. */
export function InvitationCard({ token, signedInAs }: InvitationCardProps) {
  const t = useTranslations('auth.invitation');
  const words = useErrorWords();
  const invitation = useInvitation(token);
  if (!invitation) {
    return (
      <div role="status">
        <span className="sr-only">{t('loading')}</span>
        <Skeleton lines={5} />
      </div>
    );
  }
  if ('fault' in invitation) return <AuthProblem error={words(invitation.fault)} />;
  return (
    <div className="grid gap-6">
      <Facts invitation={invitation} />
      <InvitationAnswer token={token} invitation={invitation} signedInAs={signedInAs} />
    </div>
  );
}

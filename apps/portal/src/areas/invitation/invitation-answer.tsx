'use client';

import { Button, Callout, LinkButton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useSignOut } from '../auth/use-sign-out';
import { AcceptForm } from './accept-form';
import { JoinForm } from './join-form';
import type { LinkedInvitation } from './read-invitation';

interface InvitationAnswerProps {
  readonly token: string;
  readonly invitation: LinkedInvitation;
  readonly signedInAs: string | null;
}

const linkOf = (token: string): string => `/invitation?token=${encodeURIComponent(token)}`;
const signInFor = (token: string): string => `/sign-in?next=${encodeURIComponent(linkOf(token))}`;

function Closed({ state }: { state: Exclude<LinkedInvitation['state'], 'open'> }) {
  const t = useTranslations('auth.invitation');
  return (
    <Callout
      tone="caution"
      action={
        <LinkButton asChild>
          <Link href="/sign-in">{t('toSignIn')}</Link>
        </LinkButton>
      }
    >
      {t(`state.${state}`)}
    </Callout>
  );
}

function ForSomebodyElse({ token, invited, email }: { token: string; invited: string; email: string }) {
  const t = useTranslations('auth.invitation');
  const signOut = useSignOut(signInFor(token));
  return (
    <Callout tone="caution" action={<Button onClick={() => void signOut()}>{t('switchAccount', { invited })}</Button>}>
      {t('other', { invited, email })}
    </Callout>
  );
}

function KnownAddress({ token, email }: { token: string; email: string }) {
  const t = useTranslations('auth.invitation');
  return (
    <div className="grid gap-4">
      <p className="text-14">{t('known', { email })}</p>
      <LinkButton asChild variant="primary" size="lg" isBlock>
        <Link href={signInFor(token)}>{t('signIn')}</Link>
      </LinkButton>
    </div>
  );
}

/** What whoever holds the link can do: join, sign in, sign up, or nothing any more. */
export function InvitationAnswer({ token, invitation, signedInAs }: InvitationAnswerProps) {
  const { state, email, isKnown } = invitation;
  const isTheirs = signedInAs?.toLowerCase() === email;
  if (signedInAs !== null && !isTheirs) return <ForSomebodyElse token={token} invited={email} email={signedInAs} />;
  if (isTheirs && (state === 'open' || (state === 'accepted' && invitation.isMember))) return <AcceptForm token={token} invitation={invitation} />;
  if (state !== 'open') return <Closed state={state} />;
  return isKnown ? <KnownAddress token={token} email={email} /> : <JoinForm token={token} email={email} />;
}

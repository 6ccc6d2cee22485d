'use client';

import { Button, Callout, LinkButton, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { useErrorWords } from '../../errors/use-error-words';
import { AuthProblem } from './auth-problem';
import { postAuth } from './post-auth';

type Outcome = { readonly email: string } | { readonly fault: unknown } | null;

/** Verifies as soon as the page is there. Doing it twice, as React may, does no harm: an opened link says that it is done. */
function useVerification(token: string): Outcome {
  const [outcome, setOutcome] = useState<Outcome>(null);
  useEffect(() => {
    let isGone = false;
    postAuth<{ email: string }>('verify-email', { token }).then(
      (done) => isGone || setOutcome(done),
      (fault: unknown) => isGone || setOutcome({ fault }),
    );
    return () => {
      isGone = true;
    };
  }, [token]);
  return outcome;
}

/** Why it could not be verified, and the way on: another mail where the link is over, the same once more where it was not looked at. */
function Unverified({ fault }: { fault: unknown }) {
  const t = useTranslations('auth.verify');
  const frame = useTranslations('frame');
  const problem = useErrorWords()(fault);
  if (problem.code !== 'AUTH.VERIFICATION_TOKEN_INVALID') {
    return (
      <>
        <AuthProblem error={problem} />
        <Button variant="primary" size="lg" isBlock onClick={() => location.reload()}>
          {frame('retry')}
        </Button>
      </>
    );
  }
  return (
    <>
      <AuthProblem error={problem} />
      <p className="text-14">{t('again')}</p>
      <LinkButton asChild variant="primary" size="lg" isBlock>
        <Link href="/home">{t('signIn')}</Link>
      </LinkButton>
    </>
  );
}

/** What became of a link by which an address is verified. */
export function VerifyEmailCard({ token }: { token: string }) {
  const t = useTranslations('auth.verify');
  const outcome = useVerification(token);
  if (!outcome) {
    return (
      <div role="status">
        <span className="sr-only">{t('loading')}</span>
        <Skeleton lines={3} />
      </div>
    );
  }
  return (
    <div className="grid gap-5">
      {'fault' in outcome ? (
        <Unverified fault={outcome.fault} />
      ) : (
        <>
          <Callout tone="good" title={t('doneTitle')} role="status">
            <span className="wrap-anywhere">{t('done', { email: outcome.email })}</span>
          </Callout>
          <LinkButton asChild variant="primary" size="lg" isBlock>
            <Link href="/home">{t('enter')}</Link>
          </LinkButton>
        </>
      )}
    </div>
  );
}

'use client';

import { Callout, LinkButton, Skeleton } from '@tenon/ui';
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

/** What became of a link by which an address is verified. */
export function VerifyEmailCard({ token }: { token: string }) {
  const t = useTranslations('auth.verify');
  const words = useErrorWords();
  const outcome = useVerification(token);
  if (!outcome) {
    return (
      <div role="status">
        <span className="sr-only">{t('loading')}</span>
        <Skeleton lines={3} />
      </div>
    );
  }
  const isDone = 'email' in outcome;
  return (
    <div className="grid gap-5">
      {isDone ? (
        <Callout tone="good" title={t('doneTitle')} role="status">
          <span className="wrap-anywhere">{t('done', { email: outcome.email })}</span>
        </Callout>
      ) : (
        <>
          <AuthProblem error={words(outcome.fault)} />
          <p className="text-14">{t('again')}</p>
        </>
      )}
      <LinkButton asChild variant="primary" size="lg" isBlock>
        <Link href="/home">{isDone ? t('enter') : t('signIn')}</Link>
      </LinkButton>
    </div>
  );
}

'use client';

import { Button, Callout, LinkButton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useState } from 'react';
import { useErrorWords } from '../../errors/use-error-words';
import { AuthProblem } from './auth-problem';
import { postAuth } from './post-auth';

type Outcome = { readonly email: string } | { readonly fault: unknown } | null;

/** Verifies when it is told to, and not by opening the page: what checks mail for a company opens each link in it. */
function useVerification(token: string): { outcome: Outcome; isPending: boolean; verify: () => void } {
  const [outcome, setOutcome] = useState<Outcome>(null);
  const [isPending, setIsPending] = useState(false);
  const verify = (): void => {
    setIsPending(true);
    postAuth<{ email: string }>('verify-email', { token })
      .then(setOutcome, (fault: unknown) => setOutcome({ fault }))
      .finally(() => setIsPending(false));
  };
  return { outcome, isPending, verify };
}

/** Why it could not be verified, and the way on: another mail where the link is over, the same once more where it was not looked at. */
function Unverified({ fault, isPending, onRetry }: { fault: unknown; isPending: boolean; onRetry: () => void }) {
  const t = useTranslations('auth.verify');
  const frame = useTranslations('frame');
  const problem = useErrorWords()(fault);
  if (problem.code !== 'AUTH.VERIFICATION_TOKEN_INVALID') {
    return (
      <>
        <AuthProblem error={problem} />
        <Button variant="primary" size="lg" isBlock isLoading={isPending} onClick={onRetry}>
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

/** Whose address a link verifies is asked once more; then what became of it. */
export function VerifyEmailCard({ token }: { token: string }) {
  const t = useTranslations('auth.verify');
  const { outcome, isPending, verify } = useVerification(token);
  if (!outcome) {
    return (
      <div className="grid gap-5">
        <p className="text-14">{t('ask')}</p>
        <Button variant="primary" size="lg" isBlock isLoading={isPending} onClick={verify}>
          {t('confirm')}
        </Button>
      </div>
    );
  }
  return (
    <div className="grid gap-5">
      {'fault' in outcome ? (
        <Unverified fault={outcome.fault} isPending={isPending} onRetry={verify} />
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

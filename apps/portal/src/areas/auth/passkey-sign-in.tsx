'use client';

import { Button } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorWords } from '../../errors/use-error-words';
import type { PasskeyChallenge } from '../../webauthn/ceremony';
import { AuthProblem } from './auth-problem';
import { postAuth } from './post-auth';

async function signIn(): Promise<void> {
  const [{ answerByPasskey }, challenge] = await Promise.all([import('../../webauthn/ceremony'), postAuth<PasskeyChallenge>('passkey-challenge')]);
  await postAuth('passkey', await answerByPasskey(challenge));
}

/** Signing in by a passkey, without an address and a password. */
export function PasskeySignIn({ onIn }: { onIn: () => void }) {
  const t = useTranslations('auth.passkey');
  const words = useErrorWords();
  const [isPending, setIsPending] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const press = (): void => {
    setIsPending(true);
    setFault(null);
    signIn().then(onIn, (thrown: unknown) => {
      setFault(thrown);
      setIsPending(false);
    });
  };
  return (
    <div className="mt-5 grid gap-5 border-t border-line pt-5">
      <AuthProblem error={fault === null ? null : words(fault)} />
      <Button size="lg" isBlock isLoading={isPending} onClick={press}>
        {t('signIn')}
      </Button>
    </div>
  );
}

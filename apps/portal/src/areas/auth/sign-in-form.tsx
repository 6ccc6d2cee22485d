'use client';

import { Button, PasswordField, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ApiError } from '../../errors/api-error';
import { useErrorWords } from '../../errors/use-error-words';
import { AuthProblem } from './auth-problem';
import { PasskeySignIn } from './passkey-sign-in';
import { SecondStepForm } from './second-step-form';
import { SsoSignIn } from './sso-sign-in';
import { useAuthForm } from './use-auth-form';

/** How whoever was sent to the provider of their company comes back: to give a code, or with why they were not signed in. */
export type ComingBack = 'code-asked' | { readonly fault: string } | null;

/** E-mail and password, then a code from whoever has a second factor; or a passkey; or the company's own provider. */
export function SignInForm({ next, comesBack }: { next: string; comesBack: ComingBack }) {
  const router = useRouter();
  const words = useErrorWords();
  const [isCodeAsked, setIsCodeAsked] = useState(comesBack === 'code-asked');
  const enter = (): void => router.replace(next);
  if (isCodeAsked) return <SecondStepForm onDone={enter} onBack={() => setIsCodeAsked(false)} />;
  const fault = comesBack !== null && comesBack !== 'code-asked' ? new ApiError(comesBack.fault) : null;
  return (
    <>
      {fault && (
        <div className="mb-5">
          <AuthProblem error={words(fault)} />
        </div>
      )}
      <PasswordForm onIn={enter} onCodeAsked={() => setIsCodeAsked(true)} />
      <PasskeySignIn onIn={enter} />
      <SsoSignIn next={next} />
    </>
  );
}

function PasswordForm({ onIn, onCodeAsked }: { onIn: () => void; onCodeAsked: () => void }) {
  const t = useTranslations('auth');
  const form = useAuthForm({ door: 'sign-in', required: ['email', 'password'], onDone: (_sent, answer) => (answer.next === 'second-step' ? onCodeAsked() : onIn()) });
  return (
    <form {...form.doors} noValidate className="grid gap-5">
      <AuthProblem error={form.formError} />
      <TextField label={t('email')} name="email" type="email" autoComplete="username" inputMode="email" required error={form.errorOf('email')} />
      <div className="grid gap-2">
        <PasswordField
          label={t('password')}
          name="password"
          autoComplete="current-password"
          required
          showLabel={t('show')}
          hideLabel={t('hide')}
          error={form.errorOf('password')}
        />
        <Link href="/forgot-password" className="justify-self-start text-14 text-ink-2 underline underline-offset-4 hover:text-ink">
          {t('signIn.forgot')}
        </Link>
      </div>
      <Button type="submit" variant="primary" size="lg" isBlock isLoading={form.isPending} loadingLabel={t('signIn.pending')}>
        {t('signIn.submit')}
      </Button>
    </form>
  );
}

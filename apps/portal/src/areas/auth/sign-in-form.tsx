'use client';

import { Button, PasswordField, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { AuthProblem } from './auth-problem';
import { useAuthForm } from './use-auth-form';

export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('auth');
  const router = useRouter();
  const form = useAuthForm({ door: 'sign-in', required: ['email', 'password'], onDone: () => router.replace(next) });
  return (
    <form onSubmit={form.submit} noValidate className="grid gap-5">
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

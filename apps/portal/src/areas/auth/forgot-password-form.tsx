'use client';

import { Button, Callout, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AuthProblem } from './auth-problem';
import { useAuthForm } from './use-auth-form';

export function ForgotPasswordForm() {
  const t = useTranslations('auth');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useAuthForm({ door: 'request-password-reset', required: ['email'], onDone: ({ email }) => setSentTo(email ?? '') });
  if (sentTo !== null) {
    return (
      <Callout tone="good" title={t('forgot.sentTitle')} role="status">
        {t('forgot.sent', { email: sentTo })}
      </Callout>
    );
  }
  return (
    <form {...form.doors} noValidate className="grid gap-5">
      <AuthProblem error={form.formError} />
      <TextField label={t('email')} name="email" type="email" autoComplete="username" inputMode="email" required error={form.errorOf('email')} />
      <Button type="submit" variant="primary" size="lg" isBlock isLoading={form.isPending} loadingLabel={t('forgot.pending')}>
        {t('forgot.submit')}
      </Button>
    </form>
  );
}

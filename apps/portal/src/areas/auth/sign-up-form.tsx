'use client';

import { Button, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { AuthProblem } from './auth-problem';
import { NewPasswordField } from '../new-password/new-password-field';
import { AGREED, PrivacyAgreement } from '../new-password/privacy-agreement';
import { useAuthForm } from './use-auth-form';

export function SignUpForm() {
  const t = useTranslations('auth');
  const router = useRouter();
  const form = useAuthForm({ door: 'sign-up', required: ['companyName', 'email', 'password'], extra: AGREED, onDone: () => router.replace('/home') });
  return (
    <form {...form.doors} noValidate className="grid gap-5">
      <AuthProblem error={form.formError} />
      <TextField
        label={t('companyName')}
        hint={t('signUp.companyHint')}
        name="companyName"
        autoComplete="organization"
        required
        maxLength={120}
        error={form.errorOf('companyName')}
      />
      <TextField label={t('email')} name="email" type="email" autoComplete="username" inputMode="email" required error={form.errorOf('email')} />
      <NewPasswordField error={form.errorOf('password')} />
      <PrivacyAgreement />
      <Button type="submit" variant="primary" size="lg" isBlock isLoading={form.isPending} loadingLabel={t('signUp.pending')}>
        {t('signUp.submit')}
      </Button>
    </form>
  );
}

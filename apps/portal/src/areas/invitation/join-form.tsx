'use client';

import { Button, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { AuthProblem } from '../auth/auth-problem';
import { NewPasswordField } from '../new-password/new-password-field';
import { AGREED, PrivacyAgreement } from '../new-password/privacy-agreement';
import { useAuthForm } from '../auth/use-auth-form';

/** Signs up with the invited address and joins. */
export function JoinForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations('auth');
  const form = useAuthForm({ door: 'accept-invitation', required: ['name', 'password'], extra: { token, ...AGREED }, onDone: () => location.assign('/home') });
  return (
    <form {...form.doors} noValidate className="grid gap-5">
      <p className="text-14">{t('invitation.new', { email })}</p>
      <AuthProblem error={form.formError} />
      <TextField label={t('email')} type="email" autoComplete="username" value={email} readOnly />
      <TextField label={t('invitation.newName')} hint={t('invitation.newNameHint')} name="name" autoComplete="name" required maxLength={80} error={form.errorOf('name')} />
      <NewPasswordField error={form.errorOf('password')} />
      <PrivacyAgreement />
      <Button type="submit" variant="primary" size="lg" isBlock isLoading={form.isPending} loadingLabel={t('invitation.accepting')}>
        {t('invitation.signUpAndJoin')}
      </Button>
    </form>
  );
}

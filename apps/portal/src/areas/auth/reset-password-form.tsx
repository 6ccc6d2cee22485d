'use client';

import { Button, Callout, LinkButton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useState } from 'react';
import { AuthProblem } from './auth-problem';
import { NewPasswordField } from '../new-password/new-password-field';
import { useAuthForm } from './use-auth-form';

export function ResetPasswordForm({ token }: { token: string }) {
  const t = useTranslations('auth');
  const [isDone, setIsDone] = useState(false);
  const form = useAuthForm({ door: 'reset-password', required: ['password'], extra: { token }, onDone: () => setIsDone(true) });
  if (isDone) {
    return (
      <div className="grid gap-5">
        <Callout tone="good" title={t('reset.doneTitle')} role="status">
          {t('reset.done')}
        </Callout>
        <LinkButton asChild variant="primary" size="lg" isBlock>
          <Link href="/sign-in">{t('signIn.submit')}</Link>
        </LinkButton>
      </div>
    );
  }
  return (
    <form {...form.doors} noValidate className="grid gap-5">
      <AuthProblem error={form.formError} />
      <NewPasswordField label={t('reset.newPassword')} error={form.errorOf('password')} />
      <Button type="submit" variant="primary" size="lg" isBlock isLoading={form.isPending} loadingLabel={t('reset.pending')}>
        {t('reset.submit')}
      </Button>
    </form>
  );
}

'use client';

import { Button, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { AuthProblem } from './auth-problem';
import { useAuthForm } from './use-auth-form';

interface SecondStepFormProps {
  onDone(): void;
  onBack(): void;
}

/** The second step of signing in: a code of the authenticator, or a recovery code. */
export function SecondStepForm({ onDone, onBack }: SecondStepFormProps) {
  const t = useTranslations('auth');
  const form = useAuthForm({ door: 'second-step', required: ['code'], onDone });
  return (
    <form {...form.doors} noValidate className="grid gap-5">
      <h2 className="text-16 font-semibold">{t('secondStep.title')}</h2>
      <AuthProblem error={form.formError} />
      <TextField label={t('code')} hint={t('secondStep.hint')} name="code" autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} required autoFocus isMono error={form.errorOf('code')} />
      <Button type="submit" variant="primary" size="lg" isBlock isLoading={form.isPending} loadingLabel={t('secondStep.pending')}>
        {t('secondStep.submit')}
      </Button>
      <Button type="button" isBlock onClick={onBack}>
        {t('secondStep.back')}
      </Button>
    </form>
  );
}

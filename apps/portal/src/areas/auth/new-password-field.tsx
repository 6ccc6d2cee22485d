'use client';

import { PasswordField } from '@tenon/ui';
import { useTranslations } from 'next-intl';

/** A password that somebody chooses, with what makes a good one. */
export function NewPasswordField({ label, error }: { label?: string; error: string | undefined }) {
  const t = useTranslations('auth');
  return (
    <PasswordField
      label={label ?? t('password')}
      hint={t('passwordHint')}
      name="password"
      autoComplete="new-password"
      required
      showLabel={t('show')}
      hideLabel={t('hide')}
      error={error}
    />
  );
}

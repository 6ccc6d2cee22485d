'use client';

import { PasswordField } from '@tenon/ui';
import { useTranslations } from 'next-intl';

/** The password that somebody signs in with, asked once more. */
export function OwnPasswordField({ error }: { error?: string | undefined }) {
  const t = useTranslations('security.password');
  return <PasswordField label={t('label')} name="password" autoComplete="current-password" required autoFocus showLabel={t('show')} hideLabel={t('hide')} error={error} />;
}

/** What stands in a form's field. */
export function textOf(form: HTMLFormElement, name: string): string {
  return String(new FormData(form).get(name) ?? '');
}

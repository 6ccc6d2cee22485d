'use client';

import { PasswordField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { StrengthMeter } from './strength-meter';
import { useStrength } from './use-strength';

interface NewPasswordFieldProps {
  readonly label?: string;
  /** Where another password stands in the same form. */
  readonly name?: string;
  readonly error: string | undefined;
}

/** A password that somebody chooses, with what makes a good one and how good this one is. */
export function NewPasswordField({ label, name = 'password', error }: NewPasswordFieldProps) {
  const t = useTranslations('newPassword');
  const { strength, onInput } = useStrength();
  return (
    <div>
      <PasswordField
        label={label ?? t('label')}
        hint={t('hint')}
        name={name}
        autoComplete="new-password"
        required
        showLabel={t('show')}
        hideLabel={t('hide')}
        error={error}
        onInput={onInput}
      />
      <StrengthMeter strength={strength} />
    </div>
  );
}

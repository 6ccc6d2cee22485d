'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFaultLine } from '../../errors/use-fault-line';
import { FormDialog } from '../../frame/form-dialog';
import { OwnPasswordField, textOf } from './own-password-field';

interface PasswordDialogProps {
  readonly title: string;
  readonly body: string;
  readonly submitLabel: string;
  readonly isDestroying?: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  onPassword(password: string): void;
  onClose(): void;
}

/** Asks for the password before something that an unlocked screen alone must not do. */
export function PasswordDialog({ error, onPassword, ...dialog }: PasswordDialogProps) {
  const t = useTranslations('security.password');
  const faultLine = useFaultLine();
  const [isMissing, setIsMissing] = useState(false);
  const send = (form: HTMLFormElement): void => {
    const password = textOf(form, 'password');
    setIsMissing(password === '');
    if (password) onPassword(password);
  };
  return (
    <FormDialog {...dialog} onSend={send}>
      <OwnPasswordField error={isMissing ? t('missing') : faultLine(error)} />
    </FormDialog>
  );
}

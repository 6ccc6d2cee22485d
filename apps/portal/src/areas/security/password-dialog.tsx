'use client';

import { Button, Dialog } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useId, useState, type FormEvent } from 'react';
import { useFaultLine } from '../../errors/use-fault-line';
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
export function PasswordDialog({ title, body, submitLabel, isDestroying = false, isPending, error, onPassword, onClose }: PasswordDialogProps) {
  const t = useTranslations('security.password');
  const frame = useTranslations('frame');
  const faultLine = useFaultLine();
  const formId = useId();
  const [isMissing, setIsMissing] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const password = textOf(event.currentTarget, 'password');
    setIsMissing(password === '');
    if (password) onPassword(password);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={title}
      description={body}
      closeLabel={frame('close')}
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>{frame('cancel')}</Button>
          <Button type="submit" form={formId} variant={isDestroying ? 'destroy' : 'primary'} isLoading={isPending}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <OwnPasswordField error={isMissing ? t('missing') : faultLine(error)} />
      </form>
    </Dialog>
  );
}

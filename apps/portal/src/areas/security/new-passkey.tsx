'use client';

import { TextField } from '@tenon/ui';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { request } from '../../api/request';
import { codeOf } from '../../errors/api-error';
import { FormDialog } from '../../frame/form-dialog';
import { AddPasskeyDocument, BeginPasskeyDocument } from '../../generated/documents';
import { makePasskey } from '../../webauthn/ceremony';
import { FormFault } from '../apps/form-fault';
import { OwnPasswordField, textOf } from './own-password-field';

interface NewPasskeyProps {
  onMade(): void;
  onClose(): void;
}

async function make({ name, password }: { name: string; password: string | null }): Promise<void> {
  const { beginPasskey } = await request(BeginPasskeyDocument, { password });
  await request(AddPasskeyDocument, { input: { name, ...(await makePasskey(beginPasskey)) } });
}

/** Names a passkey, and lets the browser make it; where somebody has been signed in for a while, their password is asked first. */
export function NewPasskey({ onMade, onClose }: NewPasskeyProps) {
  const t = useTranslations('security.passkeys');
  const words = useTranslations('security.password');
  const [isPasswordAsked, setIsPasswordAsked] = useState(false);
  const [isMissing, setIsMissing] = useState(false);
  const making = useMutation({
    mutationFn: make,
    onSuccess: onMade,
    onError: (error) => setIsPasswordAsked(isPasswordAsked || codeOf(error) === 'AUTH.CONFIRM_REQUIRED'),
    retry: false,
  });
  const send = (form: HTMLFormElement): void => {
    const name = textOf(form, 'name').trim();
    setIsMissing(name === '');
    if (name) making.mutate({ name, password: isPasswordAsked ? textOf(form, 'password') : null });
  };
  const isOnlyAsked = codeOf(making.error) === 'AUTH.CONFIRM_REQUIRED';
  return (
    <FormDialog title={t('newTitle')} body={t('newBody')} submitLabel={t('make')} isPending={making.isPending} onSend={send} onClose={onClose}>
      {!isOnlyAsked && <FormFault error={making.error} />}
      <TextField label={t('name')} hint={t('nameHint')} name="name" maxLength={60} required autoComplete="off" error={isMissing ? t('nameMissing') : undefined} />
      {isPasswordAsked && (
        <>
          <p className="text-14 text-ink-2">{words('ask')}</p>
          <OwnPasswordField />
        </>
      )}
    </FormDialog>
  );
}

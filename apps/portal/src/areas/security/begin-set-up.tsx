'use client';

import { Button } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { codeOf } from '../../errors/api-error';
import { useFaultLine } from '../../errors/use-fault-line';
import { useChange } from '../../api/use-change';
import { BeginSecondFactorDocument, type BeginSecondFactorMutation } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';
import { OwnPasswordField, textOf } from './own-password-field';

export type OfferedSecret = BeginSecondFactorMutation['beginSecondFactor'];

/** Asks for a secret; where somebody has been signed in for a while, for their password first. */
export function BeginSetUp({ onOffered }: { onOffered: (offered: OfferedSecret) => void }) {
  const t = useTranslations('security');
  const faultLine = useFaultLine();
  const [isPasswordAsked, setIsPasswordAsked] = useState(false);
  const [isMissing, setIsMissing] = useState(false);
  const begin = useChange(BeginSecondFactorDocument, { onDone: ({ beginSecondFactor }) => onOffered(beginSecondFactor) });
  const ask = (password: string | null): void => begin.mutate({ password }, { onError: (error) => setIsPasswordAsked(isPasswordAsked || codeOf(error) === 'AUTH.CONFIRM_REQUIRED') });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const password = isPasswordAsked ? textOf(event.currentTarget, 'password') : null;
    setIsMissing(password === '');
    if (password !== '') ask(password);
  };
  const isOnlyAsked = codeOf(begin.error) === 'AUTH.CONFIRM_REQUIRED';
  return (
    <form onSubmit={submit} noValidate className="grid max-w-md gap-5">
      <p className="text-14">{t('setUp.need')}</p>
      {isPasswordAsked && <p className="text-14 text-ink-2">{t('password.ask')}</p>}
      {isPasswordAsked ? <OwnPasswordField error={isMissing ? t('password.missing') : isOnlyAsked ? undefined : faultLine(begin.error)} /> : <FormFault error={begin.error} />}
      <Button type="submit" variant="primary" isLoading={begin.isPending} className="justify-self-start max-md:w-full">
        {t('setUp.begin')}
      </Button>
    </form>
  );
}

'use client';

import { Button, CodeBlock, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { useChange } from '../../api/use-change';
import { useFaultLine } from '../../errors/use-fault-line';
import { ConfirmSecondFactorDocument } from '../../generated/documents';
import type { OfferedSecret } from './begin-set-up';
import { textOf } from './own-password-field';
import { QrPicture } from './qr-picture';

/** In groups of four, as it is typed. */
const grouped = (secret: string): string => secret.replaceAll(/.{4}(?=.)/g, '$& ');

/** The secret as a picture and as text, and the field for a first code of it. */
export function ConfirmSetUp({ offered, onCodes }: { offered: OfferedSecret; onCodes: (codes: readonly string[]) => void }) {
  const t = useTranslations('security.setUp');
  const frame = useTranslations('frame');
  const faultLine = useFaultLine();
  const [isMissing, setIsMissing] = useState(false);
  const confirm = useChange(ConfirmSecondFactorDocument, { onDone: ({ confirmSecondFactor }) => onCodes(confirmSecondFactor.codes) });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const code = textOf(event.currentTarget, 'code').trim();
    setIsMissing(code === '');
    if (code) confirm.mutate({ code });
  };
  return (
    <div className="grid max-w-md gap-5">
      <p className="text-14 font-medium">{t('scan')}</p>
      <QrPicture rows={offered.qr} label={t('qr')} />
      <CodeBlock code={grouped(offered.secret)} title={t('type')} label={t('key')} copyLabel={frame('copy')} copiedLabel={frame('copied')} isWrapped />
      <form onSubmit={submit} noValidate className="grid gap-5">
        <TextField
          label={t('code')}
          hint={t('others')}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          required
          isMono
          error={isMissing ? t('codeMissing') : faultLine(confirm.error)}
        />
        <Button type="submit" variant="primary" isLoading={confirm.isPending} className="justify-self-start max-md:w-full">
          {t('confirm')}
        </Button>
      </form>
    </div>
  );
}

'use client';

import { Button, ProgressBar } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useRef, type ChangeEvent } from 'react';
import { FormFault } from '../apps/form-fault';
import { bytesText } from '../exit/bytes';
import type { Send } from './use-send';

const ACCEPTED = '.csv,.txt,.tsv,.gz,.xlsx,text/csv';

/** The way to hand a file in, and how much of it has come. */
export function ChooseFile({ send, maxBytes, isAgain = false }: { send: Send; maxBytes: number | undefined; isAgain?: boolean }) {
  const t = useTranslations('history.send');
  const locale = useLocale();
  const input = useRef<HTMLInputElement>(null);
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    const [file] = currentTarget.files ?? [];
    if (file) send.start(file);
    // The same file may be chosen again.
    currentTarget.value = '';
  };
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(send.share);
  return (
    <div className="grid gap-3">
      <FormFault error={send.error} />
      <input ref={input} type="file" accept={ACCEPTED} aria-label={t('choose')} hidden onChange={choose} />
      {send.isSending ? (
        <div className="grid max-w-md gap-3">
          <ProgressBar label={t('sending', { file: send.file })} value={send.share} valueText={percent} />
          <div>
            <Button variant="secondary" onClick={send.stop}>
              {t('stop')}
            </Button>
          </div>
        </div>
      ) : (
        <div>
          <Button variant="primary" onClick={() => input.current?.click()}>
            {t(isAgain ? 'again' : 'choose')}
          </Button>
        </div>
      )}
      <p className="max-w-prose text-13 text-ink-3">{t('formats', { most: maxBytes === undefined ? '…' : bytesText(maxBytes, locale) })}</p>
    </div>
  );
}

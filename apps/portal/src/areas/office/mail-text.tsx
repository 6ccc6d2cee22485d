'use client';

import { Button, CopyButton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { OutboxMailTextDocument, type OutboxMailsQuery } from '../../generated/documents';

type Mail = OutboxMailsQuery['outboxMails']['nodes'][number];

/** A mail's text, asked for only when somebody wants to read it, and once: every reading is recorded. */
export function MailText({ mail }: { mail: Pick<Mail, 'id' | 'reading'> }) {
  const t = useTranslations('office.mail');
  const [isWanted, setWanted] = useState(false);
  const { data, error, isFetching, refetch } = useAnswer(OutboxMailTextDocument, { id: mail.id }, { isEnabled: isWanted, staleMs: Infinity });
  return (
    <div className="grid grid-cols-1 max-w-prose gap-3">
      {data ? (
        <>
          <p className="text-14 break-words whitespace-pre-wrap text-ink">{data.outboxMailText.text}</p>
          <CopyButton text={data.outboxMailText.text} label={t('copy')} copiedLabel={t('copied')} hasLabel size="sm" className="justify-self-start" />
        </>
      ) : (
        <p>{t(`reading.${mail.reading}`)}</p>
      )}
      {mail.reading === 'OPEN' && !data && !error && (
        <Button size="sm" className="justify-self-start" onClick={() => setWanted(true)} isLoading={isFetching} loadingLabel={t('loadingText')}>
          {t('read')}
        </Button>
      )}
      {error && !data && <Failure error={error} onRetry={() => void refetch()} isRetrying={isFetching} headingLevel={3} />}
    </div>
  );
}

'use client';

import { Button, DescriptionList, ExactTime, Num, Skeleton } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { ErasureCertificateDocument, type ErasureCertificateQuery } from '../../generated/documents';
import { saveFile } from '../apps/csv';
import { useOfficeZone } from '../office/office-context';
import { bytesOf } from './bytes-of';

type Shown = ErasureCertificateQuery['erasureCertificate'];

function Facts({ of }: { of: Shown }) {
  const t = useTranslations('operations.erasures');
  const locale = useLocale();
  const timeZone = useOfficeZone();
  const time = (at: string) => <ExactTime at={at} locale={locale} timeZone={timeZone} precision="minute" />;
  return (
    <DescriptionList
      items={[
        { key: 'signature', term: t('signature'), detail: t(`verdictLong.${of.verdict}`) },
        { key: 'began', term: t('began'), detail: time(of.startedAt) },
        { key: 'ended', term: t('ended'), detail: time(of.finishedAt) },
        { key: 'backups', term: t('backups'), detail: of.backupsUntil ? time(of.backupsUntil) : t('noBackups') },
        { key: 'erased', term: t('erased'), detail: <Num value={of.erased.reduce((sum, { rows }) => sum + rows, 0)} locale={locale} /> },
        ...of.kept.map(({ table, rows, becauseZh, becauseEn, until }) => ({
          key: table,
          term: <span className="font-mono text-12">{table}</span>,
          detail: `${t('kept', { rows })}${until === null ? '' : t('until', { day: until })}: ${locale === 'en' ? becauseEn : becauseZh}`,
        })),
        { key: 'key', term: t('key'), detail: <span className="font-mono text-12 break-all">{of.keyId}</span> },
      ]}
    />
  );
}

/** One certificate: what its signature is worth, what was erased, what stays and why; as files to hand on. */
export function Certificate({ id }: { id: string }) {
  const t = useTranslations('operations.erasures');
  const { data, error, isFetching, refetch } = useAnswer(ErasureCertificateDocument, { id });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} isRetrying={isFetching} headingLevel={3} />;
  if (!data) return <Skeleton lines={4} />;
  const shown = data.erasureCertificate;
  const name = `tenon-erasure-${id}`;
  return (
    <div className="grid gap-4">
      <Facts of={shown} />
      <div className="flex flex-wrap gap-3">
        <Button size="sm" onClick={() => saveFile(`${name}.json`, shown.text, 'application/json')}>
          {t('download')}
        </Button>
        <Button size="sm" onClick={() => saveFile(`${name}.sig`, bytesOf(shown.signature), 'application/octet-stream')}>
          {t('downloadSignature')}
        </Button>
      </div>
      <p className="text-13 text-ink-3">{t('check')}</p>
      <code className="text-12 break-all text-ink-2">{`openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in ${name}.json -sigfile ${name}.sig`}</code>
    </div>
  );
}

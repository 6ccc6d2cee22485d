'use client';

import { Callout, ExactTime, PageHeader, RelativeTime, Skeleton } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { PlatformBackupsDocument, type PlatformBackupsQuery } from '../../generated/documents';
import { useOfficeZone } from '../office/office-context';

// The answer comes first; the list brings a table.
const BackupTable = dynamic(() => import('./backup-table').then(({ BackupTable: Table }) => Table), { loading: () => <Skeleton lines={6} height={28} /> });

const REFRESH_MS = 60_000;

type Backups = PlatformBackupsQuery['platformBackups'];

function Answer({ of: { everyHours, newestGoodAt } }: { of: Backups }) {
  const t = useTranslations('operations.backups');
  const locale = useLocale();
  const timeZone = useOfficeZone();
  if (newestGoodAt) return t.rich('answer', { when: () => <RelativeTime at={newestGoodAt} locale={locale} timeZone={timeZone} /> });
  return t(everyHours === 0 ? 'answerElsewhere' : 'answerNone');
}

function Rule({ of: { everyHours, keepCount, nextAt } }: { of: Backups }) {
  const t = useTranslations('operations.backups');
  const locale = useLocale();
  const timeZone = useOfficeZone();
  if (!nextAt) return t('ruleElsewhere');
  return (
    <span>
      {t('rule', { everyHours, keepCount })} {t('next')} <ExactTime at={nextAt} locale={locale} timeZone={timeZone} precision="minute" />
    </span>
  );
}

function Warning({ of: { isLate } }: { of: Backups }) {
  const t = useTranslations('operations.backups');
  if (!isLate) return null;
  return (
    <Callout tone="danger" role="alert" title={t('lateTitle')}>
      {t('lateBody')}
    </Callout>
  );
}

/** Each backup of the bundled database, which of them is good, and a warning where there should be a newer one. */
export function BackupsPage() {
  const t = useTranslations('operations.backups');
  const { data, error, isFetching, refetch } = useAnswer(PlatformBackupsDocument, {}, { refetchEveryMs: REFRESH_MS });
  const known = data?.platformBackups;
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHeader title={t('title')} answer={known && <Answer of={known} />} meta={known && <Rule of={known} />} />
      {known && <Warning of={known} />}
      {known && <BackupTable backups={known.backups} />}
      {!known && (error ? <Failure error={error} onRetry={() => void refetch()} isRetrying={isFetching} /> : <Skeleton lines={6} height={28} />)}
    </div>
  );
}

'use client';

import { Badge, DataTable, EmptyState, ExactTime, type Column } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { PlatformBackupsQuery } from '../../generated/documents';
import { useDensity } from '../../theme/density';
import { bytesText } from '../exit/bytes';
import { durationText } from '../office/duration';
import { useOfficeZone } from '../office/office-context';

type Backup = PlatformBackupsQuery['platformBackups']['backups'][number];

/** What came of restoring it once. */
function Result({ of: { verifiedAt, verification, fault } }: { of: Backup }) {
  const t = useTranslations('operations.backups');
  const locale = useLocale();
  const timeZone = useOfficeZone();
  if (fault) {
    return (
      <span className="grid gap-0.5">
        <Badge tone="danger" className="w-fit">{t('state.bad')}</Badge>
        <span className="font-mono text-12 break-words text-ink-2">{fault}</span>
      </span>
    );
  }
  if (!verifiedAt) return <Badge>{t('state.unread')}</Badge>;
  return (
    <span className="grid gap-0.5">
      <span className="flex flex-wrap items-baseline gap-x-2">
        <Badge tone="good">{t('state.good')}</Badge>
        <ExactTime at={verifiedAt} locale={locale} timeZone={timeZone} precision="minute" className="text-13 whitespace-nowrap" />
      </span>
      {verification && <span className="text-12 text-ink-3">{t('read', { rows: verification.rows, tables: verification.tables, indexes: verification.indexes, took: durationText(verification.tookMs, locale) })}</span>}
    </span>
  );
}

function useColumns(): Column<Backup>[] {
  const t = useTranslations('operations.backups');
  const locale = useLocale();
  const timeZone = useOfficeZone();
  return [
    { id: 'taken', header: t('taken'), isPrimary: true, cell: ({ takenAt }) => <ExactTime at={takenAt} locale={locale} timeZone={timeZone} precision="minute" className="whitespace-nowrap" /> },
    { id: 'result', header: t('result'), cell: (backup) => <Result of={backup} /> },
    { id: 'size', header: t('size'), isNumeric: true, cell: ({ bytes }) => <span className="tn-num whitespace-nowrap">{bytesText(bytes, locale)}</span> },
    { id: 'took', header: t('took'), isNumeric: true, cell: ({ tookMs }) => <span className="tn-num whitespace-nowrap">{tookMs === null ? '—' : durationText(tookMs, locale)}</span> },
    { id: 'name', header: t('folder'), cell: ({ name }) => <span className="font-mono text-12">{name}</span> },
  ];
}

/** The backups, newest first. */
export function BackupTable({ backups }: { backups: readonly Backup[] }) {
  const t = useTranslations('operations.backups');
  const { density } = useDensity();
  return (
    <DataTable
      caption={t('title')}
      columns={useColumns()}
      rows={backups}
      rowKey={({ name }) => name}
      rowLabel={({ name }) => name}
      density={density}
      phone="cards"
      loadingLabel={t('loading')}
      empty={<EmptyState size="inline" title={t('none')} body={t('noneBody')} />}
      maxHeight="none"
    />
  );
}

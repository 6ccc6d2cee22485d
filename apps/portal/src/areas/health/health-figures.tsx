'use client';

import { MetricTile, RelativeTime } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import type { PlatformHealthQuery } from '../../generated/documents';
import { useOfficeZone } from '../office/office-context';
import { isOfToday } from './is-of-today';

/** The newest good backup, in words: where the platform takes none, nothing is said. */
function Backup({ of: { newestGoodAt, isLate, everyHours } }: { of: PlatformHealthQuery['platformBackups'] }) {
  const t = useTranslations('operations.health');
  const locale = useLocale();
  const timeZone = useOfficeZone();
  if (everyHours === 0) return null;
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 text-14">
      <Link href="/admin/backups" className="underline underline-offset-4">
        {t('backup')}
      </Link>
      <span className="text-ink-2">{newestGoodAt ? <RelativeTime at={newestGoodAt} locale={locale} timeZone={timeZone} /> : '—'}</span>
      {isLate && <span className="font-medium text-danger">{t('backupLate')}</span>}
    </p>
  );
}

/** What a language calls a millisecond, as the table below says it. */
const millisecond = (locale: string): string => new Intl.NumberFormat(locale, { style: 'unit', unit: 'millisecond' }).formatToParts(1).find(({ type }) => type === 'unit')?.value ?? 'ms';

/** The figures that call for a hand, each leading to where that is lent. */
export function HealthFigures({ of: { platformHealth, platformWork, platformBackups } }: { of: PlatformHealthQuery }) {
  const t = useTranslations('operations.health');
  const locale = useLocale();
  const [slowest] = platformHealth.operations;
  const connected = platformHealth.gateways.reduce((sum, { figures }) => sum + (figures?.connectionCount ?? 0), 0);
  return (
    <div className="grid gap-5">
      <div className="grid grid-cols-2 gap-x-6 gap-y-6 lg:grid-cols-4">
        <MetricTile label={t('faultsToday')} value={platformHealth.faults.filter(isOfToday).length} locale={locale} />
        <MetricTile label={t('slowest')} value={slowest ? Math.round(slowest.p95Ms) : null} unit={millisecond(locale)} locale={locale} hint={slowest && <span className="font-mono text-12 break-all">{slowest.name}</span>} />
        <MetricTile label={t('failedJobs')} value={platformWork.failedCount} locale={locale} href="/admin/work" linkComponent={Link} />
        <MetricTile label={t('connections')} value={connected} locale={locale} />
      </div>
      <Backup of={platformBackups} />
    </div>
  );
}

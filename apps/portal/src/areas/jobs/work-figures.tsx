'use client';

import { MetricTile, RelativeTime } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { PlatformWorkQuery } from '../../generated/documents';
import { useOfficeZone } from '../office/office-context';

/** How much there is, and since when the oldest waits: what grows when a process cannot keep up. */
export function WorkFigures({ work }: { work: PlatformWorkQuery['platformWork'] }) {
  const t = useTranslations('work');
  const locale = useLocale();
  const timeZone = useOfficeZone();
  return (
    <div className="grid grid-cols-2 gap-x-6 gap-y-6 lg:grid-cols-4">
      <MetricTile label={t('failed')} value={work.failedCount} locale={locale} />
      <MetricTile
        label={t('waiting')}
        value={work.waitingCount}
        locale={locale}
        hint={
          work.oldestWaitingAt ? (
            <>
              {t('oldest')} <RelativeTime at={work.oldestWaitingAt} locale={locale} timeZone={timeZone} />
            </>
          ) : undefined
        }
      />
      <MetricTile label={t('running')} value={work.runningCount} locale={locale} />
      <MetricTile label={t('done')} value={work.doneCount} locale={locale} />
    </div>
  );
}

'use client';

import { DataTable, RelativeTime, Section, type Column } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { PlatformWorkQuery } from '../../generated/documents';
import { useDensity } from '../../theme/density';
import { useOfficeZone } from '../office/office-context';
import { useJobWords } from './use-job-words';

type Kind = PlatformWorkQuery['platformWork']['kinds'][number];

function useColumns(): Column<Kind>[] {
  const t = useTranslations('work');
  const words = useJobWords();
  const locale = useLocale();
  const timeZone = useOfficeZone();
  const count = (id: 'failed' | 'waiting' | 'running' | 'done', of: (kind: Kind) => number): Column<Kind> => ({ id, header: t(id), isNumeric: true, isHiddenOnPhone: id === 'running', sortValue: of, cell: of });
  return [
    { id: 'job', header: t('kind'), isPrimary: true, sortValue: ({ job }) => words(job), cell: ({ job }) => <span title={job}>{words(job)}</span> },
    count('failed', ({ failedCount }) => failedCount),
    count('waiting', ({ waitingCount }) => waitingCount),
    count('running', ({ runningCount }) => runningCount),
    count('done', ({ doneCount }) => doneCount),
    {
      id: 'oldest',
      header: t('oldest'),
      sortValue: ({ oldestWaitingAt }) => oldestWaitingAt,
      cell: ({ oldestWaitingAt }) => (oldestWaitingAt ? <RelativeTime at={oldestWaitingAt} locale={locale} timeZone={timeZone} /> : <span className="text-ink-3">—</span>),
    },
  ];
}

/** The same by kind of job. */
export function KindsSection({ kinds }: { kinds: readonly Kind[] }) {
  const t = useTranslations('work');
  const { density } = useDensity();
  const columns = useColumns();
  return (
    <Section title={t('byKind')}>
      <DataTable caption={t('byKind')} columns={columns} rows={kinds} rowKey={({ job }) => job} rowLabel={({ job }) => job} density={density} loadingLabel={t('loading')} empty={<p className="py-6 text-14 text-ink-3">{t('noKinds')}</p>} maxHeight="none" />
    </Section>
  );
}

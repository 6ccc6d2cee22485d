'use client';

import { Badge, ExactTime, LoadMore, Section, Skeleton } from '@tenon/ui';
import { useLocale } from 'next-intl';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { MachineGapsDocument, type MachineGapsQuery } from '../../generated/documents';
import { useCompletenessWords } from './use-completeness-words';

type Gap = MachineGapsQuery['machineCompleteness']['gaps']['nodes'][number];

function GapEntry({ gap: { from, to, cause, absent, filledAt, recovered }, timeZone }: { gap: Gap; timeZone: string }) {
  const { t, count, length } = useCompletenessWords();
  const locale = useLocale();
  const at = { locale, timeZone, precision: 'second' } as const;
  return (
    <li className="grid gap-1 border-b border-line py-3 text-14 sm:grid-cols-[1fr_auto] sm:gap-x-6">
      <span className="flex flex-wrap items-baseline gap-x-2">
        <ExactTime at={from} {...at} /> <span aria-hidden="true">–</span> <ExactTime at={to} {...at} />
        <span className="text-ink-2">{length(Date.parse(to) - Date.parse(from))}</span>
      </span>
      <span className="flex flex-wrap items-center gap-2">
        <span>{t(`cause.${cause}`, { absent: count(absent) })}</span>
        {filledAt && <Badge tone="outline">{t('filled')}</Badge>}
      </span>
      {filledAt && (
        <span className="text-13 text-ink-2 sm:col-span-2">
          {t('filledAt', { recovered: count(recovered) })} <ExactTime at={filledAt} {...at} />
        </span>
      )}
    </li>
  );
}

/** Gaps of a machine's month, the newest first, those that were filled included. */
export function GapList({ id, month, timeZone }: { id: string; month: string | null; timeZone: string }) {
  const { t } = useCompletenessWords();
  const list = usePages(MachineGapsDocument, { id, month }, ({ machineCompleteness }) => machineCompleteness.gaps);
  return (
    <Section title={t('gaps')} description={t('gapsIntro')}>
      {list.isPending && <Skeleton lines={4} />}
      {list.isError && !list.data && <Failure error={list.error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} headingLevel={3} />}
      {list.data && list.nodes.length === 0 && <p className="text-14 text-ink-2">{t('noGaps')}</p>}
      {list.nodes.length > 0 && (
        <ul className="border-t border-line">
          {list.nodes.map((gap) => (
            <GapEntry key={gap.id} gap={gap} timeZone={timeZone} />
          ))}
        </ul>
      )}
      <LoadMore label={t('moreGaps')} loadingLabel={t('loading')} hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onLoadMore={() => void list.fetchNextPage()} />
    </Section>
  );
}

'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { DataTable, EmptyState, ExactTime, LoadMore, SelectField, type Column } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { answerKey } from '../../../api/document';
import { request } from '../../../api/request';
import { Link } from '../../../frame/link';
import { CampaignMachinesDocument, type CampaignLineFragment, type CampaignMachinesQuery, type CampaignMachineState } from '../../../generated/documents';
import { useViewer } from '../../../viewer/viewer-context';
import { useSkippedWords } from '../skipped-words';
import { MachineBadge } from '../state-badge';

type Row = CampaignMachinesQuery['campaign']['machines']['nodes'][number];

const REFETCH_MS = 2_000;

function useMachines(id: string, state: CampaignMachineState | null, isAtWork: boolean) {
  return useInfiniteQuery({
    queryKey: [...answerKey(CampaignMachinesDocument, { id, state }), 'pages'],
    queryFn: ({ pageParam, signal }) => request(CampaignMachinesDocument, { id, state, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ campaign: { machines: { pageInfo } } }: CampaignMachinesQuery) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
    placeholderData: keepPreviousData,
    refetchInterval: isAtWork ? REFETCH_MS : false,
  });
}

function useColumns(): Column<Row>[] {
  const t = useTranslations('campaigns.machineColumns');
  const locale = useLocale();
  const skipped = useSkippedWords();
  const { timeZone } = useViewer().tenant;
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('name'),
        isPrimary: true,
        cell: ({ deviceId, name }) => (
          <Link href={`/machines/${deviceId}?tab=connection`} className="break-all underline underline-offset-4">
            {name}
          </Link>
        ),
      },
      { id: 'state', header: t('state'), cell: ({ state }) => <MachineBadge state={state} /> },
      { id: 'why', header: t('why'), cell: ({ code, words }) => <span className="break-words text-ink-2">{code ? skipped(code) : (words ?? '—')}</span> },
      { id: 'stage', header: t('stage'), isNumeric: true, cell: ({ stage, state }) => <span className="tn-num">{state === 'SKIPPED' ? '—' : stage}</span> },
      { id: 'attempts', header: t('attempts'), isNumeric: true, cell: ({ attempts }) => <span className="tn-num">{attempts}</span> },
      { id: 'at', header: t('at'), cell: ({ stateAt }) => <ExactTime at={stateAt} locale={locale} timeZone={timeZone} className="whitespace-nowrap" /> },
    ],
    [t, locale, timeZone, skipped],
  );
}

/** The machines of a campaign, those that went wrong first, as they stand now. */
export function MachineTable({ campaign: { id, counts, total }, isAtWork }: { campaign: CampaignLineFragment; isAtWork: boolean }) {
  const t = useTranslations('campaigns');
  const [state, setState] = useState<CampaignMachineState | null>(null);
  const list = useMachines(id, state, isAtWork);
  const options = [{ value: '', label: t('one.allStates', { count: total }) }, ...counts.map((one) => ({ value: one.state, label: t('one.inState', { state: t(`machineState.${one.state}`), count: one.count }) }))];
  return (
    <div className="grid grid-cols-1 gap-3">
      <SelectField label={t('one.filter')} isLabelHidden fieldClassName="max-w-xs" value={state ?? ''} options={options} onValueChange={(value) => setState(value === '' ? null : (value as CampaignMachineState))} />
      <DataTable
        caption={t('one.machines')}
        columns={useColumns()}
        rows={list.data?.pages.flatMap((page) => page.campaign.machines.nodes) ?? []}
        rowKey={({ deviceId }) => deviceId}
        rowLabel={({ name }) => name}
        phone="cards"
        isLoading={!list.data}
        loadingLabel={t('loading')}
        empty={<EmptyState size="inline" title={t('one.noneSo')} body={t('one.noneSoBody')} />}
        maxHeight="none"
        footer={list.hasNextPage && <LoadMore hasMore label={t('more')} loadingLabel={t('loading')} isLoading={list.isFetchingNextPage} onLoadMore={() => void list.fetchNextPage()} />}
      />
    </div>
  );
}

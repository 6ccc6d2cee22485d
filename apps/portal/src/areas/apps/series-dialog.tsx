'use client';

import { Button, Dialog, EmptyState, LinkButton, LoadMore, MachineIllustration, SearchField, Skeleton } from '@tenon/ui';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useState } from 'react';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { ReadableSeriesDocument, type ReadableSeriesFragment } from '../../generated/documents';
import { useMetricName } from '../metrics/use-metric-name';

const PAGE_SIZE = 50;

interface SeriesDialogProps {
  readonly title: string;
  readonly chosenId: string | null;
  readonly isOpen: boolean;
  onOpenChange(isOpen: boolean): void;
  onChoose(series: ReadableSeriesFragment): void;
}

interface SeriesOptionProps {
  readonly series: ReadableSeriesFragment;
  readonly isChosen: boolean;
  onChoose(): void;
}

function SeriesOption({ series, isChosen, onChoose }: SeriesOptionProps) {
  const nameOf = useMetricName();
  const quantities = useTranslations('metrics.quantities');
  return (
    <li className="border-b border-line">
      <button
        type="button"
        aria-pressed={isChosen}
        onClick={onChoose}
        className={clsx('flex w-full flex-wrap items-baseline justify-between gap-x-4 px-2 py-2.5 text-left text-14 hover:bg-hover', isChosen && 'bg-sunken')}
      >
        <span className="min-w-0">
          <span className="font-medium">{nameOf(series.key)}</span>
          <span className="ml-2 text-13 text-ink-2">{series.deviceName}</span>
        </span>
        <span className="text-13 text-ink-3">
          {quantities(series.quantity)}
          {series.unit && ` · ${series.unit}`}
        </span>
      </button>
    </li>
  );
}

function Nothing({ isSearched }: { isSearched: boolean }) {
  const t = useTranslations('apps.series');
  return (
    <EmptyState
      size="inline"
      headingLevel={3}
      illustration={<MachineIllustration />}
      title={t('none')}
      body={isSearched ? undefined : t('noneBody')}
      action={
        isSearched ? undefined : (
          <LinkButton asChild>
            <Link href="/machines/new">{t('toMachines')}</Link>
          </LinkButton>
        )
      }
    />
  );
}

function Options({ search, chosenId, onChoose }: Pick<SeriesDialogProps, 'chosenId' | 'onChoose'> & { search: string }) {
  const t = useTranslations('apps.series');
  const list = usePages(ReadableSeriesDocument, { first: PAGE_SIZE, search: search || null, quantities: null }, ({ series }) => series);
  const numbers = list.nodes.filter(({ valueKind }) => valueKind === 'NUMBER');
  if (list.isError && !list.data) return <Failure error={list.error} headingLevel={3} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />;
  if (!list.data) return <Skeleton lines={6} height={28} />;
  if (numbers.length === 0 && !list.hasNextPage) return <Nothing isSearched={search !== ''} />;
  return (
    <>
      <ul className="border-t border-line">
        {numbers.map((series) => (
          <SeriesOption key={series.id} series={series} isChosen={series.id === chosenId} onChoose={() => onChoose(series)} />
        ))}
      </ul>
      {list.hasNextPage && <LoadMore label={t('more')} loadingLabel={t('loading')} hasMore isLoading={list.isFetchingNextPage} onLoadMore={() => void list.fetchNextPage()} />}
    </>
  );
}

/** Chooses one metric of numbers among all the company's. */
export function SeriesDialog({ title, chosenId, isOpen, onOpenChange, onChoose }: SeriesDialogProps) {
  const t = useTranslations('apps.series');
  const frame = useTranslations('frame');
  const [search, setSearch] = useState('');
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={title} closeLabel={frame('close')} footer={<Button onClick={() => onOpenChange(false)}>{frame('cancel')}</Button>}>
      <div className="grid min-h-80 grid-cols-1 content-start gap-4 pt-1">
        <SearchField label={t('search')} placeholder={t('search')} clearLabel={t('clearSearch')} value={search} onValueChange={setSearch} />
        <Options search={search.trim()} chosenId={chosenId} onChoose={onChoose} />
      </div>
    </Dialog>
  );
}

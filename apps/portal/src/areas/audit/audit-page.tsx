'use client';

import { formatRelative, LoadMore, PageHeader, Skeleton, type RangeValue } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { usePages } from '../../api/use-pages';
import { Failure } from '../../errors/failure';
import { LazyListTools } from '../../frame/lists/lazy-list-tools';
import { LazySelectionBar } from '../../frame/lists/lazy-selection-bar';
import { useList } from '../../frame/lists/use-list';
import { PageRange } from '../../frame/page-range';
import { useRange } from '../../frame/use-range';
import { AuditTrailDocument } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';
import { useNow } from '../apps/use-now';
import { auditFilter } from './audit-question';
import { AuditTable, useAuditColumns } from './audit-table';
import { useAuditFilter } from './use-audit-filter';
import { useAuditWords } from './use-audit-words';
import type { AuditLine } from './who';

// Drawn by the server, and at work a moment later: they know every action there is.
const AuditFilters = dynamic(() => import('./audit-filters').then(({ AuditFilters: Filters }) => Filters));
const ExportLinks = dynamic(() => import('./export-links').then(({ ExportLinks: Links }) => Links));
const NothingFound = dynamic(() => import('./nothing-found').then(({ NothingFound: Nothing }) => Nothing), { ssr: false });
const Keeping = dynamic(() => import('./keeping').then(({ Keeping: Kept }) => Kept));
const EntryDialog = dynamic(() => import('./entry-dialog').then(({ EntryDialog: Entry }) => Entry), { ssr: false });

const FIRST_RANGE: RangeValue = { preset: '30d' };
const PAGE_SIZE = 50;

/** The newest entry in one sentence. */
function Latest({ entry }: { entry: AuditLine }) {
  const t = useTranslations('audit');
  const words = useAuditWords();
  const locale = useLocale();
  const nowMs = useNow();
  const who = entry.actorKind === 'USER' ? entry.actor : t(`who.${entry.actorKind}`);
  return t('latest', { who, action: words.action(entry.action), ago: formatRelative(Date.parse(entry.at), nowMs, locale) });
}

/** What happened in and to the company, and who did it. */
export function AuditPage() {
  const t = useTranslations('audit');
  const narrowing = useAuditFilter();
  const range = useRange(FIRST_RANGE);
  const filter = auditFilter(narrowing.choice, range);
  const list = usePages(AuditTrailDocument, { first: PAGE_SIZE, filter }, ({ auditTrail }) => auditTrail);
  const newest = list.nodes[0];
  const columns = useAuditColumns();
  const table = useList('audit', columns, ({ id }) => id);
  const [opened, setOpened] = useState<AuditLine | null>(null);
  const follow = (subjectKind: string, subjectId: string): void => {
    narrowing.choose({ subjectKind, subjectId });
    setOpened(null);
  };
  return (
    <div className="grid gap-6">
      <PageRange range={range} timeZone={useViewer().tenant.timeZone} />
      <PageHeader title={t('title')} answer={list.isPending ? <Skeleton width={320} height={24} /> : newest ? <Latest entry={newest} /> : t('none')} actions={<ExportLinks filter={filter} />} />
      <p className="max-w-prose text-14 text-ink-2">{t('intro')}</p>
      <AuditFilters narrowing={narrowing} tools={<LazyListTools list="AUDIT" table="audit" columns={columns} />} />
      <div aria-busy={list.isPlaceholderData}>
        {list.isError && !list.data ? (
          <Failure error={list.error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />
        ) : (
          <AuditTable list={table} entries={list.nodes} isLoading={list.isPending} onOpen={setOpened} empty={<NothingFound isNarrowed={narrowing.isNarrowed} onWiden={narrowing.reset} />} />
        )}
      </div>
      <LoadMore label={t('more')} loadingLabel={t('loading')} hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} countText={list.data && t('shown', { shown: list.nodes.length })} onLoadMore={() => void list.fetchNextPage()} />
      <LazySelectionBar file="audit" columns={columns} rows={list.nodes} selection={table.selection} keyOf={({ id }) => id} />
      <Keeping />
      {opened && <EntryDialog key={opened.id} entry={opened} onClose={() => setOpened(null)} onFollow={follow} />}
    </div>
  );
}

'use client';

import { DataTable, ExactTime, LoadMore, Section, type Column } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { CompanyQuery } from '../../generated/documents';
import { useDensity } from '../../theme/density';
import { useAuditWords } from '../audit/use-audit-words';
import { factsOf } from './audit-details';
import { useOfficeZone } from './office-context';

type Entry = CompanyQuery['company']['auditTrail']['nodes'][number];
function Action({ action }: { action: string }) {
  const words = useAuditWords();
  return <span className="font-medium">{words.action(action)}</span>;
}

function Details({ details }: { details: unknown }) {
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-0.5 text-13 text-ink-2 max-md:justify-end">
      {factsOf(details).map(({ name, text }) => (
        <span key={name} className="break-all">
          <span className="text-ink-3">{name}</span> {text}
        </span>
      ))}
    </span>
  );
}

function useColumns(): Column<Entry>[] {
  const t = useTranslations('office.trail');
  const locale = useLocale();
  const timeZone = useOfficeZone();
  const actors: Readonly<Record<string, string>> = { platform: t('platform'), system: t('system') };
  return [
    { id: 'action', header: t('action'), isPrimary: true, cell: ({ action }) => <Action action={action} /> },
    { id: 'at', header: t('at'), cell: ({ at }) => <ExactTime at={at} locale={locale} timeZone={timeZone} precision="second" /> },
    { id: 'actor', header: t('actor'), cell: ({ actor }) => <span className="break-all">{actors[actor] ?? actor}</span> },
    { id: 'details', header: t('details'), width: '45%', cell: ({ details }) => <Details details={details} /> },
  ];
}

interface AuditTrailProps {
  readonly entries: readonly Entry[];
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  onLoadMore(): void;
}

/** What happened in and to the company, newest first. */
export function AuditTrail({ entries, hasMore, isLoadingMore, onLoadMore }: AuditTrailProps) {
  const t = useTranslations('office.trail');
  const { density } = useDensity();
  const columns = useColumns();
  return (
    <Section title={t('title')} description={t('description')}>
      <DataTable caption={t('title')} columns={columns} rows={entries} rowKey={({ id }) => id} density={density} empty={<p className="py-6 text-14 text-ink-2">{t('empty')}</p>} maxHeight="none" />
      {hasMore && <LoadMore label={t('more')} loadingLabel={t('loading')} hasMore isLoading={isLoadingMore} onLoadMore={onLoadMore} />}
    </Section>
  );
}

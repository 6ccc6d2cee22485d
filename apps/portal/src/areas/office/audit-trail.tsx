'use client';

import { DataTable, ExactTime, LoadMore, Section, type Column } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { CompanyQuery } from '../../generated/documents';
import { useDensity } from '../../theme/density';
import { contentOf, type Path } from '../audit/changes';
import { useAuditWords } from '../audit/use-audit-words';
import { useValueWords } from '../audit/use-value-words';
import { useOfficeZone } from './office-context';

type Entry = CompanyQuery['company']['auditTrail']['nodes'][number];
function Action({ action }: { action: string }) {
  const words = useAuditWords();
  return <span className="font-medium">{words.action(action)}</span>;
}

const MOST_LINES = 10;
const LONGEST_TEXT = 100;

function cut(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}

function Details({ action, details }: Pick<Entry, 'action' | 'details'>) {
  const words = useAuditWords();
  const valueWords = useValueWords(action, useOfficeZone());
  const { changes, facts } = contentOf(details);
  const said = (path: Path, value: unknown): string => (value === null ? '—' : cut(valueWords(path, value)));
  const lines = [
    ...changes.map(({ path, before, after }) => ({ key: `changed ${path.join(' ')}`, path, text: `${said(path, before)} → ${said(path, after)}` })),
    ...facts.map(({ path, value }) => ({ key: path.join(' '), path, text: said(path, value) })),
  ];
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-0.5 text-13 text-ink-2 max-md:justify-end">
      {lines.slice(0, MOST_LINES).map(({ key, path, text }) => (
        <span key={key} className="wrap-anywhere">
          <span className="text-ink-3">{words.field(action, path)}</span> {text}
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
    { id: 'details', header: t('details'), width: '45%', cell: ({ action, details }) => <Details action={action} details={details} /> },
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

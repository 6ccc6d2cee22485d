'use client';

import { DataTable, ExactTime, formatInstant, type Column } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, type ReactNode } from 'react';
import type { ListTable } from '../../frame/lists/use-list';
import { useDensity } from '../../theme/density';
import { useViewer } from '../../viewer/viewer-context';
import { nameOf } from './changes';
import { useAuditWords } from './use-audit-words';
import { Who, type AuditLine } from './who';

/** Every column there is of an entry. */
export function useAuditColumns(): Column<AuditLine>[] {
  const t = useTranslations('audit.columns');
  const words = useAuditWords();
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  return useMemo(
    () => [
      { id: 'action', header: t('action'), isPrimary: true, text: ({ action }) => words.action(action), cell: ({ action }) => <span className="font-medium">{words.action(action)}</span> },
      {
        id: 'thing',
        header: t('thing'),
        text: ({ subjectKind, details }) => `${words.kind(subjectKind)} ${nameOf(details)}`,
        cell: ({ subjectKind, details }) => (
          <span>
            <span className="text-ink-3">{words.kind(subjectKind)}</span> <span className="break-all">{nameOf(details)}</span>
          </span>
        ),
      },
      { id: 'who', header: t('who'), text: ({ actor }) => actor, cell: (entry) => <Who entry={entry} /> },
      { id: 'address', header: t('address'), isHiddenOnPhone: true, text: ({ address }) => address, cell: ({ address }) => <span className="tn-num">{address ?? '—'}</span> },
      { id: 'at', header: t('at'), text: ({ at }) => formatInstant(at, { timeZone, precision: 'second' }), cell: ({ at }) => <ExactTime at={at} locale={locale} timeZone={timeZone} precision="second" className="whitespace-nowrap" /> },
    ],
    [t, words, locale, timeZone],
  );
}

interface AuditTableProps {
  readonly list: ListTable<AuditLine>;
  readonly entries: readonly AuditLine[];
  readonly isLoading: boolean;
  readonly empty: ReactNode;
  onOpen(entry: AuditLine): void;
}

export function AuditTable({ list, entries, isLoading, empty, onOpen }: AuditTableProps) {
  const t = useTranslations('audit');
  const words = useAuditWords();
  const { density } = useDensity();
  return (
    <DataTable
      caption={t('title')}
      {...list}
      rows={entries}
      rowKey={({ id }) => id}
      rowLabel={({ id, action }) => t('rowLabel', { id, action: words.action(action) })}
      onRowOpen={onOpen}
      density={density}
      phone="cards"
      isLoading={isLoading}
      loadingLabel={t('loading')}
      maxHeight="none"
      empty={empty}
    />
  );
}

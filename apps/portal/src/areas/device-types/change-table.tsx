'use client';

import { Badge, DataTable, type Column } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { TypeChangeFragment } from '../../generated/documents';
import { useChangeWords } from './use-change-words';

/** What one version has differently from another. */
export function ChangeTable({ changes }: { changes: readonly TypeChangeFragment[] }) {
  const t = useTranslations('deviceTypes.changes');
  const words = useChangeWords();
  const columns = useMemo<Column<TypeChangeFragment>[]>(
    () => [
      {
        id: 'which',
        header: t('which'),
        isPrimary: true,
        cell: ({ part, key }) => (
          <span className="grid">
            <span className="font-mono text-13 break-all">{key}</span>
            <span className="text-12 text-ink-3">{words.part(part)}</span>
          </span>
        ),
      },
      {
        id: 'what',
        header: t('what'),
        cell: ({ what, isBreaking }) => (
          <span className="inline-flex flex-wrap items-center gap-2">
            {words.what(what)}
            {isBreaking && <Badge tone="caution">{t('breaking')}</Badge>}
          </span>
        ),
      },
      { id: 'before', header: t('before'), cell: ({ what, before }) => words.content(what, before) },
      { id: 'after', header: t('after'), cell: ({ what, after }) => words.content(what, after) },
    ],
    [t, words],
  );
  return <DataTable caption={t('caption')} columns={columns} rows={changes} rowKey={({ part, key, what }) => `${part} ${key} ${what}`} density="compact" phone="cards" />;
}

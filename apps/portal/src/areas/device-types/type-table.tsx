'use client';

import { Badge, Button, DataTable, EmptyState, type Column } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import type { ListedTypeFragment } from '../../generated/documents';
import { useDensity } from '../../theme/density';

interface TypeTableProps {
  readonly types: readonly ListedTypeFragment[];
  readonly isLoading: boolean;
  onWiden(): void;
}

function Version({ type: { published, draft } }: { type: ListedTypeFragment }) {
  const t = useTranslations('deviceTypes.list');
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {published && <span className="tn-num">{published.version}</span>}
      {draft && <Badge tone="outline">{published ? t('withDraft') : t('onlyDraft')}</Badge>}
    </span>
  );
}

function useTypeColumns(): Column<ListedTypeFragment>[] {
  const t = useTranslations('deviceTypes.list');
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('name'),
        isPrimary: true,
        cell: ({ id, name, description }) => (
          <span className="grid">
            <Link href={`/machines/types/${id}`} className="font-medium hover:underline">
              {name}
            </Link>
            {description && <span className="text-13 text-ink-2">{description}</span>}
          </span>
        ),
      },
      { id: 'version', header: t('version'), cell: (type) => <Version type={type} /> },
      { id: 'metrics', header: t('metrics'), isNumeric: true, cell: ({ metricCount }) => metricCount },
      { id: 'machines', header: t('machines'), isNumeric: true, cell: ({ machineCount }) => machineCount },
    ],
    [t],
  );
}

/** Device types by name. */
export function TypeTable({ types, isLoading, onWiden }: TypeTableProps) {
  const t = useTranslations('deviceTypes.list');
  const { density } = useDensity();
  const router = useRouter();
  return (
    <DataTable
      caption={t('caption')}
      columns={useTypeColumns()}
      rows={types}
      rowKey={({ id }) => id}
      density={density}
      phone="cards"
      onRowOpen={({ id }) => router.push(`/machines/types/${id}`)}
      rowLabel={({ name }) => name}
      isLoading={isLoading}
      loadingLabel={t('loading')}
      empty={<EmptyState size="inline" title={t('noneFound')} action={<Button onClick={onWiden}>{t('widen')}</Button>} />}
    />
  );
}

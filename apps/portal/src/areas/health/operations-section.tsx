'use client';

import { DataTable, Section, type Column } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { PlatformHealthQuery } from '../../generated/documents';
import { useDensity } from '../../theme/density';
import { durationText } from '../office/duration';

type Operation = PlatformHealthQuery['platformHealth']['operations'][number];

function useColumns(): Column<Operation>[] {
  const t = useTranslations('operations.health');
  const locale = useLocale();
  const span = (id: 'p50Ms' | 'p95Ms' | 'p99Ms' | 'slowestMs', header: string, isHiddenOnPhone = false): Column<Operation> => ({
    id,
    header,
    isNumeric: true,
    isHiddenOnPhone,
    sortValue: (operation) => operation[id],
    cell: (operation) => <span className="tn-num whitespace-nowrap">{durationText(operation[id], locale)}</span>,
  });
  return [
    {
      id: 'name',
      header: t('operation'),
      isPrimary: true,
      sortValue: ({ name }) => name,
      cell: ({ kind, name }) => (
        <span className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-mono text-13 break-all">{name}</span>
          <span className="text-12 text-ink-3">{t(`kind.${kind}`)}</span>
        </span>
      ),
    },
    { id: 'count', header: t('count'), isNumeric: true, sortValue: ({ count }) => count, cell: ({ count }) => count },
    span('p50Ms', 'p50', true),
    span('p95Ms', 'p95'),
    span('p99Ms', 'p99', true),
    span('slowestMs', t('slowestOne')),
  ];
}

/** How long what was asked and promised took. */
export function OperationsSection({ operations }: { operations: readonly Operation[] }) {
  const t = useTranslations('operations.health');
  const { density } = useDensity();
  return (
    <Section title={t('operations')} description={t('operationsHint')}>
      <DataTable
        caption={t('operations')}
        columns={useColumns()}
        rows={operations}
        rowKey={({ kind, name }) => `${kind} ${name}`}
        rowLabel={({ name }) => name}
        density={density}
        loadingLabel={t('loading')}
        empty={<p className="py-6 text-14 text-ink-3">{t('noOperations')}</p>}
        maxHeight="none"
      />
    </Section>
  );
}

'use client';

import { Button, DataTable, EmptyState, type Column } from '@tenon/ui';
import { useMemo } from 'react';
import { Link } from '../../frame/link';
import type { MachineLineFragment } from '../../generated/documents';
import { useDensity } from '../../theme/density';
import { useCompletenessWords } from './use-completeness-words';

interface CompletenessTableProps {
  readonly lines: readonly MachineLineFragment[];
  readonly month: string;
  readonly isLoading: boolean;
  onWiden(): void;
}

type Words = ReturnType<typeof useCompletenessWords>;

function columnsOf({ t, count, share, length, cadence }: Words, month: string): Column<MachineLineFragment>[] {
  const number = (id: 'expected' | 'kept' | 'missing' | 'refused' | 'late' | 'repeats'): Column<MachineLineFragment> => ({
    id,
    header: t(id),
    isNumeric: true,
    isHiddenOnPhone: id === 'repeats' || id === 'late',
    cell: ({ figures }) => (id === 'missing' && figures.expected === null ? '—' : count(figures[id])),
  });
  return [
    {
      id: 'name',
      header: t('machine'),
      isPrimary: true,
      cell: (line) => (
        <span className="grid">
          <Link href={`/machines/${line.deviceId}?tab=completeness&month=${month}`} className="font-medium hover:underline">
            {line.name}
          </Link>
          <span className="text-13 text-ink-2">{cadence(line)}</span>
        </span>
      ),
    },
    { id: 'share', header: t('complete'), isNumeric: true, cell: ({ figures }) => <span className="font-medium">{share(figures.completeness)}</span> },
    ...(['expected', 'kept', 'missing', 'refused', 'late', 'repeats'] as const).map(number),
    { id: 'longest', header: t('longest'), isNumeric: true, cell: ({ figures }) => length(figures.longestGapMs) },
    { id: 'away', header: t('away'), isNumeric: true, cell: ({ figures }) => length(figures.awayMs) },
  ];
}

/** Machines of a statement, the worst first. */
export function CompletenessTable({ lines, month, isLoading, onWiden }: CompletenessTableProps) {
  const words = useCompletenessWords();
  const { t } = words;
  const { density } = useDensity();
  const columns = useMemo(() => columnsOf(words, month), [words, month]);
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={lines}
      rowKey={({ deviceId }) => deviceId}
      density={density}
      phone="cards"
      isLoading={isLoading}
      loadingLabel={t('loading')}
      empty={<EmptyState size="inline" title={t('noneFound')} action={<Button onClick={onWiden}>{t('widen')}</Button>} />}
    />
  );
}

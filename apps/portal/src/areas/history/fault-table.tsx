'use client';

import { DataTable, type Column } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { HistoryFaultKind } from '../../generated/documents';
import { columnName } from './mapping/column-name';
import { useNumberText } from './use-number-text';

interface Fault {
  readonly row: number;
  readonly column: number;
  readonly kind: HistoryFaultKind;
  readonly text: string;
}

interface FaultCount {
  readonly kind: HistoryFaultKind;
  readonly count: number;
}

/** What is wrong with a file: each sort with how often it came and how it is put right, then the first of them, where they are. */
export function FaultTable({ faults, counts }: { faults: readonly Fault[]; counts: readonly FaultCount[] }) {
  const t = useTranslations('history.faults');
  const number = useNumberText();
  const columns = useMemo<Column<Fault>[]>(
    () => [
      { id: 'row', header: t('row'), isNumeric: true, cell: ({ row }) => row },
      { id: 'column', header: t('column'), cell: ({ column }) => columnName(column) },
      { id: 'text', header: t('text'), cell: ({ text }) => (text === '' ? t('nothing') : <code className="text-13 break-all">{text}</code>) },
      { id: 'what', header: t('what'), isPrimary: true, cell: ({ kind }) => t(`kinds.${kind}.what`) },
    ],
    [t],
  );
  return (
    <div className="grid grid-cols-1 gap-4">
      <ul className="grid gap-2 text-14">
        {counts.map(({ kind, count }) => (
          <li key={kind}>
            <span className="tn-num font-medium">{number(count)}</span> · {t(`kinds.${kind}.what`)} <span className="text-ink-3">{t(`kinds.${kind}.next`)}</span>
          </li>
        ))}
      </ul>
      <p className="text-14 font-medium">{t('first', { shown: faults.length })}</p>
      <DataTable caption={t('first', { shown: faults.length })} columns={columns} rows={faults} rowKey={({ row, column, kind }) => `${row} ${column} ${kind}`} phone="cards" maxHeight={480} />
    </div>
  );
}

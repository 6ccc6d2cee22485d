'use client';

import { Callout, DataTable, type Column } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { ApiError } from '../../../errors/api-error';
import { useErrorWords } from '../../../errors/use-error-words';
import type { ImportReport, RowFault } from './send-list';

/** A list with faults: each with its row, its column and how it is put right. */
export function FaultyList({ file, report: { faults, faultCount } }: { file: string; report: ImportReport }) {
  const t = useTranslations('machines.import');
  const words = useErrorWords();
  const columns = useMemo<Column<RowFault>[]>(
    () => [
      { id: 'row', header: t('row'), isNumeric: true, cell: ({ row }) => row },
      { id: 'column', header: t('column'), cell: ({ column }) => column },
      {
        id: 'what',
        header: t('what'),
        isPrimary: true,
        cell: ({ code, details }) => {
          const { what, next } = words(new ApiError(code, details));
          return (
            <span>
              {what} <span className="font-normal text-ink-3">{next}</span>
            </span>
          );
        },
      },
    ],
    [t, words],
  );
  return (
    <div className="grid gap-4">
      <Callout tone="danger" role="alert" title={t('faulty', { count: faultCount, file })}>
        {t('faultyNext')} {faults.length < faultCount && t('faultyShown', { shown: faults.length })}
      </Callout>
      <DataTable caption={t('faults')} columns={columns} rows={faults} rowKey={({ row, column, code }) => `${row} ${column} ${code}`} phone="cards" />
    </div>
  );
}

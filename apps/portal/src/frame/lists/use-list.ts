'use client';

import type { Column, Selection, Sort } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { useHiddenColumns } from '../../theme/hidden-columns';
import { sortedBy, sortIn } from './list-look';

/** What a table of a list is given: which columns, in which order, which rows are chosen. */
export interface ListTable<Row> {
  readonly columns: readonly Column<Row>[];
  readonly sort: Sort | undefined;
  onSortChange(sort: Sort): void;
  readonly selection: Selection<Row>;
}

/** Keeps a list's order in the address, its columns in the browser, and what is chosen of it while it is open. */
export function useList<Row>(table: string, all: readonly Column<Row>[], nameOf: (row: Row) => string): ListTable<Row> {
  const t = useTranslations('frame.selection');
  const params = useSearchParams();
  const { hidden } = useHiddenColumns(table);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return {
    columns: all.filter(({ id, isPrimary }) => isPrimary === true || !hidden.has(id)),
    sort: sortIn(params),
    onSortChange: (sort) => history.replaceState(null, '', `?${sortedBy(new URLSearchParams(location.search), sort).toString()}`),
    selection: { selected, onChange: setSelected, allLabel: t('all'), rowLabel: (row) => t('row', { name: nameOf(row) }) },
  };
}

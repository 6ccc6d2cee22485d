'use client';

import { Button, TableIcon, type Column } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { useHiddenColumns } from '../theme/hidden-columns';
import { LazyMenu } from './lazy-menu';

interface ChosenColumns<Row> {
  readonly columns: Column<Row>[];
  /** Where they are chosen; on a phone, where rows are cards, there is none. */
  readonly menu: ReactElement;
}

/** The columns of a table that this browser shows, and the menu that says which. The one that names the row always stays. */
export function useChosenColumns<Row>(table: string, all: readonly Column<Row>[]): ChosenColumns<Row> {
  const t = useTranslations('frame.columns');
  const { hidden, toggle } = useHiddenColumns(table);
  const isShown = ({ id, isPrimary }: Column<Row>): boolean => isPrimary === true || !hidden.has(id);
  const items = all
    .filter(({ isPrimary }) => !isPrimary)
    .map((column) => ({ kind: 'choice' as const, key: column.id, label: column.header, isChecked: isShown(column), isKeptOpen: true, onSelect: () => toggle(column.id) }));
  const trigger = (
    <Button size="sm" icon={<TableIcon size={16} />}>
      {t('button')}
    </Button>
  );
  return {
    columns: all.filter(isShown),
    menu: (
      <span className="max-md:hidden">
        <LazyMenu label={t('menu')} align="end" trigger={trigger} items={items} />
      </span>
    ),
  };
}

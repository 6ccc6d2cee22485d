'use client';

import type { Column } from '@tenon/ui';
import { useChosenColumns } from '../column-menu';
import type { ViewedList } from './use-views';
import { ViewsMenu } from './views-menu';

interface ListToolsProps<Row> {
  readonly list: ViewedList;
  readonly table: string;
  readonly columns: readonly Column<Row>[];
}

/** How a list looks: views that somebody kept of it, and its columns. */
export function ListTools<Row>({ list, table, columns }: ListToolsProps<Row>) {
  const { menu } = useChosenColumns(table, columns);
  return (
    <span className="flex items-center gap-2">
      <ViewsMenu list={list} table={table} />
      {menu}
    </span>
  );
}

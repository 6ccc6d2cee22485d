'use client';
import clsx from 'clsx';
import type { ReactElement } from 'react';
import { Checkbox } from '../form/checkbox.js';
import type { Column, Selection, Sort } from './column.js';

export interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly sort: Sort | undefined;
  readonly isSortedByCaller: boolean;
  readonly onSort: (columnId: string) => void;
  readonly selection: Selection<Row> | undefined;
  readonly rowKeys: readonly string[];
}

const MARK = { ascending: 'M4 3 7.5 9h-7Z', descending: 'M4 9 .5 3h7Z', none: 'M4 0 7.5 5h-7ZM4 12 .5 7h7Z' } as const;

function SortMark({ direction }: { readonly direction: keyof typeof MARK }): ReactElement {
  return (
    <svg
      aria-hidden
      width="8"
      height="12"
      viewBox="0 0 8 12"
      fill="currentColor"
      className={direction === 'none' ? 'opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100' : 'text-ink'}
    >
      <path d={MARK[direction]} />
    </svg>
  );
}

function AllBox<Row>({ selection, rowKeys }: { readonly selection: Selection<Row>; readonly rowKeys: readonly string[] }): ReactElement {
  const count = rowKeys.filter((key) => selection.selected.has(key)).length;
  const isAll = rowKeys.length > 0 && count === rowKeys.length;
  const change = (isChecked: boolean): void => {
    const others = [...selection.selected].filter((key) => !rowKeys.includes(key));
    selection.onChange(new Set(isChecked ? [...others, ...rowKeys] : others));
  };
  return <Checkbox label={selection.allLabel} isLabelHidden checked={isAll} isIndeterminate={count > 0 && !isAll} onCheckedChange={change} />;
}

export function TableHead<Row>({ columns, sort, isSortedByCaller, onSort, selection, rowKeys }: TableHeadProps<Row>): ReactElement {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {selection && (
          <th role="columnheader" scope="col" className="tn-th-check">
            <AllBox selection={selection} rowKeys={rowKeys} />
          </th>
        )}
        {columns.map((column) => {
          const isSortable = isSortedByCaller ? column.isSortable === true : column.sortValue !== undefined;
          const direction = sort?.columnId === column.id ? sort.direction : undefined;
          return (
            <th
              key={column.id}
              role="columnheader"
              scope="col"
              title={column.headerHint}
              aria-sort={isSortable ? (direction ?? 'none') : undefined}
              style={{ width: column.width }}
              className={clsx(column.isNumeric && 'text-right')}
            >
              {isSortable ? (
                <button type="button" onClick={() => { onSort(column.id); }} className={clsx('tn-th-button group', column.isNumeric && 'flex-row-reverse')}>
                  {column.header}
                  <SortMark direction={direction ?? 'none'} />
                </button>
              ) : (
                column.header
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

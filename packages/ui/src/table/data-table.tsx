'use client';
import clsx from 'clsx';
import { useMemo, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Skeleton } from '../feedback/skeleton.js';
import type { Column, Density, Selection, Sort } from './column.js';
import { nextSort, sortRows } from './sort-rows.js';
import { TableHead } from './table-head.js';
import { TableRow } from './table-row.js';
import { useRowFocus } from './use-row-focus.js';
import { useRowPress } from './use-row-press.js';

export interface DataTableProps<Row> {
  /** Names the table for those who hear it; shown above it with `isCaptionShown`. */
  readonly caption: string;
  readonly isCaptionShown?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sort?: Sort | undefined;
  readonly defaultSort?: Sort;
  /** Given, the caller holds the order, in `sort`; the table sorts its rows by it, by `sortValue`. */
  readonly onSortChange?: (sort: Sort) => void;
  /** The rows come in order already: heads are pressed where `isSortable` says so. */
  readonly isSortedByCaller?: boolean;
  readonly density?: Density;
  /** On a phone rows become cards, or the table scrolls sideways. */
  readonly phone?: 'cards' | 'scroll';
  readonly onRowOpen?: (row: Row) => void;
  readonly rowLabel?: (row: Row) => string;
  readonly selection?: Selection<Row>;
  readonly empty?: ReactNode;
  readonly isLoading?: boolean;
  readonly loadingLabel?: string;
  readonly maxHeight?: number | string;
  readonly footer?: ReactNode;
  readonly className?: string;
}

const LOADING_ROWS = 5;

function LoadingRows({ columnCount, label }: { readonly columnCount: number; readonly label: string | undefined }): ReactElement {
  return (
    <tbody role="rowgroup">
      {Array.from({ length: LOADING_ROWS }, (_, index) => (
        <tr key={index} role="row">
          <td role="cell" colSpan={columnCount}>
            {index === 0 && <span className="sr-only">{label}</span>}
            <Skeleton width={`${90 - index * 11}%`} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

function Body<Row>(props: DataTableProps<Row> & { readonly shown: readonly Row[] }): ReactElement {
  const { columns, shown, rowKey, onRowOpen, rowLabel, selection } = props;
  const focus = useRowFocus(shown.length);
  const onPress = useRowPress(selection, shown, rowKey);
  const takesFocus = onRowOpen !== undefined || selection !== undefined;
  const primaryId = (columns.find((column) => column.isPrimary) ?? columns[0])?.id;
  return (
    <tbody role="rowgroup" onKeyDown={focus.onKeyDown} onFocus={focus.onFocus}>
      {shown.map((row, index) => (
        <TableRow
          key={rowKey(row)}
          row={row}
          rowKey={rowKey(row)}
          index={index}
          columns={columns}
          primaryId={primaryId}
          label={rowLabel?.(row)}
          tabIndex={takesFocus ? focus.tabIndexOf(index) : undefined}
          onOpen={onRowOpen}
          selection={selection}
          onPress={onPress}
        />
      ))}
    </tbody>
  );
}

interface Sorting<Row> {
  readonly current: Sort | undefined;
  readonly shown: readonly Row[];
  readonly isSortedByCaller: boolean;
  readonly onSort: (columnId: string) => void;
}

function useSorting<Row>({ rows, columns, sort, defaultSort, onSortChange, isSortedByCaller = false }: DataTableProps<Row>): Sorting<Row> {
  const [ownSort, setOwnSort] = useState(defaultSort);
  const current = onSortChange ? sort : ownSort;
  const shown = useMemo(() => (isSortedByCaller ? rows : sortRows(rows, columns, current)), [rows, columns, current, isSortedByCaller]);
  const onSort = (columnId: string): void => {
    const next = nextSort(current, columnId);
    setOwnSort(next);
    onSortChange?.(next);
  };
  return { current, shown, isSortedByCaller, onSort };
}

function Grid<Row>(props: DataTableProps<Row> & { readonly sorting: Sorting<Row> }): ReactElement {
  const { sorting, caption, isCaptionShown = false, columns, rowKey, density, phone = 'cards', selection, isLoading = false, loadingLabel } = props;
  return (
    <table role="table" aria-label={caption} className={clsx('tn-table', density === 'compact' && 'tn-table-compact')} data-phone={phone}>
      {isCaptionShown && <caption>{caption}</caption>}
      <TableHead
        columns={columns}
        sort={sorting.current}
        isSortedByCaller={sorting.isSortedByCaller}
        onSort={sorting.onSort}
        selection={selection}
        rowKeys={sorting.shown.map(rowKey)}
      />
      {isLoading ? <LoadingRows columnCount={columns.length + (selection ? 1 : 0)} label={loadingLabel} /> : <Body {...props} shown={sorting.shown} />}
    </table>
  );
}

/** Rows to compare: sorted by a press on a head, walked by arrow keys, cards on a phone. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactElement {
  const { caption, selection, empty, isLoading = false, maxHeight, footer, className, onRowOpen } = props;
  const sorting = useSorting(props);
  const isEmpty = !isLoading && sorting.shown.length === 0;
  // A region that scrolls must be reachable by keys: by its rows, or else by itself.
  const isReachable = onRowOpen !== undefined || selection !== undefined;
  return (
    <div className={className}>
      <div role="region" aria-label={caption} aria-busy={isLoading} tabIndex={isReachable && !isEmpty && !isLoading ? undefined : 0} className="tn-table-scroll" style={{ maxHeight }}>
        <Grid {...props} sorting={sorting} />
      </div>
      {isEmpty && empty}
      {footer}
    </div>
  );
}

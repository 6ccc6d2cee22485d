'use client';
import clsx from 'clsx';
import { useRef } from 'react';
import type { KeyboardEvent, MouseEvent, ReactElement } from 'react';
import { Checkbox } from '../form/checkbox.js';
import type { Column, Selection } from './column.js';

export interface TableRowProps<Row> {
  readonly row: Row;
  readonly rowKey: string;
  readonly index: number;
  readonly columns: readonly Column<Row>[];
  readonly primaryId: string | undefined;
  readonly label: string | undefined;
  /** Undefined where rows take no focus. */
  readonly tabIndex: 0 | -1 | undefined;
  readonly onOpen: ((row: Row) => void) | undefined;
  readonly selection: Selection<Row> | undefined;
  /** Its box was pressed, or the space bar on it; with Shift it reaches. */
  readonly onPress: (index: number, isReaching: boolean) => void;
}

const OWN_BUSINESS = 'a, button, input, select, textarea, label, summary';

/** Not in the tab order: a row is one stop, and its space bar does the same. */
function RowBox({ label, isChecked, onPress }: { readonly label: string; readonly isChecked: boolean; readonly onPress: (isReaching: boolean) => void }): ReactElement {
  const isReaching = useRef(false);
  return <Checkbox label={label} isLabelHidden tabIndex={-1} checked={isChecked} onClick={(event) => { isReaching.current = event.shiftKey; }} onCheckedChange={() => { onPress(isReaching.current); }} />;
}

export function TableRow<Row>(props: TableRowProps<Row>): ReactElement {
  const { row, rowKey, index, columns, primaryId, label, tabIndex, onOpen, selection, onPress } = props;
  const isSelected = selection?.selected.has(rowKey) ?? false;
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    // A menu that a cell opened hangs elsewhere in the page, and React still tells the row of its clicks.
    const isElsewhere = event.target instanceof Element && (event.target.closest(OWN_BUSINESS) || !event.currentTarget.contains(event.target));
    if (!isElsewhere && String(getSelection()) === '') onOpen?.(row);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter') onOpen?.(row);
    if (event.key === ' ' && selection) {
      event.preventDefault();
      onPress(index, event.shiftKey);
    }
  };
  return (
    <tr
      role="row"
      data-row={index}
      tabIndex={tabIndex}
      aria-label={label}
      aria-selected={selection ? isSelected : undefined}
      onClick={onOpen ? onClick : undefined}
      onKeyDown={onKeyDown}
      className={clsx(onOpen && 'cursor-pointer', isSelected && 'bg-sunken')}
    >
      {selection && (
        <td role="cell" className="tn-td-check">
          <RowBox label={selection.rowLabel(row)} isChecked={isSelected} onPress={(isReaching) => { onPress(index, isReaching); }} />
        </td>
      )}
      {columns.map((column) => (
        <td
          key={column.id}
          role="cell"
          data-label={column.isLabelHidden ? undefined : column.header}
          className={clsx(column.isNumeric && 'tn-num text-right', column.id === primaryId && 'tn-td-primary', column.isHiddenOnPhone && 'max-md:hidden!')}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

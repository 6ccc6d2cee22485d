'use client';
import { useRef } from 'react';
import type { Selection } from './column.js';
import { pressedSelection } from './select-rows.js';

/** What a press on a row's box does: it turns the row, and with Shift all rows from the one that was pressed before. */
export function useRowPress<Row>(selection: Selection<Row> | undefined, rows: readonly Row[], rowKey: (row: Row) => string): (index: number, isReaching: boolean) => void {
  const before = useRef<string>(undefined);
  return (index, isReaching) => {
    const keys = rows.map(rowKey);
    const at = before.current === undefined ? -1 : keys.indexOf(before.current);
    selection?.onChange(pressedSelection(selection.selected, keys, index, isReaching && at >= 0 ? at : undefined));
    before.current = keys[index];
  };
}

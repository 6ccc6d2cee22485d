import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** The same as plain text, for a file; a column without it is in none. */
  readonly text?: (row: Row) => string | number | null;
  /** Right-aligned, tabular figures. */
  readonly isNumeric?: boolean;
  /** What the table sorts by when it sorts itself; null goes last either way. */
  readonly sortValue?: (row: Row) => string | number | null;
  /** Lets the head be pressed when the caller sorts. */
  readonly isSortable?: boolean;
  readonly width?: number | string;
  /** The card's title on a phone; the first column otherwise. */
  readonly isPrimary?: boolean;
  readonly isHiddenOnPhone?: boolean;
  /** In a phone's card its head is not said beside it: the cell is a button that says what it does. */
  readonly isLabelHidden?: boolean;
  /** Explains the column on hover. */
  readonly headerHint?: string;
}

export interface Sort {
  readonly columnId: string;
  readonly direction: 'ascending' | 'descending';
}

export type Density = 'comfortable' | 'compact';

export interface Selection<Row> {
  readonly selected: ReadonlySet<string>;
  readonly onChange: (selected: ReadonlySet<string>) => void;
  readonly allLabel: string;
  readonly rowLabel: (row: Row) => string;
}

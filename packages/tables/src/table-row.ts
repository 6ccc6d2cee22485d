import { invalid } from '@tenon/kernel';

/** A row as it stands in the file. */
export interface TableRow {
  /** As the program that made the file counts: from 1, empty rows too. */
  readonly row: number;
  /** Texts without blanks around them; empty where the cell is, and none behind the last that holds something. */
  readonly cells: readonly string[];
}

/** How much of a file is read. */
export interface TableLimits {
  readonly maxBytes: number;
  readonly maxRows: number;
  readonly maxColumns: number;
  /** The longest text of a cell, in characters. */
  readonly maxCell: number;
  /** How much a packed file may unpack to: a bomb of 42 kB is 4.5 PB. */
  readonly maxUnpackedBytes: number;
}

/** Gathers rows, and stops whoever reads them at the first limit. */
export class RowGatherer {
  readonly rows: TableRow[] = [];

  constructor(private readonly limits: TableLimits) {}

  /** @throws AppError (invalid) TABLE.TOO_MANY_ROWS, TABLE.TOO_MANY_COLUMNS, TABLE.CELL_TOO_LONG */
  add(row: number, read: readonly string[]): void {
    const { maxRows, maxColumns, maxCell } = this.limits;
    const cells = read.map((text) => text.trim());
    while (cells.at(-1) === '') cells.pop();
    if (cells.length === 0) return;
    if (this.rows.length === maxRows) throw invalid('TABLE.TOO_MANY_ROWS', `The table has more than ${maxRows} rows.`, { limit: maxRows });
    if (cells.length > maxColumns) throw invalid('TABLE.TOO_MANY_COLUMNS', `Row ${row} has more than ${maxColumns} columns.`, { row, limit: maxColumns });
    if (cells.some((text) => text.length > maxCell)) throw invalid('TABLE.CELL_TOO_LONG', `Row ${row} has a cell of more than ${maxCell} characters.`, { row, limit: maxCell });
    this.rows.push({ row, cells });
  }
}

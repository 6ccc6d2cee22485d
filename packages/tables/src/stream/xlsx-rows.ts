import type { TableRow } from '../table-row.js';
import { Archive } from '../xlsx/archive.js';
import { readDateStyles } from '../xlsx/date-styles.js';
import { eachPiece } from '../xlsx/read-xml.js';
import { readSharedStrings } from '../xlsx/shared-strings.js';
import { sheetRows } from '../xlsx/sheet-rows.js';
import { findWorkbook } from '../xlsx/workbook.js';

/** What a workbook's texts and forms may unpack to, as they are held. */
const HELD_BYTES = 200_000_000;

/** Gathers the rows of a piece of a sheet. */
class RowBuffer {
  private rows: TableRow[] = [];

  constructor(private readonly maxColumns: number) {}

  add(row: number, read: readonly string[]): void {
    const cells = read.slice(0, this.maxColumns).map((text) => text.trim());
    while (cells.at(-1) === '') cells.pop();
    if (cells.length > 0) this.rows.push({ row, cells });
  }

  take(): TableRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }
}

export interface XlsxOptions {
  readonly maxUnpackedBytes: number;
  readonly maxColumns: number;
  /** Told, from 0 to 1, how much of the sheet was read. */
  readonly onShare: (share: number) => void;
}

/**
 * The rows of a workbook's first sheet to be seen, as they are unpacked. Of a workbook its texts are held, which stand in a part of their own;
 * the sheet is not.
 */
export async function* xlsxRows(path: string, { maxUnpackedBytes, maxColumns, onShare }: XlsxOptions): AsyncGenerator<TableRow[]> {
  const archive = await Archive.openFile(path, Math.min(HELD_BYTES, maxUnpackedBytes));
  try {
    const { sheet, sharedStrings, styles, isFrom1904 } = await findWorkbook(archive);
    const strings = await readSharedStrings(archive, sharedStrings);
    const dateStyles = await readDateStyles(archive, styles);
    archive.allow(maxUnpackedBytes);
    const buffer = new RowBuffer(maxColumns);
    const size = archive.sizeOf(sheet);
    let done = 0;
    for await (const bytes of eachPiece(archive.bytesOf(sheet), sheetRows(buffer, { strings, dateStyles, isFrom1904 }))) {
      done += bytes;
      onShare(size > 0 ? Math.min(1, done / size) : 1);
      const rows = buffer.take();
      if (rows.length > 0) yield rows;
    }
  } finally {
    archive.close();
  }
}

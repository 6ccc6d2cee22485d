import { AppError, invalid } from '@tenon/kernel';
import { readCsv } from './csv/read-csv.js';
import type { TableLimits, TableRow } from './table-row.js';
import { readXlsx } from './xlsx/read-xlsx.js';

const beginsWith = (file: Uint8Array, ...bytes: readonly number[]): boolean => bytes.every((byte, at) => file[at] === byte);

/**
 * The rows of a file that hold something, read by what its bytes are, whatever it is called: CSV in UTF-8, UTF-16 or GB 18030, or the first
 * sheet to be seen of an Excel workbook (.xlsx). Reading stops at the first limit; a workbook is unpacked piece by piece, never as a whole.
 * @throws AppError (invalid) TABLE.TOO_LARGE, TABLE.FORMAT, TABLE.BROKEN, TABLE.TOO_MANY_ROWS, TABLE.TOO_MANY_COLUMNS, TABLE.CELL_TOO_LONG
 */
export async function readTable(file: Uint8Array, limits: TableLimits): Promise<readonly TableRow[]> {
  if (file.length > limits.maxBytes) throw invalid('TABLE.TOO_LARGE', `The file has more than ${limits.maxBytes} bytes.`, { maxBytes: limits.maxBytes });
  try {
    return await (beginsWith(file, 0x50, 0x4b, 0x03, 0x04) ? readXlsx(file, limits) : readCsv(file, limits));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('invalid', 'TABLE.BROKEN', 'The file cannot be read to its end.', {}, { cause: error });
  }
}

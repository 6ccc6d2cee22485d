import { RowGatherer, type TableLimits, type TableRow } from '../table-row.js';
import { Archive } from './archive.js';
import { readDateStyles } from './date-styles.js';
import { readXml } from './read-xml.js';
import { readSharedStrings } from './shared-strings.js';
import { sheetRows } from './sheet-rows.js';
import { findWorkbook } from './workbook.js';

/** The rows of a workbook's first sheet. @throws AppError as {@link RowGatherer}, Archive and findWorkbook; errors of what unpacks and reads it */
export async function readXlsx(file: Uint8Array, limits: TableLimits): Promise<readonly TableRow[]> {
  const archive = await Archive.open(file, limits.maxUnpackedBytes);
  const { sheet, sharedStrings, styles, isFrom1904 } = await findWorkbook(archive);
  const strings = await readSharedStrings(archive, sharedStrings);
  const dateStyles = await readDateStyles(archive, styles);
  const gathered = new RowGatherer(limits);
  await readXml(archive.bytesOf(sheet), sheetRows(gathered, { strings, dateStyles, isFrom1904 }));
  return gathered.rows;
}

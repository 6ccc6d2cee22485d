/** Tables that people hand in, out of whatever program of theirs: CSV and Excel, as rows of texts. What a row means is whose it is. */
export { readTable } from './read-table.js';
export { TableFile, type TableFileLimits, type TableForm } from './stream/table-file.js';
export type { TableLimits, TableRow } from './table-row.js';

// @ts-check
import { planColumns } from './columns.mjs';
import { Problem } from '../cli/problem.mjs';
import { brief, createCellReader } from './read-cell.mjs';
import { createStampReader } from './read-stamp.mjs';

/**
 * A row of the file: a reading, or why it is none.
 * @typedef {object} Place
 * @property {number} row From 1, the header not counted.
 * @property {number} line
 * @property {number} endByte
 *
 * @typedef {Place & { atMs: number, values: readonly (readonly [string, import('./read-cell.mjs').CellValue])[] }} Reading
 * @typedef {Place & { fault: string }} FaultyRow
 *
 * @typedef {object} FileRules
 * @property {import('./read-stamp.mjs').StampRules} stamps
 * @property {string | null} timeColumn
 * @property {readonly import('./columns.mjs').WantedColumn[]} columns
 */

/**
 * Turns records, the header first, into readings in the order of the file.
 * @param {AsyncIterable<import('./csv-records.mjs').CsvRecord>} records
 * @param {FileRules} rules
 * @returns {AsyncGenerator<Reading | FaultyRow, void, undefined>}
 * @throws {Problem} a header that does not have what is wanted
 */
export async function* readings(records, rules) {
  /** @type {ReturnType<typeof createRowReader> | null} */
  let read = null;
  let row = 0;
  for await (const { cells, line, endByte } of records) {
    if (read === null) {
      read = createRowReader(cells, rules);
      continue;
    }
    row += 1;
    yield { row, line, endByte, ...read(cells) };
  }
  if (read === null) throw new Problem('The file is empty.');
}

/**
 * @param {readonly string[]} header
 * @param {FileRules} rules
 */
function createRowReader(header, { stamps, timeColumn, columns: wanted }) {
  const { timeIndex, columns, width } = planColumns(header, { timeColumn, wanted });
  const readStamp = createStampReader(stamps);
  const readers = columns.map(({ index, name, key }) => ({ index, name, key, read: createCellReader() }));
  let previousAtMs = -Infinity;

  return (/** @type {readonly string[]} */ cells) => {
    if (cells.length !== width) return { fault: `the row has ${cells.length} cells, the header ${width}` };
    const stamp = cells[timeIndex] ?? '';
    const result = readStamp(stamp, previousAtMs);
    if ('fault' in result) return { fault: `"${brief(stamp)}" ${result.fault}` };
    previousAtMs = result.atMs;
    /** @type {(readonly [string, import('./read-cell.mjs').CellValue])[]} */
    const values = [];
    for (const { index, name, key, read } of readers) {
      const cell = read(cells[index] ?? '');
      if ('fault' in cell) return { fault: `column "${name}": ${cell.fault}` };
      if (cell.value !== null) values.push([key, cell.value]);
    }
    return values.length > 0 ? { atMs: result.atMs, values } : { fault: 'the row has no value to send' };
  };
}

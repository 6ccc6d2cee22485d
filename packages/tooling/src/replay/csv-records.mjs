// @ts-check
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { Problem } from '../cli/problem.mjs';

/**
 * @typedef {object} CsvRecord
 * @property {readonly string[]} cells Trimmed.
 * @property {number} line Of its last character, from 1.
 * @property {number} endByte Where it ends in the file.
 */

/**
 * The records of a CSV file, the header first, read as they are wanted. Empty lines are passed over.
 * @param {string} file
 * @param {{ delimiter: string }} options
 * @returns {AsyncGenerator<CsvRecord, void, undefined>}
 * @throws {Problem} a file that cannot be read, or a quote that is never closed
 */
export async function* csvRecords(file, { delimiter }) {
  const parser = parse({ bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true, trim: true, max_record_size: 1_000_000 });
  // Its faults reach the parser, and with it the loop below.
  pipeline(createReadStream(file, { highWaterMark: 256 * 1024 }), parser, () => undefined);
  try {
    for await (const { record, info } of parser) yield { cells: record, line: info.lines, endByte: info.bytes };
  } catch (cause) {
    if (cause instanceof CsvError) throw new Problem(`${file} is no CSV from line ${parser.info.lines} on: ${cause.message}`, { cause });
    throw cause instanceof Error && 'syscall' in cause ? new Problem(`${file} cannot be read: ${cause.message}`, { cause }) : cause;
  }
}

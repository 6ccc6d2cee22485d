import { parse } from 'csv-parse';
import { RowGatherer, type TableLimits, type TableRow } from '../table-row.js';
import { csvText } from './csv-text.js';

const MARKS = [',', ';', '\t'];

/** What stands between the cells: of comma, semicolon and tab the one that the first line has most of. */
function markOf(text: string): string {
  const [first = ''] = text.split(/[\r\n]/, 1);
  const count = (mark: string): number => first.split(mark).length;
  return MARKS.reduce((most, mark) => (count(mark) > count(most) ? mark : most));
}

/** @throws AppError as {@link RowGatherer} and csvText; csv-parse's own error for quotes that stand askew */
export async function readCsv(file: Uint8Array, limits: TableLimits): Promise<readonly TableRow[]> {
  const text = csvText(file);
  const gathered = new RowGatherer(limits);
  const parser = parse(text, { delimiter: markOf(text), relax_column_count: true, max_record_size: limits.maxColumns * (limits.maxCell + 1) * 2 });
  let row = 0;
  for await (const cells of parser as AsyncIterable<string[]>) gathered.add((row += 1), cells);
  return gathered.rows;
}

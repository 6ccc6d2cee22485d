import { numberText } from '../../blocks/value-text.js';
import { sqlInstant } from '../../instant.js';
import type { Frame, TableHead, TelemetryTable } from '../../application/query/frame.js';
import { csvCell, UTF_8_MARK } from '../csv-cell.js';
import { labelColumns, TIME } from './label-columns.js';

/** What a point's value may be, each in a column of its own: a spreadsheet that guesses by the first rows guesses right. */
const KINDS = ['number', 'text', 'boolean', 'json'] as const;

/** CSV by RFC 4180, times in UTC to the microsecond. A value that is absent is an empty cell. */
export async function* writeCsv({ head, frames }: TelemetryTable): AsyncGenerator<string, void, void> {
  const labels = labelColumns(head);
  yield `${UTF_8_MARK}${[...labels.map(({ name }) => name), TIME, ...(head.isOfPoints ? KINDS : head.columns)].join(',')}\r\n`;
  for await (const frame of frames) {
    const start = labels.map(({ label }) => csvCell(frame.labels[label])).join(',');
    yield lines(frame, start, head);
  }
}

function lines(frame: Frame, start: string, { isOfPoints }: TableHead): string {
  const { atMs, values } = frame;
  let text = '';
  for (let row = 0; row < atMs.length; row += 1) {
    const cells = isOfPoints ? valueCells(frame, row) : values.map((column) => numberCell(column[row] ?? null)).join(',');
    text += `${start},${sqlInstant(atMs[row] as number)},${cells}\r\n`;
  }
  return text;
}

function numberCell(value: number | null): string {
  return value === null ? '' : String(numberText(value));
}

function valueCells({ values, rich }: Frame, row: number): string {
  const json = rich?.[row] ?? null;
  if (json === null) return `${numberCell(values[0]?.[row] ?? null)},,,`;
  if (json.startsWith('"')) return `,${csvCell(JSON.parse(json))},,`;
  return json === 'true' || json === 'false' ? `,,${json},` : `,,,${csvCell(json)}`;
}

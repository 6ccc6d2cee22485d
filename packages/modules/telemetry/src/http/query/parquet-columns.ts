import type { SchemaElement } from 'hyparquet';
import type { Frame, TableHead } from '../../application/query/frame.js';
import { labelColumns, TIME } from './label-columns.js';

const US_PER_MS = 1_000;

/** A column of the file, with what was gathered for it. */
export interface ParquetColumn {
  readonly element: SchemaElement;
  readonly data: unknown[];
  /** A row's entry; null for none. */
  readonly read: (frame: Frame, row: number) => unknown;
}

type Read = ParquetColumn['read'];

const column = (element: SchemaElement, read: Read): ParquetColumn => ({ element, data: [], read });
const text = (name: string, read: Read): ParquetColumn => column({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' }, read);
const double = (name: string, read: Read): ParquetColumn => column({ name, type: 'DOUBLE', repetition_type: 'OPTIONAL' }, read);
const whole = (name: string, read: Read): ParquetColumn => column({ name, type: 'INT64', repetition_type: 'OPTIONAL' }, (frame, row) => {
  const value = read(frame, row);
  return typeof value === 'number' ? BigInt(value) : null;
});

/** In UTC, and by microseconds as they are stored: by milliseconds two of a machine's stamps could become one. */
const time = column({ name: TIME, type: 'INT64', converted_type: 'TIMESTAMP_MICROS', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS' }, repetition_type: 'REQUIRED' }, ({ atMs }, row) =>
  BigInt(Math.round((atMs[row] as number) * US_PER_MS)),
);

const COUNTS: ReadonlySet<string> = new Set(['count', 'series']);

/** The columns of a table: each kind of value has one of its own, since a column has one type. */
export function parquetColumns(head: TableHead): ParquetColumn[] {
  const labels = labelColumns(head).map(({ name, label }) => text(name, ({ labels: of }) => of[label]));
  const figures = head.columns.map((name, place) => (COUNTS.has(name) ? whole : double)(name, ({ values }, row) => values[place]?.[row] ?? null));
  return [...labels, { ...time, data: [] }, ...(head.isOfPoints ? kinds() : figures)];
}

const jsonOf = ({ rich }: Frame, row: number): string | null => rich?.[row] ?? null;
const isBoolean = (json: string): boolean => json === 'true' || json === 'false';

function kinds(): ParquetColumn[] {
  return [
    double('number', (frame, row) => (jsonOf(frame, row) === null ? (frame.values[0]?.[row] ?? null) : null)),
    text('text', (frame, row) => {
      const json = jsonOf(frame, row);
      return json?.startsWith('"') ? JSON.parse(json) : null;
    }),
    column({ name: 'boolean', type: 'BOOLEAN', repetition_type: 'OPTIONAL' }, (frame, row) => {
      const json = jsonOf(frame, row);
      return json !== null && isBoolean(json) ? json === 'true' : null;
    }),
    text('json', (frame, row) => {
      const json = jsonOf(frame, row);
      return json !== null && !json.startsWith('"') && !isBoolean(json) ? json : null;
    }),
  ];
}

import { Readable } from 'node:stream';
import { invalid } from '@tenon/kernel';
import type { TelemetryTable } from '../../application/query/frame.js';
import { writeCsv } from './write-csv.js';
import { writeJson, writeNdjson } from './write-json.js';
import { writeParquet } from './write-parquet.js';

/** How an answer is written. */
export interface Format {
  readonly type: string;
  readonly write: (table: TelemetryTable) => AsyncGenerator<string | Uint8Array, void, void>;
}

/** By the ending of a file's name. */
export const FORMATS = {
  json: { type: 'application/json; charset=utf-8', write: writeJson },
  ndjson: { type: 'application/x-ndjson; charset=utf-8', write: writeNdjson },
  csv: { type: 'text/csv; charset=utf-8', write: writeCsv },
  parquet: { type: 'application/vnd.apache.parquet', write: writeParquet },
} as const satisfies Readonly<Record<string, Format>>;
export type FormatName = keyof typeof FORMATS;

const BY_TYPE: ReadonlyMap<string, FormatName> = new Map([
  ['*/*', 'json'],
  ['application/*', 'json'],
  ...(Object.keys(FORMATS) as FormatName[]).map((name): [string, FormatName] => [mediaType(FORMATS[name].type), name]),
]);

function mediaType(text: string): string {
  return text.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** The first format that is accepted, as the caller lists them; JSON for whoever names none. @throws AppError (invalid) TELEMETRY_QUERY.FORMAT */
export function acceptedFormat(accept: string | undefined): FormatName {
  const found = (accept ?? '*/*').split(',').map((range) => BY_TYPE.get(mediaType(range))).find((name) => name !== undefined);
  if (found) return found;
  throw invalid('TELEMETRY_QUERY.FORMAT', 'Answers are given as application/json, application/x-ndjson, text/csv or application/vnd.apache.parquet.');
}

/** The answer as bytes that are read from the store no faster than they are taken. `onEnd` is called once, also where nobody takes them. */
export function streamOf(table: TelemetryTable, { write }: Format, onEnd: () => void): Readable {
  const stream = Readable.from(write(table), { objectMode: false, highWaterMark: 256 * 1_024 });
  stream.once('close', onEnd);
  return stream;
}

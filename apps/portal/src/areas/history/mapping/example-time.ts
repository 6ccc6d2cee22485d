import { offsetMsAt } from '@tenon/domain/energy';
import { isTimeFormat, localInstant, readTime } from '@tenon/domain/history';
import type { Draft } from './draft';

/** A cell and the instant that it is read as; null where it cannot be. */
export interface ExampleTime {
  readonly text: string;
  readonly atMs: number | null;
}

/** How the first time of a file is read by a draft; undefined where there is none. The same functions read the file. */
export function exampleTime({ roles, headerRows, timeFormat, timeZone }: Draft, rows: readonly { readonly cells: readonly string[] }[]): ExampleTime | undefined {
  const [time, clock] = [roles.indexOf('time'), roles.indexOf('clock')];
  const texts = rows.slice(headerRows).map(({ cells }) => `${cells[time] ?? ''} ${cells[clock] ?? ''}`.trim());
  const text = texts.find((cell) => cell !== '');
  return time < 0 || text === undefined ? undefined : { text, atMs: instantOf(text, timeFormat.toLowerCase().replaceAll('_', '-'), timeZone) };
}

function instantOf(text: string, format: string, timeZone: string): number | null {
  const read = isTimeFormat(format) ? readTime(text, format) : null;
  if (!read) return null;
  return read.isInstant ? read.ms : localInstant(read.ms, (atMs) => offsetMsAt(timeZone, atMs)).atMs;
}

import type { Archive } from './archive.js';
import { readXml } from './read-xml.js';

const between = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** Formats of days and times that have a number and no text. @see ECMA-376 part 1, 18.8.30: 14–22 and 45–47 everywhere, 27–36 and 50–58 in Chinese, Japanese and Korean */
const BUILT_IN = new Set([...between(14, 22), ...between(27, 36), ...between(45, 47), ...between(50, 58)]);

/** Whether a format shows a day or a time: it has one of their letters, outside of quotes, brackets and what is shown as it is. */
export function isDateFormat(format: string): boolean {
  return /[ymdhs]/i.test(format.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, ''));
}

/** Which of the styles, by their place, make a number a day or a time. */
export async function readDateStyles(archive: Archive, part: string | null): Promise<ReadonlySet<number>> {
  const own = new Map<number, string>();
  const formats: number[] = [];
  let isInCells = false;
  if (part !== null) {
    await readXml(archive.bytesOf(part), {
      open(name, attributes) {
        if (name === 'numFmt') own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
        if (name === 'cellXfs') isInCells = true;
        if (name === 'xf' && isInCells) formats.push(Number(attributes['numFmtId'] ?? 0));
      },
      close(name) {
        if (name === 'cellXfs') isInCells = false;
      },
    });
  }
  const isDate = (format: number): boolean => (own.has(format) ? isDateFormat(own.get(format) ?? '') : BUILT_IN.has(format));
  return new Set(formats.flatMap((format, style) => (isDate(format) ? [style] : [])));
}

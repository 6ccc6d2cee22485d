import { invalid } from '@tenon/kernel';
import type { FileBytes } from './file-bytes.js';

/** How a CSV file is written. */
export interface CsvForm {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
  /** What stands between the cells. */
  readonly separator: string;
}

/** In this order: a mark that stands equally often in nearly every line separates its cells, and decimals with commas stand between semicolons. */
const SEPARATORS = ['\t', ';', ',', '|'];
const ENOUGH = 0.9;
const LINES = 50;
const SAMPLE = 64 * 1024;

/**
 * Finds the encoding and the separator without a word of either. UTF-16 is told by its mark; UTF-8 is what is valid as that to its end, so the file
 * is read once; what is not is GB 18030, in which Chinese Excel writes.
 * @throws AppError (invalid) TABLE.FORMAT for what is no text
 */
export async function csvForm(bytes: FileBytes): Promise<CsvForm> {
  const sample = new Sample();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  for await (const piece of bytes.pieces()) {
    sample.add(piece);
    if (sample.isUtf16) break;
    isUtf8 &&= isDecoded(decoder, piece);
    if (!isUtf8 && sample.isFull) break;
  }
  const encoding = sample.isUtf16 ?? (isUtf8 ? 'utf-8' : 'gb18030');
  const text = new TextDecoder(encoding).decode(sample.bytes, { stream: true });
  if (text.includes('\0')) throw invalid('TABLE.FORMAT', 'The file is neither CSV nor an Excel workbook.');
  return { encoding, separator: separatorOf(text) };
}

function isDecoded(decoder: TextDecoder, piece: Uint8Array): boolean {
  try {
    decoder.decode(piece, { stream: true });
    return true;
  } catch {
    return false;
  }
}

class Sample {
  bytes: Uint8Array = new Uint8Array();

  get isFull(): boolean {
    return this.bytes.length >= SAMPLE;
  }

  get isUtf16(): 'utf-16le' | 'utf-16be' | undefined {
    const [first, second] = this.bytes;
    if (first === 0xff && second === 0xfe) return 'utf-16le';
    return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  }

  add(piece: Uint8Array): void {
    if (!this.isFull) this.bytes = Buffer.concat([this.bytes, piece]).subarray(0, SAMPLE);
  }
}

/** What separates the cells of a text, by its first lines. */
export function separatorOf(text: string): string {
  const lines = text.split(/[\r\n]+/, LINES + 1).slice(0, LINES).filter((line) => line.trim() !== '');
  const counted = SEPARATORS.map((mark) => ({ mark, counts: lines.map((line) => unquoted(line).split(mark).length - 1) }));
  const steady = counted.find(({ counts }) => isSteady(counts));
  if (steady) return steady.mark;
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  return counted.reduce((most, one) => (sum(one.counts) > sum(most.counts) ? one : most), { mark: ',', counts: [0] }).mark;
}

function unquoted(line: string): string {
  return line.replace(/"(?:[^"]|"")*"/g, '');
}

/** Whether nearly all lines have it as often as the others, and have it at all. */
function isSteady(counts: readonly number[]): boolean {
  const [middle = 0] = counts.toSorted((a, b) => a - b).slice(Math.floor(counts.length / 2));
  return middle > 0 && counts.filter((count) => count === middle).length >= counts.length * ENOUGH;
}

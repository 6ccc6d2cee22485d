import type { ByteReader } from './byte-reader.js';
import type { ByteWriter } from './byte-writer.js';
import { blockDamaged } from './fault.js';
import { readIntegers, writeIntegers } from './integer-column.js';

/** Writes texts, some of which are absent: each different one once, then by its place among them, 0 for what is absent. */
export function writeTexts(writer: ByteWriter, texts: readonly (string | null)[]): void {
  const places = new Map<string, number>();
  const column = new Float64Array(texts.length);
  texts.forEach((text, i) => {
    if (text === null) return;
    const place = places.get(text) ?? places.size + 1;
    places.set(text, place);
    column[i] = place;
  });
  const encoder = new TextEncoder();
  writer.varint(places.size);
  for (const text of places.keys()) {
    const bytes = encoder.encode(text);
    writer.varint(bytes.length);
    writer.append(bytes);
  }
  writeIntegers(writer, column);
}

/** Reads `count` texts that {@link writeTexts} wrote. */
export function readTexts(reader: ByteReader, count: number): (string | null)[] {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const texts: (string | null)[] = [null];
  for (let left = reader.count(1); left > 0; left -= 1) texts.push(decoded(decoder, reader.take(reader.count(1))));
  return Array.from(readIntegers(reader, new Float64Array(count)), (place) => {
    const text = texts[place];
    if (text === undefined) throw blockDamaged('a text is not there');
    return text;
  });
}

function decoded(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw blockDamaged('a text is none');
  }
}

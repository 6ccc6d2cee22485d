import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { writeBundle } from '../files/write-bundle.js';

/** The files of a bundle by their paths, in their order. */
export type BundleContent = Map<string, Buffer>;

/** Unpacks a bundle as anybody would. */
export async function readBundle(file: string): Promise<BundleContent> {
  const archive = extract();
  const reading = pipeline(createReadStream(file), createGunzip(), archive);
  const content: BundleContent = new Map();
  for await (const entry of archive) content.set(entry.header.name, await buffer(entry));
  await reading;
  return content;
}

/** Packs files as a bundle, as somebody might who changed them. */
export async function packBundle(file: string, content: Iterable<[string, Buffer]>): Promise<string> {
  await writeBundle(file, [...content].map(([path, bytes]) => ({ path, bytes: bytes.length, content: () => [bytes] as never })), new Date());
  return file;
}

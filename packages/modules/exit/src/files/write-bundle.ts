import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack, type Pack } from 'tar-stream';
import { Measured, type Measure } from './measured.js';

/** One file on its way into a bundle. */
export interface BundleEntry {
  readonly path: string;
  readonly bytes: number;
  content(): AsyncIterable<string | Buffer>;
}

/**
 * Writes files as one `.tar.gz`, on the disk when it resolves, and removed where it fails. Only pieces are ever held, however long the files are.
 * @param modifiedAt of every file in it, so that the same files give the same bundle
 */
export async function writeBundle(target: string, entries: readonly BundleEntry[], modifiedAt: Date): Promise<Measure> {
  const measured = new Measured();
  const archive = pack();
  try {
    const filled = fill(archive, entries, modifiedAt);
    // Looked at below; until then its failure is not one that nobody looks at.
    filled.catch(() => undefined);
    await pipeline(archive, createGzip(), (content: AsyncIterable<Buffer>) => measured.through(content), createWriteStream(target, { mode: 0o600, flush: true }));
    await filled;
    return measured.end();
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
}

async function fill(archive: Pack, entries: readonly BundleEntry[], mtime: Date): Promise<void> {
  try {
    for (const { path: name, bytes, content } of entries) await pipeline(Readable.from(content()), archive.entry({ name, size: bytes, mtime, mode: 0o644 }));
    archive.finalize();
  } catch (error) {
    archive.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}
